import Foundation
import Testing

@Suite("Gap, status and log")
struct ReadinessTests {
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write("procedure.md", "x")
        desk.run(
            "add", "procedure.md", "--id", "PRO-1", "--kind", "procedure", "--clause", "8.6",
            "--review-every", "12m",
            "--effective", "2025-12-01"
        ).expect()
        desk.run("request", "--id", "BUD-1", "--title", "Budget", "--kind", "budget", "--clause", "8.4.1")
            .expect()
        return desk
    }

    @Test("today and on audit day")
    func gap() throws {
        let desk = try desk()
        desk.run("gap", "--only", "covered,partial,stale,requested").expect(
            out: """
                ISO/IEC 20000-1:2018 on 2026-11-22: 0 of 62 covered, 3 partial, 1 requested, 58 missing
                  8.4.1  Budgeting and accounting for services  requested  BUD-1 requested, no file yet
                  8.6.1  Incident management                    partial    PRO-1; but a record to retain is demanded; nothing current provides it
                  8.6.2  Service request management             partial    PRO-1; but a record to retain is demanded; nothing current provides it
                  8.6.3  Problem management                     partial    PRO-1; but a record to retain is demanded; nothing current provides it
                Documented information: 54 demands, 2 met, 52 in 40 clauses with nothing linked that provides it
                62 clauses need work.

                """,
            err:
                "Next: `dossier show 8.4.1` says what is asked for; `dossier gap --next` orders the work by date.\n"
        )
        desk.run("gap", "20000-1", "--on", "2026-12-02", "--only", "stale").expect(
            out: """
                ISO/IEC 20000-1:2018 on 2026-12-02: 0 of 62 covered, 3 stale, 1 requested, 58 missing
                  8.6.1  Incident management         stale  PRO-1 review was due 2026-12-01
                  8.6.2  Service request management  stale  PRO-1 review was due 2026-12-01
                  8.6.3  Problem management          stale  PRO-1 review was due 2026-12-01
                Documented information: 54 demands, 0 met, 2 provided by nothing current, 52 in 40 clauses with nothing linked that provides it
                62 clauses need work.

                """)
    }

    @Test("one line for every requirement clause, and the demands that nothing answers")
    func whole() throws {
        let lines = try desk().run("gap").out.split(separator: "\n")
        #expect(lines.count == 1 + 62 + 1 + 40 + 1)
        #expect(lines[1].hasPrefix("  4.1 "))
        #expect(lines.contains { $0.hasPrefix("  4.3      maintain          scope statement of the SMS") })
        #expect(lines.contains { $0.hasPrefix("  7.5.1    maintain, retain  ") })
        #expect(!lines.contains { $0.contains("8.6.1    maintain") })
    }

    @Test("as CSV and JSON, with an exit code")
    func formats() throws {
        let desk = try desk()
        desk.run("gap", "--only", "requested", "--format", "csv", "--exit-code").expect(
            1,
            out:
                "clause,title,status,verdict,evidence,reasons\r\n8.4.1,Budgeting and accounting for services,requested,,BUD-1,\"BUD-1 requested, no file yet\"\r\n",
            err: "")
        let answer = desk.run("gap", "--only", "requested", "--format", "json")
        let json = try #require(JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
        #expect(
            Set(json.keys) == [
                "standard", "designation", "day", "requirements", "applicable", "counts", "clauses", "open",
                "documentedInformationDemanded", "documentedInformationMet",
                "documentedInformationMissing",
            ])
        #expect(
            json["counts"] as? [String: Int] == [
                "covered": 0, "credited": 0, "partial": 3, "suspect": 0, "stale": 0, "requested": 1,
                "missing": 58, "excluded": 0, "not-applicable": 0,
            ])
        let clause = try #require((json["clauses"] as? [[String: Any]])?.first)
        #expect(clause["clause"] as? String == "8.4.1")
        #expect(
            (clause["reasons"] as? [[String: String]])?.first == [
                "evidence": "BUD-1", "code": "no-file", "text": "requested, no file yet",
            ])
    }

    @Test("fits a narrow terminal")
    func narrow() throws {
        let lines = try desk().run("gap", width: 60).out.split(separator: "\n")
        for line in lines.dropFirst() where line.hasPrefix("  ") { #expect(line.count <= 60, "\(line)") }
        #expect(lines.contains { $0.contains("…") })
    }

    @Test("several standards: one must be named")
    func several() throws {
        let desk = try desk()
        desk.run("standard", "add", "27001").expect(
            err: "Added ISO/IEC 27001:2022 (123 requirement clauses).\nNext: dossier gap iso27001-2022\n")
        desk.run("gap").expect(
            64,
            err: """
                dossier: error: the register holds several standards; name one
                dossier: hint: one of iso20000-1-2018, iso27001-2022

                """)
        #expect(desk.run("gap", "27001").out.hasPrefix("ISO/IEC 27001:2022 on 2026-11-22: 0 of 123 covered"))
        desk.run("link", "PRO-1", "A.5.24", "20000:10.2").expect(
            err: """
                PRO-1 is linked to ISO/IEC 27001:2022 A.5.24 (Information security incident management planning and preparation).
                PRO-1 is linked to ISO/IEC 20000-1:2018 10.2 (Continual improvement).

                """)
        desk.run("link", "PRO-1", "9.3").expect(
            64,
            err: "dossier: error: say the standard of clause 9.3: iso20000-1-2018:9.3 or iso27001-2022:9.3\n")
        desk.run("link", "PRO-1", "27001:5.1").expect(
            err: """
                PRO-1 is linked to ISO/IEC 27001:2022 5.1 (Leadership and commitment).
                dossier: warning: 5.1 is read as clause 5.1 (Leadership and commitment); for the control write A.5.1 (Policies for information security)

                """)
    }

    @Test("status on one screen")
    func status() throws {
        let desk = try desk()
        let head = try Self.head(of: desk).prefix(12)
        desk.run("status").expect(
            out: """
                ACME Ltd  2026-11-22
                  register   {desk}
                  evidence   2 items: 1 held, 1 requested, 0 retired; 0 without a clause
                  files      1 revision, 1 byte
                  ISO/IEC 20000-1:2018: 0 of 62 covered, 3 partial, 1 requested, 58 missing
                  journal    7 entries, last 2026-11-18T11:06:40Z, \(head)

                """,
            err: "Next: dossier gap\n")
        try Desk.withRegister().run("status").expect(
            err: "Next: dossier add FILE --clause 8.6.1, or dossier import LIST.csv\n")
    }

    /// The hash of the newest entry.
    private static func head(of desk: Desk) throws -> Substring {
        try #require(
            desk.run("log", "--format", "csv").out.split(separator: "\r\n").last?.split(separator: ",").last)
    }

    @Test("what a clause asks for")
    func clause() throws {
        let desk = try desk()
        desk.run("show", "8.4.2").expect(
            out: """
                ISO/IEC 20000-1:2018  8.4.2  Demand management
                  status      missing
                  documented  retain
                  note        current demand and demand forecast; reports on demand and consumption of services
                  typical     report, kpi-export, plan
                Next: dossier add FILE --clause 8.4.2, or dossier request --title TITLE --clause 8.4.2

                """)
        #expect(desk.run("show", "8.6.1").out.contains("    PRO-1  Procedure  current\n"))
    }

    @Test("the journal by item, by person, by day")
    func log() throws {
        let desk = try desk()
        desk.run("log", "--evidence", "bud-1").expect(
            out: """
                no  time (UTC)            actor  item   change
                 6  2026-11-18T11:06:40Z  qm     BUD-1  added budget "Budget"
                 7  2026-11-18T11:06:40Z  qm     BUD-1  linked to iso20000-1-2018:8.4.1

                """)
        desk.run("log", "--actor", "somebody").expect(out: "", err: "No entry found.\n")
        desk.run("log", "--since", "2026-11-19").expect(out: "", err: "No entry found.\n")
        #expect(
            desk.run("log", "--since", "2026-11-18", "--until", "2026-11-18").out.split(separator: "\n").count
                == 8)
        desk.run("log", "--evidence", "NOBODY").expect(66)
        desk.run("log", "--verify", "--actor", "qm").expect(64)
        let json = desk.run("log", "--evidence", "BUD-1", "--format", "json").out
        #expect(json.contains("\"type\" : \"evidence-added\""))
    }

    @Test("who did it comes from DOSSIER_ACTOR or the user")
    func actor() throws {
        let desk = try Desk.withRegister()
        desk.run(["request", "--title", "X"], environment: ["DOSSIER_ACTOR": "Head of quality"]).expect()
        #expect(
            desk.run("log", "--actor", "Head of quality", "--format", "csv").out.split(separator: "\r\n")
                .count == 2)
    }

    @Test("checking the journal")
    func verify() throws {
        let desk = try desk()
        desk.run("log", "--verify").expect(
            out: """
                intact: 7 entries, every hash holds, a replay gives the same tables
                head  7  \(try Self.head(of: desk))

                """,
            err: "")
    }

    @Test(
        "today comes from the register's zone unless it is said",
        arguments: [
            ("", 0, ""), ("time_zone: Europe/Berlin\n", 0, ""),
            (
                "time_zone: Nowhere/Land\n", 65,
                "dossier: error: {desk}/.dossier/config.yaml: unknown time zone Nowhere/Land\ndossier: hint: time_zone: Europe/Berlin\n"
            ),
            (
                "colour: red\n", 65,
                "dossier: error: {desk}/.dossier/config.yaml:1: unknown setting \"colour\"; known: time_zone, holidays, leads, mail, allowed_signers\n"
            ),
            ("- 1\n", 65, "dossier: error: {desk}/.dossier/config.yaml:1: not a list of settings\n"),
        ] as [(String, Int32, String)])
    func zone(configuration: String, status: Int32, err: String) throws {
        let desk = try Desk.withRegister()
        try desk.write(".dossier/config.yaml", configuration)
        desk.run(["status", "--quiet"], today: "").expect(status, err: err)
        desk.run("status", "--quiet", "--today", "2026-11-22").expect(0)
        desk.run(["status"], today: "tomorrow").expect(64)
    }
}
