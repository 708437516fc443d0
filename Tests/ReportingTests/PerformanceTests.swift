import Certification
import Reporting
import Testing

/// The largest register that is promised: five thousand items, each linked to three clauses.
@Test func pageOfALargeRegisterIsDrawnInSeconds() throws {
    let clauses = try Sample.index(of: []).clauses.map(\.number)
    let items = (0..<5_000).map { number in
        SampleItem(
            EvidenceIdentifier.generated(number + 1), "Procedure number \(number)", .procedure,
            clauses: (0..<3).map { clauses[(number + $0 * 7) % clauses.count] },
            owner: "Owner \(number % 40)",
            everyMonths: 12, locator: "section 4.2",
            files: [.file("procedure \(number).docx", label: "1.0", effective: "2026-01-01")])
    }
    let index = try Sample.index(of: items)
    var page = ""
    let time = try ContinuousClock().measure { page = try BundlePage.html(index, bundleName: "large") }
    #expect(time < .seconds(60), "a debug build on a busy machine")
    #expect(page.utf8.count < 5_500_000)
    #expect(page.contains("<ul class=\"many\" aria-label=\"Evidence for "))
    #expect(page.contains("</span> and ") && page.contains(" more</li>"))
    print("5,000 items: \(page.utf8.count) bytes in \(time)")
}
