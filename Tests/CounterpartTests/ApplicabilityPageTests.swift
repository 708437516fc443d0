import ChildProcesses
import Foundation
import Testing

/// The statement of applicability as an auditor gets it: one page that a browser shows and a printer takes.
@Suite struct ApplicabilityPageTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.require("init", "--organization", "Northwind <Hosting> Ltd", "--standard", "27001")
        try workplace.require("soa", "exclude", "A.7.4", "--reason", "<b>Müller-訓練</b> & \"none\"")
        try workplace.require("soa", "assign", "A.5", "--owner", "</td></table><script>")
        try workplace.require("soa", "-o", "soa.html")
    }

    @Test func everyAddressLeadsSomewhereOnThePage() throws {
        guard Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.script(
            "check_page.py", ["--alone", ".", "soa.html"], in: workplace.folder)
        #expect(outcome.status == 0, outcome.told)
    }

    @Test func chromiumShowsThePage() throws {
        guard Counterpart.chromium.isThere(), Counterpart.python.isThere() else { return }
        let outcome = try Counterpart.chromium.run(
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                "file://\(workplace.folder)/soa.html",
            ],
            in: workplace.folder)
        try #require(outcome.status == 0, outcome.told)
        for text in ["Northwind &lt;Hosting&gt; Ltd", "&lt;b&gt;Müller-訓練&lt;/b&gt;", "A.8.34"] {
            #expect(outcome.output.contains(text), "\(text) is not on the page")
        }
        try workplace.write(outcome.output.utf8, to: "dom.html")
        let links = try Counterpart.script(
            "check_page.py", ["--alone", ".", "dom.html"], in: workplace.folder)
        #expect(links.status == 0, links.told)
    }

    @Test func chromiumPrintsThePage() throws {
        guard Counterpart.chromium.isThere() else { return }
        let outcome = try Counterpart.chromium.run(
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--print-to-pdf=\(workplace.path("soa.pdf"))", "file://\(workplace.folder)/soa.html",
            ],
            in: workplace.folder)
        try #require(outcome.status == 0, outcome.told)
        #expect(
            FileManager.default.contents(atPath: workplace.path("soa.pdf"))?.prefix(5) == Data("%PDF-".utf8))
    }
}
