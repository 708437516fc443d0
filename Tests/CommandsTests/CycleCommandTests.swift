import Foundation
import Testing

@Suite("cycle explain, forecast and profiles")
struct CycleCommandTests {
    /// The worked examples, through the command.
    static let examples: [[String]] = {
        let path = repository + "/Tests/CertificationTests/Fixtures/cycle-examples.tsv"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }.filter { $0[0] != "E36" }
    }()

    @Test("each worked example as JSON", arguments: examples)
    func forecast(cells: [String]) throws {
        let facts = cells[3].split(separator: ";").flatMap { ["--fact", String($0)] }
        let rules = cells[4].split(separator: ";").flatMap { pair in
            pair.hasPrefix("profile=")
                ? ["--profile", String(pair.dropFirst("profile=".count))] : ["--rule", String(pair)]
        }
        let answer = try Desk().run(["cycle", "forecast", "--format", "json"] + facts + rules)
        answer.expect(err: "")
        let values = try #require(
            JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: String])
        for pair in cells[5].split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            #expect(values[parts[0]] == parts[1], "\(cells[0]) \(parts[0])")
        }
    }

    @Test("what if the decision comes two weeks later")
    func whatIf() throws {
        let answer = try Desk().run("cycle", "forecast", "--fact", "decision=2026-05-28", "--format", "csv")
        answer.expect(
            out: """
                key,value,rule\r
                cycle_start,2026-05-28,CY-1\r
                expiry,2029-05-27,CY-2\r
                recert_plan_from,2028-11-27,RC-1\r
                recert_audit_by,2029-02-27,RC-2\r
                recert_onsite_by,2029-05-27,RC-3\r
                sv1_window,2027-02-28/2027-05-28,SV-3\r
                sv1_latest,2027-05-28,SV-1\r
                recert_year,2029,SV-2a\r
                sv_years,\"2027,2028\",SV-2\r
                sv_min_count,2,SV-5\r
                sv2_window,2028-02-28/2028-05-28,SV-3\r
                second_year_ends,2028-05-28,SV-5\r

                """, err: "")
    }

    @Test("a rule, without a register and in one")
    func explain() throws {
        try Desk().run("cycle", "explain", "rc-5").expect(
            out: """
                RC-5  After the expiry the body can restore the certificate within six months.
                  source   ISO/IEC 17021-1 9.6.3.2.5
                  settings restore_months

                """, err: "Next: dossier profile show default\n")
        let desk = try Desk.withRegister()
        desk.run("certificate", "add", "--id", "C-1", "--standard", "20000-1", "--body", "B", "--scope", "S")
            .expect()
        desk.run("certificate", "record", "C-1", "decision", "--on", "2026-05-14").expect()
        #expect(
            desk.run("cycle", "explain", "SV-1").out.hasSuffix(
                """
                  C-1  open 2027-05-14  first surveillance
                      from decision 2026-05-14, sv_anchor decision-anniversary, audit_date last-day

                """))
        #expect(try Desk().run("cycle", "explain").out.split(separator: "\n").count == 46)
        try Desk().run("cycle", "explain", "SV-9").expect(66)
    }

    @Test("a profile in a file: everything that is wrong, with its line")
    func profile() throws {
        let desk = try Desk()
        try desk.write(
            "body.yaml", "# BSI\nsv_window_months: -1/+1\nfoo: 3\nrestore_months: 9\naudit_date: [a]\n")
        desk.run("profile", "check", "body.yaml").expect(
            1,
            out: """
                body.yaml:3: unknown setting "foo"
                body.yaml:4: restore_months cannot be "9"; it is one of: months from 0 to 6
                body.yaml:5: audit_date cannot be "a list"; it is one of: last-day, first-day

                """, err: "")
        try desk.write("good.yaml", "sv_window_months: -1/+1\nrestore_months: 6\n")
        desk.run("profile", "check", "good.yaml").expect(
            out: "good.yaml: profile good, 1 setting differ from what is usual\n",
            err: "Next: dossier certificate add ... --profile good.yaml\n")
        try desk.write("twice.yaml", "audit_date: last-day\naudit_date: first-day\n")
        #expect(desk.run("profile", "check", "twice.yaml").out.contains("said twice"))
        try desk.write("list.yaml", "- a\n")
        desk.run("profile", "check", "list.yaml").expect(1, out: "list.yaml:1: not a list of settings\n")
        desk.run("profile", "check", "none.yaml").expect(66)
        desk.run("cycle", "forecast", "--fact", "decision=2026-05-14", "--profile", "./body.yaml").expect(
            65,
            err: """
                dossier: error: ./body.yaml:3: unknown setting "foo"
                dossier: hint: dossier profile check ./body.yaml

                """)
    }

    @Test("the shipped profiles say nothing wrong, and the usual one says what is usual")
    func shipped() throws {
        try Desk().run("profile", "list").expect(
            out: """
                profile      certificates  differs in
                default      -             nothing: as usual
                cn-qms-2026  -             restore_months=0 sv_max_interval_months=12

                """, err: "Next: dossier profile show NAME, or dossier certificate add ... --profile NAME\n")
        for name in ["default", "cn-qms-2026"] {
            let desk = try Desk()
            let text = try String(
                contentsOfFile: repository + "/templates/profiles/\(name).yaml", encoding: .utf8)
            try desk.write("p.yaml", text)
            desk.run("profile", "check", "p.yaml").expect()
        }
        let page = try Desk().run("profile", "show", "cn-qms-2026", "--format", "csv").out
        #expect(page.contains("restore_months,0,6,RC-5 RC-6 RC-7,"))
        #expect(page.split(separator: "\r\n").count == 23)
    }

    static let mistakes = [
        (["cycle", "forecast"], "say what is known: --fact decision=2026-05-14"),
        (["cycle", "forecast", "--fact", "decision"], "\"decision\" is no fact; write key=value"),
        (["cycle", "forecast", "--fact", "decison=1"], "unknown fact \"decison\""),
        (["cycle", "forecast", "--fact", "decision=1"], "decision cannot be \"1\"; it is a day, 2026-05-14"),
        (
            ["cycle", "forecast", "--fact", "decision=2026-05-14", "--rule", "x"],
            "\"x\" is no setting; write key=value"
        ),
        (
            ["cycle", "forecast", "--fact", "stage1_last=2026-08-31", "--rule", "stage_gap=60d|x"],
            "stage_gap cannot be \"x\""
        ),
        (["cycle", "show", "A", "--all"], "say either a certificate or --all"),
        (["cycle", "integrate", "A", "a"], "name at least two certificates"),
    ]

    @Test("mistakes", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let answer = try Desk().run(Self.mistakes[index].0)
        #expect(answer.status == 64 && answer.err.contains(Self.mistakes[index].1), "\(answer.err)")
    }
}
