import Certification
import Testing

@Suite("Clauses as people write them")
struct ClauseFinderTests {
    private static func catalogue(_ id: String, _ designation: String, _ numbers: [String]) -> Catalogue {
        Catalogue(
            standard: Standard(
                id: id, designation: designation, title: "", edition: "1", published: "2020-01",
                amendments: nil,
                status: "current", successor: nil),
            clauses: numbers.map { number in
                Clause(
                    number: number, title: "T\(number)", parent: nil, isRequirement: number.contains("."),
                    demands: [], note: "", typicalKinds: [], titleSources: 3)
            })
    }

    static let service = catalogue(
        "iso20000-1-2018", "ISO/IEC 20000-1:2018", ["8", "8.1", "8.5.1.1", "8.6", "8.6.1", "8.6.2", "8.7.1"])
    static let security = catalogue("iso27001-2022", "ISO/IEC 27001:2022", ["5.1", "A", "A.5.1", "A.5.24"])
    static let quality = catalogue("iso9001-2015", "ISO 9001:2015", ["8.6"])
    static let newer = catalogue("iso9001-2026", "ISO 9001:2026", ["8.6"])

    @Test(
        "any unique abbreviation",
        arguments: [
            ("20000-1:8.6.1", "iso20000-1-2018:8.6.1"), ("20000:8.6.1", "iso20000-1-2018:8.6.1"),
            ("iso20000-1-2018:8.6.1", "iso20000-1-2018:8.6.1"),
            ("ISO/IEC 20000-1:2018 8.6.1", "iso20000-1-2018:8.6.1"),
            ("ISO/IEC 20000-1:2018: 8.6.1", "iso20000-1-2018:8.6.1"),
            ("27001:A.5.24", "iso27001-2022:A.5.24"),
            ("27001:5.24", "iso27001-2022:A.5.24"), ("27001:a5.24", "iso27001-2022:A.5.24"),
            ("27001 A.5.24.", "iso27001-2022:A.5.24"),
            ("annex a 5.24", "iso27001-2022:A.5.24"), ("9001-2015:8.6", "iso9001-2015:8.6"),
            ("ISO 9001:2026 8.6", "iso9001-2026:8.6"),
        ])
    func found(text: String, reference: String) throws {
        let finder = ClauseFinder([Self.service, Self.security, Self.quality, Self.newer])
        #expect(try finder.clause(text).reference.description == reference)
    }

    @Test(
        "without a standard where there is one only",
        arguments: ["8.6.1", " 8.6.1 ", "clause 8.6.1", "8.6.1."])
    func alone(text: String) throws {
        #expect(try ClauseFinder([Self.service]).clause(text).clause.number == "8.6.1")
    }

    @Test("a number that is a clause and a control is read as the clause, and said so")
    func collision() throws {
        let match = try ClauseFinder([Self.security]).clause("5.1")
        #expect(match.clause.number == "5.1")
        #expect(match.remark == "5.1 is read as clause 5.1 (T5.1); for the control write A.5.1 (TA.5.1)")
        #expect(try ClauseFinder([Self.security]).clause("5.24").remark == nil)
    }

    @Test("without a standard where only one of several has the number")
    func onlyOne() throws {
        let finder = ClauseFinder([Self.service, Self.security])
        #expect(try finder.clause("8.6.1").catalogue.standard.id == "iso20000-1-2018")
        #expect(try finder.clause("A.5.24").catalogue.standard.id == "iso27001-2022")
    }

    @Test("failures say what would have worked")
    func failures() {
        #expect(throws: ClauseFinder.Failure.noStandards) { try ClauseFinder([]).clause("8.6.1") }
        let two = ClauseFinder([Self.quality, Self.newer])
        #expect(throws: ClauseFinder.Failure.standardNeeded("8.6", known: ["iso9001-2015", "iso9001-2026"])) {
            try two.clause("8.6")
        }
        #expect(
            throws: ClauseFinder.Failure.unknownClause(
                "8,6", designation: "ISO 9001:2015 or ISO 9001:2026", nearest: Self.quality.clauses)
        ) { try two.clause("8,6") }
        #expect(
            throws: ClauseFinder.Failure.ambiguousStandard(
                "9001", candidates: ["iso9001-2015", "iso9001-2026"])
        ) { try two.clause("9001:8.6") }
        #expect(
            throws: ClauseFinder.Failure.unknownStandard("14001", known: ["iso9001-2015", "iso9001-2026"])
        ) {
            try two.clause("14001:8.6")
        }
    }

    @Test(
        "the nearest clauses",
        arguments: [("8.61", "8.6.1"), ("8.9.1", "8.7.1"), ("8.5.11", "8.5.1.1"), ("8.6.11", "8.6.1")])
    func nearest(text: String, first: String) {
        do {
            _ = try ClauseFinder([Self.service]).clause(text)
            Issue.record("\(text) was found")
        } catch {
            guard case ClauseFinder.Failure.unknownClause(text, "ISO/IEC 20000-1:2018", let nearest) = error
            else {
                Issue.record("\(error)")
                return
            }
            #expect(nearest.count == 3)
            #expect(nearest.map(\.number).contains(first))
        }
    }
}
