import Certification
import Testing

@testable import Commands

@Suite("Integrated system")
struct SystemPageTests {
    static let day = Day(ordinal: 20_000)
    static let dates = EvidenceDates(
        reviewEvery: nil, reviewOn: nil, expires: nil,
        revisions: [RevisionDates(number: 1, effective: nil, period: nil, received: Day(ordinal: 1))])

    private func rows(_ id: String) throws -> [String: [String]] {
        let catalogue = try StandardLibrary.catalogue(id)
        let assignment = try StandardLibrary.harmonizedStructure().assignment(of: catalogue)
        return Dictionary(
            assignment.map { ($0.row.number, $0.clauses.map(\.number)) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test(
        "every requirement clause of a shipped standard belongs to one row",
        arguments: StandardLibrary.identifiers)
    func complete(id: String) throws {
        let rows = try rows(id)
        #expect(rows["own"] == [])
        let assigned = rows.values.flatMap(\.self)
        #expect(Set(assigned).count == assigned.count)
        #expect(assigned.count == (try StandardLibrary.catalogue(id).requirements.count))
    }

    @Test(
        "rows go by meaning, not by number",
        arguments: [
            ("iso27001-2022", "10.1", ["10.1"]), ("iso27001-2022", "10.2", ["10.2"]),
            ("iso20000-1-2018", "10.1", ["10.2"]), ("iso20000-1-2018", "10.2", ["10.1.1", "10.1.2"]),
            ("iso22301-2019", "10.1", ["10.1.1", "10.2"]), ("iso22301-2019", "10.2", ["10.1.2", "10.1.3"]),
            ("iso50001-2018", "10.1", ["10.2"]), ("iso9001-2015", "10.1", ["10.1", "10.3"]),
            ("iso14001-2015", "10.1", ["10.1", "10.3"]), ("iso45001-2018", "10.2", ["10.2"]),
            ("iso9001-2015", "6.3", ["6.3"]), ("iso27001-2022", "6.3", ["6.3"]),
            ("iso22301-2019", "6.3", ["6.3"]), ("iso20000-1-2018", "6.3", []), ("iso50001-2018", "6.3", []),
            ("iso20000-1-2018", "6+", ["6.3"]), ("iso50001-2018", "6+", ["6.3", "6.4", "6.5", "6.6"]),
            ("iso14001-2015", "6.1", ["6.1.1", "6.1.4"]), ("iso14001-2015", "6+", ["6.1.2", "6.1.3"]),
            ("iso45001-2018", "8.1", ["8.1.1"]), ("iso9001-2015", "9+", ["9.1.2"]),
        ])
    func meaning(id: String, row: String, clauses: [String]) throws {
        #expect(try rows(id)[row] == clauses)
    }

    @Test("the tables beside the catalogues are no catalogues")
    func identifiers() {
        #expect(StandardLibrary.identifiers.count == 7)
    }

    @Test(
        "a cell says the worst status that applies and how many clauses have it",
        arguments: [
            ([], "-"), ([.covered, .covered], "covered"), ([.missing], "missing"),
            ([.covered, .missing, .stale, .missing], "missing 2/4"), ([.missing, .missing], "missing 2/2"),
            ([.covered, .credited], "credited 1/2"), ([.excluded, .excluded], "excluded"),
            ([.notApplicable], "not-applicable"), ([.notApplicable, .covered, .covered], "covered"),
            ([.excluded, .covered, .requested], "requested 1/2"),
        ] as [([ClauseStatus], String)])
    func cell(statuses: [ClauseStatus], text: String) {
        let clause = Clause(
            number: "4.1", title: "T", parent: nil, isRequirement: true, demands: [], note: "",
            typicalKinds: [], titleSources: 2)
        #expect(SystemCell(standard: "a", statuses.map { (clause, $0) }).text == text)
    }

    private func tally(_ catalogue: Catalogue, _ links: [String], _ standing: Standing = .current)
        -> ReadinessTally
    {
        var tally = ReadinessTally(of: catalogue, on: Self.day)
        for kind in [EvidenceKind.plan, .record] {
            tally.add(
                standing, kind: kind, dates: Self.dates,
                links: links.map { LinkFacts(clause: $0, reviewedRevision: 1) })
        }
        return tally
    }

    private func page(_ tallies: [ReadinessTally]) throws -> SystemPage {
        SystemPage(tallies, by: try StandardLibrary.harmonizedStructure(), on: Self.day)
    }

    private func shown(_ page: SystemPage, _ format: OutputFormat = .table, width: Int? = nil) throws
        -> String
    {
        let written = Captured()
        try Console(
            out: { written.append($0) }, err: { written.append($0) }, width: width, coloured: false,
            isInteractive: false
        ).render(page, as: format)
        return written.text
    }

    private static func acme(_ numbers: [String]) -> Catalogue {
        Catalogue(
            standard: Standard(
                id: "acme-2026", designation: "ACME 1:2026", title: "T", edition: "1", published: "2026-01",
                amendments: nil, status: "current", successor: nil),
            clauses: numbers.map {
                Clause(
                    number: $0, title: "T", parent: nil, isRequirement: true, demands: [], note: "",
                    typicalKinds: [], titleSources: 2)
            })
    }

    @Test("two standards and one that nobody placed")
    func whole() throws {
        let page = try page([
            tally(StandardLibrary.catalogue("iso20000-1-2018"), ["4", "10.1"]),
            tally(StandardLibrary.catalogue("iso14001-2015"), ["4.1", "10.1"], .stale),
            tally(Self.acme(["1", "2"]), ["1"]),
        ])
        #expect(
            try shown(page) == """
                Integrated system on 2024-10-04: 3 standards, 7 of 96 requirement clauses covered
                clause  title                                             20000-1        14001        acme
                4.1     Organization and its context                      covered        stale        -
                4.2     Interested parties                                covered        missing      -
                4.3     Scope                                             covered        missing      -
                4.4     Management system                                 covered        missing      -
                5.1     Leadership and commitment                         missing        missing      -
                5.2     Policy                                            missing 2/2    missing      -
                5.3     Roles and authorities                             missing        missing      -
                6.1     Risks and opportunities                           missing 3/3    missing 2/2  -
                6.2     Objectives                                        missing 2/2    missing 2/2  -
                6+      Own planning: aspects, hazards, risks, energy     missing        missing 2/2  -
                7.1     Resources                                         missing        missing      -
                7.2     Competence                                        missing        missing      -
                7.3     Awareness                                         missing        missing      -
                7.4     Communication                                     missing        missing 3/3  -
                7.5     Documented information                            missing 5/5    missing 3/3  -
                7+      Own support: measuring resources, knowledge       missing        -            -
                8.1     Operational planning and control                  missing        missing      -
                8+      Own operation                                     missing 29/29  missing      -
                9.1     Monitoring and evaluation                         missing        missing      -
                9.2     Internal audit                                    missing 2/2    missing 2/2  -
                9.3     Management review                                 missing        missing      -
                9+      Own evaluation: compliance, customers, reporting  missing        missing      -
                10.1    Continual improvement                             missing        missing 1/2  -
                10.2    Nonconformity and corrective action               covered        missing      -
                own     Own clauses                                       -              -            missing 1/2
                all     Covered                                           6/62           0/32         1/2

                Each cell: the worst status among the clauses there, and how many of them have it; - where nothing is asked for.
                Next: dossier gap 20000-1 --only missing

                """)
    }

    @Test("for spreadsheets and programs")
    func formats() throws {
        let page = try page([
            tally(Self.acme(["1", "2", "3"]), ["1"]), tally(StandardLibrary.catalogue("iso9001-2015"), []),
        ])
        let csv = try shown(page, .csv).split(separator: "\r\n")
        #expect(csv.first == "clause,title,acme-2026,iso9001-2015")
        #expect(csv.contains("10.1,Continual improvement,,missing 2/2"))
        #expect(csv.last == "own,Own clauses,missing 2/3,")
        let json = try shown(page, .json).split(separator: "\n").map(\.trimmed).joined(separator: " ")
        #expect(json.contains("\"clauses\" : [ \"10.1\", \"10.3\" ], \"counts\" : { \"covered\" : 0,"))
        #expect(
            json.contains(
                "\"designation\" : \"ACME 1:2026\", \"name\" : \"acme\", \"open\" : 2, \"requirements\" : 3"))
    }

    @Test(
        "seven standards on a terminal of 80 columns: titles are cut, cells are not",
        arguments: [60, 80, 100, 200])
    func narrow(width: Int) throws {
        let page = try page(try StandardLibrary.catalogues().map { tally($0, ["4", "5.1"]) })
        let lines = try shown(page, width: width).split(separator: "\n").dropFirst().filter {
            !$0.hasPrefix("Each cell") && !$0.hasPrefix("Next")
        }
        for line in lines { #expect(TerminalText.columns(String(line)) <= width, "\(line)") }
        let words = Set(lines.flatMap { $0.split(separator: " ").map(String.init) })
        for cell in page.clauses.flatMap(\.standards) {
            for word in cell.text.split(separator: " ") { #expect(words.contains(String(word))) }
        }
        #expect(lines.count { $0.hasPrefix("clause") } == [60: 4, 80: 2, 100: 2, 200: 1][width])
    }
}
