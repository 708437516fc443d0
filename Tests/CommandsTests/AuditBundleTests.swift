import Certification
import Foundation
import Store
import Testing

@Suite("Bundles for audits")
struct AuditBundleTests {
    private static let items: [(String, String, String, [String])] = [
        ("PRO-1", "procedure", "8.6.1", ["--effective", "2025-01-01"]),
        ("TIC-1", "ticket-export", "8.6.1", ["--period", "2026-10"]),
        ("TRN-1", "training-record", "7.2", ["--effective", "2026-12-01"]),
        ("MIN-1", "minutes", "9.3", ["--effective", "2026-03-01"]),
        ("MIN-2", "minutes", "9.3", ["--effective", "2027-01-20"]),
        ("CAR-1", "corrective-action-record", "10.1.2", ["--effective", "2026-08-01"]),
        ("LOG-1", "complaint-log", "8.3.2", ["--period", "2026"]),
        ("KPI-1", "kpi-export", "9.1", ["--period", "2026-03"]),
        ("SCO-1", "scope-statement", "4.3", ["--effective", "2025-01-01"]),
        ("REP-1", "report", "8.4.1", ["--effective", "2025-06-01", "--classification", "restricted"]),
    ]

    /// Certified in May 2026, with evidence of before and after.
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for (id, kind, clause, more) in Self.items {
            try desk.write("\(id).txt", "\(id)\n")
            desk.run(
                ["add", "\(id).txt", "--id", id, "--title", "T", "--kind", kind, "--clause", clause] + more
            ).expect()
        }
        try desk.write("kpi-10.csv", "10\n")
        desk.run("revise", "KPI-1", "kpi-10.csv", "--period", "2026-10").expect()
        desk.run("request", "--id", "IAR-1", "--title", "T", "--kind", "audit-report", "--clause", "9.2.2")
            .expect()
        desk.run(
            "certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "All"
        )
        .expect()
        desk.run("certificate", "record", "NW-1", "stage-2", "--on", "2026-04-22..2026-04-24").expect()
        desk.run("certificate", "record", "NW-1", "decision", "--on", "2026-05-14", "--expiry", "2029-05-13")
            .expect()
        return desk
    }

    private func state(_ audits: [Audit], on desk: Desk) throws {
        let register = try Register.open(at: RegisterLocation.find(from: desk.path), lockWait: 1)
        try register.write(actor: "qm", time: Timestamp(seconds: 1_795_000_000)) { transaction in
            for audit in audits { try transaction.record(.cycle(.auditStated(audit))) }
        }
    }

    private func audit(
        _ id: String, _ kind: AuditKind, _ days: String, _ state: AuditState = .planned,
        clauses: [String] = [], standards: [String] = ["iso20000-1-2018"], reports: [String] = []
    ) throws -> Audit {
        Audit(
            id: id, kind: kind, state: state, period: try #require(Period(days)),
            certificates: kind.isExternal ? ["NW-1"] : [], standards: standards,
            clauses: clauses.map { .init(standard: "iso20000-1-2018", number: $0) }, reports: reports)
    }

    @Test("the choice is explained before anything is written")
    func explained() throws {
        let desk = try desk()
        try state([audit("SV1-2027", .surveillance, "2027-03-14..2027-03-15", clauses: ["8.6"])], on: desk)
        desk.run("pack", "--audit", "sv1-2027", "--dry-run").expect(
            out: """
                ACME-Ltd-20000-1-surveillance-2027.zip would hold 7 evidence files, 39 bytes
                  audit      surveillance SV1-2027 on 2027-03-14..2027-03-15, judged on 2027-03-14
                  window     documents in force; records since 2026-04-25: the day after stage 2 (AUD-1) ended
                  clauses    4.1, 4.3, 5.3, 6.2, 8.1, 8.3.2, 8.6, 9, 10; the programme names 8.6
                  selected   8 items
                    CAR-1  corrective-action-record  b Actions on earlier nonconformities (10.1.2)
                    IAR-1  audit-report              a Internal audit and management review (9.2.2)
                    KPI-1  kpi-export                d Effectiveness against objectives (9.1); without 1 revision before the window
                    LOG-1  complaint-log             c Complaints (8.3.2)
                    MIN-2  minutes                   a Internal audit and management review (9.3)
                    PRO-1  procedure                 the programme names (8.6.1)
                    SCO-1  scope-statement           g Changes (4.3)
                    TIC-1  ticket-export             the programme names (8.6.1)
                  nothing    for e Planned improvement, f Operational control, h Use of marks
                  left out   3 items
                    2 not asked for by such an audit: REP-1, TRN-1
                    1 without a record in the window: MIN-1 (until 2026-03-01)
                  evidence   8 items, 7 with files in it: 1 procedure, 1 kpi-export, 1 minutes, 1 audit-report, 1 scope-statement, 1 ticket-export, 1 complaint-log, 1 corrective-action-record
                  status     18 clauses: 4 covered, 1 partial, 1 stale, 1 requested, 11 missing
                  absent     1 revision: 1 before-window
                  left out   1 revision before the window of the audit: listed
                  not ready  clauses: 11 missing, 1 requested, 1 stale, 1 partial; listed on the first page

                """, err: "Nothing was written.\n")
    }

    @Test("the same for programs")
    func json() throws {
        let desk = try desk()
        try state([audit("SV1-2027", .surveillance, "2027-03-14")], on: desk)
        let answer = desk.run("pack", "--audit", "SV1-2027", "--dry-run", "--format", "json")
        answer.expect(err: "")
        let page = try #require(JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
        #expect(
            Set(page.keys) == [
                "bundle", "standard", "designation", "state", "day", "onlyClauses", "selected", "audit",
            ])
        let selected = try #require(page["selected"] as? [[String: Any]])
        let kpi = try #require(selected.first { $0["evidence"] as? String == "KPI-1" })
        #expect(kpi["askedBy"] as? [String] == ["d"] && kpi["clauses"] as? [String] == ["9.1"])
        #expect(kpi["beforeWindow"] as? [Int] == [1])
        let audit = try #require(page["audit"] as? [String: Any])
        #expect(audit["since"] as? String == "2026-04-25")
        #expect(
            (audit["leftOut"] as? [[String: String]])?.map { $0["code"] }.contains("before-window") == true)
    }

    @Test("packed: name, bag, index and page say for which audit; the same state gives the same bytes")
    func packed() throws {
        let desk = try desk()
        try state([audit("SV1-2027", .surveillance, "2027-03-14..2027-03-15", clauses: ["8.6"])], on: desk)
        let name = "ACME-Ltd-20000-1-surveillance-2027"
        desk.run("pack", "--audit", "SV1-2027").expect(err: "Next: dossier verify \(name).zip\n")
        desk.run("verify", "\(name).zip").expect()
        desk.run("unpack", "\(name).zip").expect()
        let info = try String(contentsOfFile: desk.path + "/\(name)/bag-info.txt", encoding: .utf8)
        #expect(info.contains("\nDossier-Audit: SV1-2027 surveillance 2027-03-14..2027-03-15\n"))
        #expect(
            info.contains(
                "\nExternal-Description: Evidence for ISO/IEC 20000-1:2018, for surveillance SV1-2027, "))
        let data = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/\(name)/data/dossier.json"))
        let index = try JSONDecoder().decode(BundleIndex.self, from: data)
        #expect(index.audit?.id == "SV1-2027" && index.audit?.programme == ["8.6"])
        #expect(index.day == Day("2027-03-14"))
        let kpi = try #require(index.evidence.first { $0.id == "KPI-1" })
        #expect(kpi.files.map(\.absence) == [.beforeWindow, nil])
        let page = try String(contentsOfFile: desk.path + "/\(name)/data/index.html", encoding: .utf8)
        #expect(
            page.contains(
                "<dt>Packed for</dt><dd>surveillance SV1-2027 on 2027-03-14..2027-03-15, records since 2026-04-25: the day after stage 2 (AUD-1) ended; 3 items left out</dd>"
            ))
        #expect(page.contains("of a time before the window of the audit"))
        try desk.write("again/x", "")
        desk.run("pack", "--audit", "SV1-2027", "-o", "again/\(name).zip").expect()
        #expect(
            FileManager.default.contentsEqual(
                atPath: desk.path + "/\(name).zip", andPath: desk.path + "/again/\(name).zip"))
    }

    @Test("recertification: the whole cycle; stage 1: documents; stage 2: everything; special: the finding")
    func kinds() throws {
        let desk = try desk()
        try state(
            [
                audit("RC-2029", .recertification, "2029-02-05"), audit("S1", .stage1, "2026-04-01"),
                audit("SP-1", .special, "2027-02-01", clauses: ["8.4.1"]),
                audit("TR-1", .transfer, "2027-03-01"),
            ], on: desk)
        func items(_ id: String) throws -> String {
            let answer = desk.run("pack", "--audit", id, "--dry-run", "--format", "json")
            let page = try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any]
            return (page?["selected"] as? [[String: Any]] ?? []).compactMap { $0["evidence"] as? String }
                .joined(separator: " ")
        }
        // MIN-1 and the report of 2025 are from before the decision.
        #expect(try items("RC-2029") == "CAR-1 IAR-1 KPI-1 LOG-1 MIN-2 PRO-1 SCO-1 TIC-1 TRN-1")
        #expect(try items("S1") == "IAR-1 MIN-1 MIN-2 PRO-1 SCO-1")
        #expect(
            try items("AUD-1") == "CAR-1 IAR-1 KPI-1 LOG-1 MIN-1 MIN-2 PRO-1 REP-1 SCO-1 TIC-1 TRN-1")
        #expect(try items("SP-1") == "CAR-1")
        #expect(try items("TR-1") == "CAR-1 IAR-1 LOG-1")
    }

    @Test("reports of earlier audits go along by name; what is withheld stays withheld")
    func named() throws {
        let desk = try desk()
        try state(
            [
                audit("IA-1", .internal, "2026-11-02", .held, reports: ["REP-1"]),
                audit("SV1-2027", .surveillance, "2027-03-14"),
            ], on: desk)
        let answer = desk.run(
            "pack", "--audit", "SV1-2027", "--classification-up-to", "internal", "--dry-run")
        #expect(answer.out.hasPrefix("ACME-Ltd-20000-1-surveillance-2027-up-to-internal.zip would hold "))
        #expect(answer.out.contains("    REP-1  report                    report of internal audit IA-1\n"))
        #expect(
            answer.out.contains("  withheld   1 item above \"internal\": REP-1; listed with the reason\n"))
    }

    @Test("judged on another day where one is said")
    func day() throws {
        let desk = try desk()
        try state([audit("SV1-2027", .surveillance, "2027-03-14")], on: desk)
        let answer = desk.run("pack", "--audit", "SV1-2027", "--on", "2026-11-22", "--dry-run")
        #expect(answer.out.contains(" judged on 2026-11-22\n"))
    }

    @Test(
        "what cannot be packed",
        arguments: [
            (["--audit", "SV9"], 66, "no audit SV9"),
            (
                ["--audit", "IA-1"], 65,
                "IA-1 is an internal audit; what a certification body wants to see is packed for its own audits"
            ),
            (["--audit", "OFF-1"], 65, "OFF-1 was called off"),
            (["--audit", "TWO-1"], 64, "TWO-1 looks at several standards; name one with --standard"),
            (
                ["--audit", "AUD-1", "--standard", "27001"], 65,
                "AUD-1 does not look at ISO/IEC 27001:2022"
            ),
            (
                ["--audit", "AUD-1", "--clause", "8.6"], 64,
                "say either --audit or --clause; the audit names its clauses"
            ),
            (["--format", "json"], 64, "--format json goes with --audit and --dry-run"),
        ] as [([String], Int32, String)])
    func refused(arguments: [String], status: Int32, message: String) throws {
        let desk = try desk()
        desk.run("standard", "add", "27001").expect()
        try state(
            [
                audit("IA-1", .internal, "2026-11-02"),
                audit("OFF-1", .surveillance, "2027-03-01", .cancelled),
                audit(
                    "TWO-1", .surveillance, "2027-03-01",
                    standards: ["iso20000-1-2018", "iso27001-2022"]),
            ], on: desk)
        let answer = desk.run(["pack"] + arguments)
        answer.expect(status, out: "")
        #expect(answer.err.hasPrefix("dossier: error: \(message)\n"), "\(answer.err)")
    }

    @Test("the shipped table names rows of the common clauses, and every audit of a body")
    func table() throws {
        let read = { try String(contentsOfFile: repository + "/templates/" + $0, encoding: .utf8) }
        let subjects = try AuditSubjects(parsing: read("audits/bundles.tsv"))
        let rows = Set(try HarmonizedStructure(parsing: read("standards/harmonized.tsv")).rows.map(\.number))
        for subject in subjects.subjects {
            if case .rows(let named) = subject.clauses {
                #expect(rows.isSuperset(of: named), "\(subject.name)")
            }
        }
        for kind in AuditKind.allCases where kind.isExternal { #expect(!subjects[kind].isEmpty, "\(kind)") }
        #expect(subjects[.surveillance].map(\.name) == ["a", "b", "c", "d", "e", "f", "g", "h"])
    }
}
