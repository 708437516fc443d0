import Testing

@testable import Certification

@Suite("Skeletons of documents")
struct DocumentTemplateTests {
    static let header = "name\ttitle\tkind\tid\towner\treview_months\tclauses\n"

    private func problems(_ text: String) -> [String] {
        do {
            _ = try DocumentTemplates(parsing: text)
            return []
        } catch {
            return error.problems.map { "\($0.line): \($0.message)" }
        }
    }

    @Test("a row with everything, and a record of something that happens once")
    func rows() throws {
        let index = try DocumentTemplates(
            parsing: "# a comment\n" + Self.header
                + "risks\tRisk register\trisk-assessment\tRSK-001\tQuality manager\t6\ta:6.1 b:6.1.2\r\n"
                + "change\tChange request\tchange-record\tCHG-001\tChange manager\t\ta:8.5.1\n")
        #expect(
            index.templates == [
                DocumentTemplate(
                    name: "risks", title: "Risk register", kind: .riskAssessment, id: "RSK-001",
                    owner: "Quality manager", reviewEvery: Months(6),
                    clauses: [.init(standard: "a", number: "6.1"), .init(standard: "b", number: "6.1.2")]),
                DocumentTemplate(
                    name: "change", title: "Change request", kind: .changeRecord, id: "CHG-001",
                    owner: "Change manager", reviewEvery: nil,
                    clauses: [.init(standard: "a", number: "8.5.1")]),
            ])
        #expect(index.templates.map(\.isRecord) == [false, true])
    }

    @Test("every problem with its line, not only the first")
    func everything() {
        #expect(
            problems(
                Self.header + "a b\t \tnovel\tX-1\t\t0\tiso:8.6.1 8.6.2\n" + "c\tC\tplan\n"
                    + "d\tD\tplan\tPLN-001\tO\t12\t\n" + "d\tD\tplan\tPLN-001\tO\tmany\ta:1\n") == [
                    "2: \"a b\" is no name of a document", "2: a b has no title",
                    "2: \"X-1\" is not of the form POL-001", "2: a b has no owner",
                    "2: unknown evidence kind \"novel\"",
                    "2: review_months is \"0\", not a number from 1 to 120",
                    "2: \"8.6.2\" is no clause of the form iso20000-1-2018:8.6.1",
                    "3: 3 columns where 7 are expected", "4: no clause is named", "5: d stands twice",
                    "5: the id PLN-001 stands twice",
                    "5: review_months is \"many\", not a number from 1 to 120",
                ])
        #expect(problems("") == ["0: the table of documents is missing"])
        #expect(problems("name\ttitle\n").first?.hasPrefix("1: the columns must be: name, title, ") == true)
    }

    @Test(
        "an exact clause goes before one above or below it",
        arguments: [
            ("s:8.6.1", ["exact"], ["heading"]), ("s:8.6", ["heading"], ["exact"]),
            ("s:8", [], ["exact", "heading"]), ("s:8.60", [], []), ("s:8.6.1.2", [], ["exact", "heading"]),
            ("t:8.6.1", [], []),
        ])
    func choice(clause: String, exact: [String], near: [String]) throws {
        let index = try DocumentTemplates(
            parsing: Self.header + "exact\tE\tplan\tPLN-001\tO\t12\ts:8.6.1\n"
                + "heading\tH\tplan\tPLN-002\tO\t12\ts:8.6 s:9.1\n")
        let parts = clause.split(separator: ":").map(String.init)
        let choice = index.choice(for: ClauseReference(standard: parts[0], number: parts[1]))
        #expect(choice.exact.map(\.name) == exact)
        #expect(choice.near.map(\.name) == near)
        #expect(choice.best.map(\.name) == (exact.isEmpty ? near : exact))
    }

    @Test(
        "names are found by a part and in spite of a slip",
        arguments: [
            ("incident", "incident-procedure"), ("incidnet-procedure", "incident-procedure"), ("x", nil),
        ]
            as [(String, String?)])
    func nearest(typed: String, name: String?) throws {
        let index = try DocumentTemplates(
            parsing: Self.header + "incident-procedure\tE\tplan\tPLN-001\tO\t12\ts:8.6.1\n")
        #expect(index.nearest(to: typed)?.name == name)
    }

    @Test(
        "identifiers that are taken are counted up",
        arguments: [
            ("POL-001", [], "POL-001"), ("POL-001", ["POL-001"], "POL-002"),
            ("POL-009", ["POL-009", "POL-010"], "POL-011"), ("POL-999", ["POL-999"], "POL-1000"),
        ] as [(String, [String], String)])
    func identifiers(id: String, taken: [String], free: String) {
        #expect(SuggestedIdentifier.free(from: id) { taken.contains($0) } == free)
    }
}
