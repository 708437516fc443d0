import Foundation
import Testing

@Suite("Certificates and their cycle")
struct CertificateTests {
    private static let today = "2029-09-01"

    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for command in [
            [
                "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "Hosting",
                "--site",
                "Leeds", "--site", "York",
            ],
            ["record", "NW-1", "stage-2", "--on", "2026-04-22..2026-04-24"],
            ["record", "NW-1", "decision", "--on", "2026-05-14", "--expiry", "2029-05-13"],
            ["record", "NW-1", "surveillance", "--on", "2027-05-13..2027-05-14"],
            ["record", "NW-1", "surveillance", "--on", "2028-05-02"],
        ] { desk.run(["certificate"] + command, today: Self.today).expect() }
        return desk
    }

    @Test("the timeline: what happened, what was kept, what is to come, what is to be known")
    func timeline() throws {
        let desk = try desk()
        desk.run("cycle", "show", today: Self.today).expect(
            out: """
                NW-1 (ISO/IEC 20000-1:2018, BSI) is expired since 2029-05-13; it can be restored until 2029-11-13 (on 2029-09-01)
                  happened
                    2026-04-22..2026-04-24  AUD-1  stage 2
                    2026-05-14              1      decision on 2026-05-14, expires 2029-05-13
                    2027-05-13..2027-05-14  AUD-2  surveillance
                    2028-05-02              AUD-3  surveillance
                  kept and missed
                    ok       2027-05-14     0d  SV-1  first surveillance                                 window 2027-02-14..2027-05-14; done 2027-05-14
                    ok       2027-12-31  +231d  SV-2  surveillance in 2027                               window 2027-02-14..2027-05-14; done 2027-05-14
                    ok       2028-05-14   +12d  SV-5  second surveillance by the end of the second year  done 2028-05-02
                    ok       2028-12-31  +243d  SV-2  surveillance in 2028                               window 2028-02-14..2028-05-14; done 2028-05-02
                    overdue  2029-05-13  -111d  RC-3  recertification decision                           not certified: no claims
                  to come
                    due  2029-11-13  +73d  RC-5  restoration of the certificate  the outstanding activities are to be completed; the new certificate would end on 2032-05-13
                  to know
                    noted  2026-05-14    CY-1  certified by the decision of 2026-05-14
                    noted                RC-6  not certified since 2029-05-14           no claims, no marks

                """, err: "Next: dossier cycle explain RC-3\n")
        desk.run("cycle", "show", "--exit-code", today: Self.today).expect(1)
        desk.run("cycle", "show", "--exit-code", "--on", "2029-05-13", today: Self.today).expect(0)
    }

    @Test("restoring: the lapse is told, the old rhythm stays")
    func restored() throws {
        let desk = try desk()
        desk.run(
            "certificate", "record", "NW-1", "restoration", "--on", "2029-08-20", "--expiry", "2032-05-13",
            today: Self.today
        ).expect(
            out: "",
            err: """
                NW-1 (ISO/IEC 20000-1:2018, BSI) is certified until 2032-05-13.
                  open   2030-12-30  +485d  IA-1  internal audit before the audit of 2030-12-31         none is recorded
                  open   2030-12-30  +485d  IA-1  management review before the audit of 2030-12-31      none is recorded
                  open   2030-12-31  +486d  SV-2  surveillance in 2030                                  window 2030-05-20..2030-08-20
                  open   2031-11-13  +803d  RC-1  planning of the recertification
                  open   2031-12-31  +851d  SV-2  surveillance in 2031                                  window 2031-05-20..2031-08-20
                  noted                     RC-6  not certified from 2029-05-14 to 2029-08-19: 98 days  window 2029-05-14..2029-08-19; no claims for that time
                Next: dossier cycle show NW-1

                """)
        desk.run("certificate", "retract", "NW-1", "2", "--reason", "not decided", today: Self.today).expect(
            err: "Taken back: restoration on 2029-08-20, expires 2032-05-13.\n")
        #expect(desk.run("cycle", "show", today: Self.today).out.contains("it can be restored until"))
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test("a certificate whole, its facts changed, and what is like that already")
    func shown() throws {
        let desk = try desk()
        let edit = [
            "certificate", "edit", "NW-1", "--number", "ITMS 734", "--rule", "sv_window_months=-1/+1",
        ]
        desk.run(edit, today: Self.today).expect(err: "NW-1 was changed.\n")
        desk.run(edit, today: Self.today).expect(err: "NW-1 is like that already; nothing was changed.\n")
        desk.run("certificate", "show", "nw-1", today: Self.today).expect(
            out: """
                NW-1  ISO/IEC 20000-1:2018, BSI
                  state     expired since 2029-05-13; it can be restored until 2029-11-13 (on 2029-09-01)
                  number    ITMS 734
                  scope     Hosting
                  sites     Leeds, York
                  sample    of 2 sites 2 initially, 1 in surveillance, 2 in recertification (MS-1)
                  profile   default sv_window_months=-1/+1
                  issued    2026-05-14
                  expiry    2029-05-13 printed, as computed
                  what happened
                    AUD-1  2026-04-22..2026-04-24  stage 2
                    1      2026-05-14              decision on 2026-05-14, expires 2029-05-13
                    AUD-2  2027-05-13..2027-05-14  surveillance
                    AUD-3  2028-05-02              surveillance

                """, err: "Next: dossier cycle show NW-1\n")
    }

    @Test("a transfer opens the certificate of the accepting body in the same cycle")
    func transferred() throws {
        let desk = try Desk.withRegister()
        for command in [
            ["add", "--id", "A-1", "--standard", "20000-1", "--body", "BSI", "--scope", "Hosting"],
            ["record", "A-1", "decision", "--on", "2026-05-14", "--expiry", "2029-05-13"],
            ["record", "A-1", "surveillance", "--on", "2027-04-20..2027-04-21"],
        ] { desk.run(["certificate"] + command, today: "2027-12-01").expect() }
        let answer = desk.run(
            "certificate", "record", "A-1", "transfer", "--on", "2027-11-03", "--to-body", "LRQA", "--to-id",
            "B-1", today: "2027-12-01")
        answer.expect()
        #expect(answer.err.hasPrefix("B-1 (ISO/IEC 20000-1:2018, LRQA) is certified until 2029-05-13.\n"))
        desk.run("certificate", "list", "--format", "csv", today: "2027-12-01").expect(
            out: """
                id,standard,body,number,scope,state,expiry,next_due,next_rule,next\r
                A-1,iso20000-1-2018,BSI,,Hosting,transferred,2029-05-13,,,\r
                B-1,iso20000-1-2018,LRQA,,Hosting,certified,2029-05-13,2028-05-14,SV-5,second surveillance by the end of the second year\r

                """)
        let cycle = desk.run("cycle", "show", "B-1", today: "2027-12-01").out
        #expect(cycle.contains("TR-2  taken over on 2027-11-03 with its cycle: same expiry, same programme"))
        #expect(cycle.contains("SV-2  surveillance in 2028"))
    }

    @Test("two certificates: no joint window, and the days that aligning costs")
    func integrated() throws {
        let desk = try Desk.withRegister()
        desk.run("standard", "add", "27001").expect()
        for (id, standard, decision) in [("A-1", "20000-1", "2026-05-14"), ("B-1", "27001", "2026-09-30")] {
            desk.run(
                "certificate", "add", "--id", id, "--standard", standard, "--body", "BSI", "--scope", "S"
            )
            .expect()
            desk.run("certificate", "record", id, "decision", "--on", decision).expect()
        }
        desk.run("cycle", "integrate", "A-1", "B-1").expect(
            out: """
                certificate  window opens  latest      rule  expiry      next expiry alone  days given up
                A-1          2027-02-14    2027-05-14  SV-1  2029-05-13  2032-05-13                     0
                B-1          2027-06-30    2027-09-30  SV-1  2029-09-29  2032-09-29                   139
                No joint window: audit by 2027-05-14, before the last window opens on 2027-06-30, or split (IN-1).
                Aligned, all end on 2032-05-13 after the next recertification (IN-2).

                """)
        #expect(
            desk.run("status").out.contains(
                "  certificate A-1: certified until 2029-05-13; next 2027-05-13 IA-1"))
    }

    @Test("an empty register says how to begin")
    func empty() throws {
        for command in [["certificate", "list"], ["cycle", "show"]] {
            try Desk.withRegister().run(command).expect(
                out: "",
                err:
                    "No certificates. Next: dossier certificate add --standard 20000-1 --body NAME --scope TEXT\n"
            )
        }
    }

    static let mistakes: [([String], Int32, String)] = [
        (
            ["add", "--id", "NW-1", "--standard", "20000-1", "--body", "B", "--scope", "S"], 65,
            "certificate NW-1 exists already"
        ),
        (["add", "--standard", "9001", "--body", "B", "--scope", "S"], 66, "no standard \"9001\""),
        (
            ["add", "--standard", "20000-1", "--body", "B", "--scope", "S", "--rule", "sv_windw=1"], 64,
            "unknown setting \"sv_windw\""
        ),
        (
            ["add", "--standard", "20000-1", "--body", "B", "--scope", "S", "--rule", "restore_months=9"], 64,
            "restore_months cannot be \"9\"; it is one of: months from 0 to 6"
        ),
        (
            ["add", "--standard", "20000-1", "--body", "B", "--scope", "S", "--profile", "tuv"], 66,
            "no profile \"tuv\"; known: default, cn-qms-2026"
        ),
        (["record", "NW-2", "decision", "--on", "2029-01-01"], 66, "no certificate NW-2"),
        (
            ["record", "NW-1", "decision", "--on", "2026-05-14"], 65,
            "a decision of 2026-05-14 is recorded already (CY-1)"
        ),
        (
            ["record", "NW-1", "surveillance", "--on", "2026-05-13..2026-05-15"], 65,
            "the audit begins before the decision of 2026-05-14 (SV-1)"
        ),
        (["record", "NW-1", "suspension", "--on", "2029-09-02"], 64, "2029-09-02 lies in the future"),
        (
            ["record", "NW-1", "suspension", "--on", "2029-01-01..2029-01-02"], 64,
            "suspension happens on one day"
        ),
        (
            ["record", "NW-1", "surveillance", "--on", "2028-05-03..2028-05-02"], 64,
            "the value '2028-05-03..2028-05-02' is invalid"
        ),
        (
            ["record", "NW-1", "suspension", "--on", "2029-01-01", "--expiry", "2030-01-01"], 64,
            "suspension prints no expiry"
        ),
        (["record", "NW-1", "postponement", "--on", "2029-01-01"], 64, "--months goes with a postponement"),
        (["record", "NW-1", "transfer", "--on", "2029-01-01"], 64, "a transfer needs --to-body and --to-id"),
        (
            ["record", "NW-1", "edition-transition", "--on", "2029-01-01", "--to-standard", "20000-1"], 65,
            "NW-1 is for iso20000-1-2018 already"
        ),
        (
            ["retract", "NW-1", "1", "--reason", "r"], 65,
            "a surveillance audit needs a decision before it (SV-1)"
        ),
        (["retract", "NW-1", "9", "--reason", "r"], 66, "NW-1 has no event 9"),
        (["edit", "NW-1"], 64, "say what changes"),
    ]

    @Test("one clear line, nothing changed", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let (command, status, message) = Self.mistakes[index]
        let desk = try desk()
        let before = desk.run("log", "--format", "json").out
        let answer = desk.run(["certificate"] + command, today: Self.today)
        #expect(answer.status == status, "\(answer.err)")
        #expect(answer.err.hasPrefix("dossier: error: ") && answer.err.contains(message), "\(answer.err)")
        #expect(desk.run("log", "--format", "json").out == before)
    }
}
