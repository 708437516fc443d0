import Certification
import Testing

@Suite("Evidence chosen for an audit")
struct AuditSelectionTests {
    /// 8 Operation, 9.1 Evaluation and 7.2 Competence of a standard for the tests.
    static let catalogue = Catalogue(
        standard: Standard(
            id: "demo-2026", designation: "Demo:2026", title: "Demo", edition: "1", published: "2026-01",
            amendments: nil, status: "current", successor: nil),
        clauses: [
            GapAnalysisTests.clause("7", requirement: false), GapAnalysisTests.clause("7.2", parent: "7"),
            GapAnalysisTests.clause("8", requirement: false), GapAnalysisTests.clause("8.1", parent: "8"),
            GapAnalysisTests.clause("8.2", parent: "8"), GapAnalysisTests.clause("9", requirement: false),
            GapAnalysisTests.clause("9.1", parent: "9"), GapAnalysisTests.clause("9.2", parent: "9"),
        ])

    static let structure =
        "row\ttitle\tstandard\tclauses\n7.2\tC\tdemo-2026\t7.2\n8.1\tO\tdemo-2026\t8.1\n8+\tOwn\tdemo-2026\t8.2\n9.1\tE\tdemo-2026\t9.1\n9.2\tI\tdemo-2026\t9.2\n"

    static let subjects =
        AuditSubjectTests.header + """
            stage-1\tdocuments\tDocuments\tall\tdocuments\t-\tW
            stage-1\taudit\tInternal audit\t9.2\taudit-report\t-\tW
            stage-2\tsystem\tEverything\tall\tany\t-\tW
            stage-2\taudit\tInternal audit\t9.2\tany\t-\tW
            surveillance\ta\tInternal audit\t9.2\tany\t-\tW
            surveillance\tc\tComplaints\tall\tcomplaint-log\tcomplaints\tW
            surveillance\td\tObjectives\t9.1\tkpi-export\t-\tW

            """

    static func record(
        _ kind: EvidenceKind, _ clauses: [String], tags: [String] = [], standard: String = "demo-2026",
        _ revisions: [String]
    ) -> EvidenceRecord {
        EvidenceRecord(
            evidence: Evidence(id: "E-1", title: "E", kind: kind, tags: tags), retired: nil,
            revisions: revisions.enumerated().map { revision($0.offset + 1, $0.element) },
            links: clauses.map { Link(evidence: "E-1", clause: .init(standard: standard, number: $0)) })
    }

    /// `2026-03` is the time that a record covers, `from 2026-03-01` the day on which it took effect.
    private static func revision(_ number: Int, _ text: String) -> Revision {
        Revision(
            number: number, fingerprint: Fingerprint(of: [UInt8(number)]), size: 1, mediaType: "text/plain",
            originalName: "f", effective: text.hasPrefix("from ") ? Day(String(text.dropFirst(5))) : nil,
            period: Period(text), received: CycleDesk.day("2026-09-01"))
    }

    private func audit(_ kind: AuditKind, clauses: [String] = []) -> Audit {
        Audit(
            id: "A-9", kind: kind, state: .planned, period: CycleDesk.days("2027-03-01..2027-03-02"),
            certificates: ["C-1"], standards: ["demo-2026"],
            clauses: clauses.map { .init(standard: "demo-2026", number: $0) })
    }

    private func selection(
        _ kind: AuditKind, clauses: [String] = [], named: [String: String] = [:],
        structure: String = structure
    ) throws -> AuditSelection {
        var desk = CycleDesk()
        desk.audit(.stage2, "2026-05-04..2026-05-06")
        let audit = audit(kind, clauses: clauses)
        return AuditSelection(
            audit, of: Self.catalogue, subjects: try AuditSubjects(parsing: Self.subjects),
            structure: try HarmonizedStructure(parsing: structure),
            window: EvidenceWindow(of: audit, desk.facts),
            named: named, on: audit.period.first)
    }

    /// The reasons, what the window leaves out, or why nothing goes along.
    private func said(_ verdict: AuditVerdict) -> String {
        switch verdict {
        case .included(let reasons, let old):
            reasons.map(\.sentence).joined(separator: "; ") + (old.isEmpty ? "" : " without \(old)")
        case .leftOut(let reason): "not: \(reason.sentence)"
        }
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: AuditKind
        let record: EvidenceRecord
        let said: String
        var clauses: [String] = []

        var testDescription: String { "\(kind.rawValue): \(name)" }
    }

    static let surveillance: [Example] = [
        Example(
            name: "a record since the previous audit", kind: .surveillance,
            record: record(.auditReport, ["9.2"], ["from 2026-05-07"]), said: "a Internal audit (9.2)"),
        Example(
            name: "on the last day of the previous audit", kind: .surveillance,
            record: record(.auditReport, ["9.2"], ["from 2026-05-06"]),
            said: "not: its last record is of 2026-05-06, before the window"),
        Example(
            name: "a record without a date counts by its receipt", kind: .surveillance,
            record: record(.auditReport, ["9.2"], [""]), said: "a Internal audit (9.2)"),
        Example(
            name: "a period that reaches into the window", kind: .surveillance,
            record: record(.kpiExport, ["9.1"], ["2026-04", "2026-05", "2026-06"]),
            said: "d Objectives (9.1) without [1]"),
        Example(
            name: "a document in force, whatever its age and kind", kind: .surveillance,
            record: record(.procedure, ["9.1"], ["from 2019-01-01"]), said: "d Objectives (9.1)"),
        Example(
            name: "a record of another kind", kind: .surveillance,
            record: record(.minutes, ["9.1"], ["from 2026-06-01"]),
            said: "not: no subject of the audit asks for it"),
        Example(
            name: "a document of all clauses only by its kind", kind: .surveillance,
            record: record(.procedure, ["7.2"], [""]), said: "not: no subject of the audit asks for it"),
        Example(
            name: "a kind in whatever clause", kind: .surveillance,
            record: record(.complaintLog, ["8.2", "7.2"], ["2026"]), said: "c Complaints (7.2, 8.2)"),
        Example(
            name: "a tag whatever the kind", kind: .surveillance,
            record: record(.report, ["8.2"], tags: ["Complaints"], ["2026"]), said: "c Complaints (8.2)"),
        Example(
            name: "a link to a heading stands for what is below", kind: .surveillance,
            record: record(.kpiExport, ["9"], ["2026"]), said: "a Internal audit (9.2); d Objectives (9.1)"),
        Example(
            name: "the programme names a heading", kind: .surveillance,
            record: record(.ticketExport, ["8.2"], ["2026-07"]), said: "the programme names (8.2)",
            clauses: ["8"]),
        Example(
            name: "records of the programme's clauses keep to the window", kind: .surveillance,
            record: record(.ticketExport, ["8.2"], ["2026-02"]),
            said: "not: its last record is of 2026-02-28, before the window", clauses: ["8.2"]),
        Example(
            name: "requested, so that it is seen to be missing", kind: .surveillance,
            record: record(.minutes, ["9.2"], []), said: "a Internal audit (9.2)"),
        Example(
            name: "of another standard", kind: .surveillance,
            record: record(.minutes, ["9.2"], standard: "other-2026", [""]),
            said: "not: no subject of the audit asks for it"),
    ]

    static let stages: [Example] = [
        Example(
            name: "a document", kind: .stage1, record: record(.policy, ["7.2"], [""]),
            said: "Documents (7.2)"),
        Example(
            name: "no records of operation", kind: .stage1,
            record: record(.ticketExport, ["8.2"], ["2026-07"]),
            said: "not: no subject of the audit asks for it"),
        Example(
            name: "first results, however old", kind: .stage1,
            record: record(.auditReport, ["9.2"], ["from 2024-01-01"]), said: "Internal audit (9.2)"),
        Example(
            name: "records of any time", kind: .stage2, record: record(.ticketExport, ["8.2"], ["2024-07"]),
            said: "Everything (8.2)"),
        Example(
            name: "who asks for everything is silent where another speaks", kind: .stage2,
            record: record(.auditReport, ["9.2"], [""]), said: "Internal audit (9.2)"),
    ]

    @Test("each item", arguments: surveillance + stages)
    func verdict(example: Example) throws {
        let selection = try selection(example.kind, clauses: example.clauses)
        #expect(said(selection.verdict(on: example.record)) == example.said)
    }

    @Test("what is named goes along whatever its age, if it has a place")
    func named() throws {
        let selection = try selection(.surveillance, named: ["E-1": "evidence of finding NC-1"])
        let old = Self.record(.record, ["8.2"], ["2020"])
        #expect(said(selection.verdict(on: old)) == "evidence of finding NC-1")
        let unlinked = Self.record(.record, [], ["2020"])
        #expect(
            said(selection.verdict(on: unlinked))
                == "not: the audit names it, but it is linked to no clause of the standard")
    }

    @Test("a standard without common clauses: rather too much than too little")
    func unknown() throws {
        let other = "row\ttitle\tstandard\tclauses\n9.1\tE\tother-1\t9.1\n"
        let selection = try selection(.surveillance, structure: other)
        #expect(said(selection.verdict(on: Self.record(.minutes, ["7.2"], [""]))) == "a Internal audit (7.2)")
    }

    @Test("the clauses that are shown, headings for all below them")
    func clauses() throws {
        var choice = AuditChoice(try selection(.surveillance, clauses: ["7.2"]))
        #expect(choice.clauses == ["7", "9"])
        choice.consider(Self.record(.complaintLog, ["8.2"], ["2026"]))
        #expect(choice.clauses == ["7", "8.2", "9"] && choice.included.count == 1)
        choice.consider(Self.record(.kpiExport, ["9.1"], ["2026-04", "2026-06"]))
        #expect(choice.beforeWindow == ["E-1": [1]] || choice.included.last?.old == [1])
        choice.consider(Self.record(.minutes, ["8.1"], [""]))
        choice.consider(Self.record(.minutes, ["9.2"], standard: "other-2026", [""]))
        #expect(choice.leftOut.map(\.reason) == [.notAsked])
        #expect(try AuditChoice(selection(.stage1)).clauses == nil)
        #expect(try AuditChoice(selection(.stage2)).clauses == nil)
    }
}
