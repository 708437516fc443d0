import Testing

@testable import Certification

@Suite("The checklist of a surveillance")
struct SurveillanceChecklistTests {
    static let header = "item\ttitle\tasks\tclauses\tkinds\ttags\n"
    /// Items c to h need no look here.
    static let rest = ["c", "d", "e", "f", "g", "h"].map { "\($0)\tT\tthing\t-\tsurvey\t-\n" }.joined()
    static let table =
        header + "a\tInternal\treport\t9.2\taudit-report\t-\n" + "a\tInternal\tminutes\t9.3\tminutes\t-\n"
        + "b\tActions\trecord\t10.2\t-\tActions\n" + rest

    private static func problems(_ text: String) -> [String] {
        do {
            _ = try SurveillanceChecklist(parsing: text)
            return []
        } catch {
            return error.problems.map { "\($0.line): \($0.message)" }
        }
    }

    static let mistakes: [(String, [String])] = [
        (table, []),
        (
            "",
            ["1: the columns must be: item, title, asks, clauses, kinds, tags"]
                + "abcdefgh".map { "0: item \($0) is missing" }
        ),
        (table + "i\tMore\tthing\t-\tnovel,survey\t-\n", ["11: unknown evidence kind \"novel\""]),
        (table + "i\tMore\tthing\t9..2\t-\tx\n", ["11: \"9..2\" is no common clause"]),
        (table + "i\tMore\tthing\t8+ A\t-\t-\n", []),
        (table + "i\tMore\tthing\t-\t-\t-\n", ["11: item i names no clauses, kinds or tags"]),
        (table + "AB\tMore\tthing\t9.2\t-\t-\n", ["11: \"AB\" is no letter from a to z"]),
        (
            table + "a\tOther\tthing\t9.2\t-\t-\n",
            ["11: item a has the title \"Other\" here and \"Internal\" before"]
        ),
        (
            table + "i\tMore\t \t9.2\t-\t-\n",
            ["11: no row of the form item, title, asks, clauses, kinds, tags"]
        ),
        (
            table.replacing("b\tActions", with: "z\tActions"), ["0: item b is missing"]
        ),
    ]

    @Test("every problem with its line", arguments: mistakes)
    func parsing(text: String, problems: [String]) { #expect(Self.problems(text) == problems) }

    /// 9.2 with 9.2.1 below it, 9.3, and 10.2, which the structure calls 10.1 here.
    private static let catalogue = Catalogue(
        standard: Standard(
            id: "iso20000-1-2018", designation: "D", title: "D", edition: "1", published: "2026-01",
            amendments: nil, status: "current", successor: nil),
        clauses: [
            GapAnalysisTests.clause("9", requirement: false),
            GapAnalysisTests.clause("9.2", parent: "9", requirement: false),
            GapAnalysisTests.clause("9.2.1", parent: "9.2"), GapAnalysisTests.clause("9.3", parent: "9"),
            GapAnalysisTests.clause("10.1"),
        ])

    private static func reading(_ items: [DatedEvidence], named: [NamedEvidence] = []) throws
        -> SurveillanceReading
    {
        let structure = try HarmonizedStructure(
            parsing: "row\ttitle\tstandard\tclauses\n9.2\tA\tiso20000-1-2018\t9.2\n"
                + "9.3\tR\tiso20000-1-2018\t9.3\n10.2\tN\tiso20000-1-2018\t10.1\n")
        var reading = SurveillanceReading(
            try SurveillanceChecklist(parsing: table), by: structure, of: catalogue, named: named)
        for item in items { reading.add(item) }
        return reading
    }

    private static func item(
        _ id: String, _ kind: EvidenceKind, _ clauses: [String] = [], on day: String? = "2026-10-01",
        tags: [String] = [], elsewhere: Bool = false
    ) -> DatedEvidence {
        DatedEvidence(
            id: id, kind: kind, tags: tags, clauses: clauses, isElsewhere: elsewhere,
            day: day.map(CycleDesk.day))
    }

    static let shown: [(String, DatedEvidence, [String])] = [
        ("clause and kind", item("E", .auditReport, ["9.2.1"]), ["a report"]),
        ("a heading above", item("E", .minutes, ["9"]), ["a minutes"]),
        ("the kind of the other part", item("E", .minutes, ["9.2.1"]), []),
        (
            "a clause by its common number", item("E", .survey, ["10.1"]),
            ["b record", "c thing", "d thing", "e thing", "f thing", "g thing", "h thing"]
        ),
        ("any kind where none is named", item("E", .plan, ["10.1"]), ["b record"]),
        (
            "a tag, whatever the clauses and the case", item("E", .plan, tags: ["actions"], elsewhere: true),
            ["b record"]
        ),
        (
            "the kind alone, linked to nothing", item("E", .survey),
            ["c thing", "d thing", "e thing", "f thing", "g thing", "h thing"]
        ),
        ("the kind alone, of another standard", item("E", .survey, elsewhere: true), []),
        ("without a file", item("E", .auditReport, ["9.2.1"], on: nil), []),
    ]

    @Test("what shows which part", arguments: shown.indices)
    func shows(index: Int) throws {
        let (_, item, parts) = Self.shown[index]
        let answers = try Self.reading([item]).answers
        #expect(
            answers.flatMap { answer in
                answer.parts.filter { !$0.evidence.isEmpty }.map { "\(answer.item.letter) \($0.part.asks)" }
            } == parts)
    }

    @Test("what audits and findings name counts with their days")
    func named() throws {
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        desk.audit(.internal, "2026-10-12..2026-10-13", reports: ["REP-1"])
        desk.audit(.managementReview, "2026-11-02", reports: ["min-1", "GONE"])
        desk.audit(.internal, "2026-12-24", reports: ["LATER"])
        desk.audit(.surveillance, "2027-04-20", reports: ["SV"])
        desk.find(
            .minor, in: 1,
            steps: [
                FindingStep(
                    number: 1, kind: .action, text: "t", by: "b", on: CycleDesk.day("2026-11-10"),
                    evidence: ["CAR-1"])
            ])
        let named = NamedEvidence.all(
            of: desk.certificate.standard, audits: desk.audits, findings: desk.findings,
            on: CycleDesk.day("2026-12-01"))
        let reading = try Self.reading(
            [
                Self.item("REP-1", .record, on: "2026-10-20"), Self.item("MIN-1", .record, on: nil),
                Self.item("CAR-1", .record, on: "2026-01-01"), Self.item("LATER", .record),
            ], named: named)
        let shown = reading.answers.prefix(2).map { answer in
            answer.parts.map { $0.evidence.map { "\($0.evidence) \($0.day)" } }
        }
        #expect(shown == [[["REP-1 2026-10-13"], ["MIN-1 2026-11-02"]], [["CAR-1 2026-11-10"]]])
    }

    @Test("SV-6: a warning for each item without evidence after the previous external audit")
    func rule() throws {
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        desk.audit(.stage2, "2026-04-22..2026-04-24")
        desk.audit(.internal, "2026-10-12")
        let reading = try Self.reading([
            Self.item("REP-1", .auditReport, ["9.2.1"], on: "2026-04-24"),
            Self.item("MIN-1", .minutes, ["9.3"]), Self.item("ACT-1", .record, ["10.1"], on: "2026-04-25"),
            Self.item("ACT-2", .record, ["10.1"], on: "2026-11-01"),
        ])
        let said = desk.judged("2027-03-01").checklist(reading)
        #expect(
            said.prefix(3).map {
                "\($0.name) \($0.status.rawValue) \($0.due?.description ?? "-") \($0.met?.description ?? "-")"
            } == [
                "SV-6.a due 2027-05-13 -", "SV-6.b ok 2027-05-13 2026-11-01", "SV-6.c due 2027-05-13 -",
            ])
        #expect(said.allSatisfy { $0.severity == .warning })
        #expect(
            said[0].remark
                == "no report since 2026-04-24 (the latest is REP-1 of 2026-04-24; A-2 names none)")
        #expect(said[2].remark == "no thing since 2026-04-24")
        #expect(desk.judged("2026-12-01").checklist(reading).first?.status == .open)
    }

    @Test("SV-6 is silent without a certificate that is kept")
    func silent() throws {
        let reading = try Self.reading([])
        #expect(CycleDesk().judged("2026-12-01").checklist(reading) == [])
        #expect(CycleDesk.certified(expiry: "2029-05-13").judged("2029-05-14").checklist(reading) == [])
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        desk.record(.withdrawal, "2027-01-01")
        #expect(desk.judged("2027-02-01").checklist(reading) == [])
    }

    static let days: [(String, RevisionDates, String?)] = [
        ("the end of a period", revision(period: "2026-09"), "2026-09-30"),
        ("a period that runs", revision(period: "2026"), "2026-11-22"),
        ("a period to come", revision(period: "2027"), nil),
        ("when it takes effect", revision(effective: "2026-05-01"), "2026-05-01"),
        ("not in force yet", revision(effective: "2026-12-01"), nil),
        ("when it was received", revision(), "2026-10-10"),
        ("received later", revision(received: "2026-12-01"), nil),
        ("an empty file", revision(flaw: .empty), nil),
    ]

    private static func revision(
        effective: String? = nil, period: String? = nil, received: String = "2026-10-10",
        flaw: RevisionFlaw? = nil
    ) -> RevisionDates {
        RevisionDates(
            number: 1, effective: effective.map(CycleDesk.day), period: period.map(CycleDesk.days),
            received: CycleDesk.day(received), flaw: flaw)
    }

    @Test("the last day that an item speaks of", arguments: days)
    func lastSpoken(name: String, revision: RevisionDates, day: String?) {
        let dates = EvidenceDates(reviewEvery: nil, reviewOn: nil, expires: nil, revisions: [revision])
        #expect(dates.lastSpoken(on: CycleDesk.day("2026-11-22"))?.description == day)
    }
}
