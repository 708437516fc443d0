import Foundation
import Testing

@Suite("Findings")
struct FindingTests {
    @Test("a major from the day it is raised to its closure")
    func major() throws {
        let desk = try Desk.afterSurveillance()
        desk.raise("major", "--clause", "8.6.1", "--owner", "Service desk lead").expect(
            out: "",
            err: """
                NC-1: major of AUD-1 raised by J. Lund
                NC-1, major: open; due 2027-05-31 (NC-4, the body's date), 90 days left.
                Next: dossier finding correct NC-1 --text TEXT --by NAME

                """)
        desk.step(
            "2027-03-05", "correct", "nc-1", "--text", "priorities set", "--by", "A. Berg", "--evidence",
            "inc-1"
        ).expect(
            out: "",
            err: """
                NC-1: correction by A. Berg on 2027-03-05: priorities set
                NC-1, major: corrected; due 2027-05-31 (NC-4, the body's date), 87 days left.
                Next: dossier finding cause NC-1 --text TEXT --by NAME

                """)
        desk.step("2027-03-06", "cause", "NC-1", "--text", "no field", "--by", "A. Berg").expect(
            err: """
                NC-1: cause by A. Berg on 2027-03-06: no field
                NC-1, major: analysed; due 2027-05-31 (NC-4, the body's date), 86 days left.
                Next: dossier finding act NC-1 --text TEXT --by NAME --due DAY

                """)
        desk.step(
            "2027-03-10", "act", "NC-1", "--text", "field added", "--by", "A. Berg", "--due", "2027-04-01",
            "--owner", "Tool owner"
        ).expect(
            err: """
                NC-1: action by A. Berg on 2027-03-10: field added
                NC-1, major: acted; due 2027-05-31 (NC-4, the body's date), 82 days left.
                Next: dossier finding verify-effect NC-1 --effective --by NAME

                """)
        desk.step("2027-04-10", "verify-effect", "NC-1", "--not-effective", "--by", "M. Okafor").expect(
            err: """
                NC-1: effect verified by M. Okafor on 2027-04-10: not effective
                NC-1, major: analysed; due 2027-05-31 (NC-4, the body's date), 51 days left.
                Next: dossier finding act NC-1 --text TEXT --by NAME --due DAY

                """)
        desk.step("2027-04-11", "act", "NC-1", "--text", "field required", "--by", "A. Berg").expect()
        desk.step(
            "2027-05-31", "verify-effect", "NC-1", "--effective", "--by", "M. Okafor", "--text",
            "20 tickets, all right"
        ).expect(
            err: """
                NC-1: effect verified by M. Okafor on 2027-05-31: 20 tickets, all right
                NC-1, major: verified; due 2027-05-31 (NC-4, the body's date), today is the last day.
                Next: dossier finding close NC-1 --by NAME --evidence ID

                """)
        desk.step("2027-06-01", "close", "NC-1", "--by", "J. Lund", "--evidence", "INC-1", "inc-1").expect(
            err: """
                NC-1: closed by J. Lund on 2027-06-01: verified
                NC-1, major: closed since 2027-06-01, 1 day late.
                Next: dossier finding list --open

                """)
        desk.step("2027-06-02", "show", "NC-1").expect(
            out: """
                NC-1  major of AUD-1 (surveillance, 2027-03-01..2027-03-02)
                  statement no priorities
                  clause    8.6.1 Incident management
                  raised    2027-03-02 by J. Lund
                  owner     Tool owner
                  state     closed since 2027-06-01, 1 day late (on 2027-06-02)
                  what was done
                    1  2027-03-05  correction by A. Berg: priorities set (evidence INC-1)
                    2  2027-03-06  cause by A. Berg: no field
                    3  2027-03-10  corrective action by A. Berg: field added (owner Tool owner; due 2027-04-01)
                    4  2027-04-10  effect verified: not effective by M. Okafor: not effective
                    5  2027-04-11  corrective action by A. Berg: field required
                    6  2027-05-31  effect verified by M. Okafor: 20 tickets, all right
                    7  2027-06-01  closed by J. Lund: verified (evidence INC-1)
                  what binds it
                    2027-05-31  NC-4, the body's date, NW-1: otherwise the body can suspend the certificate
                    2029-05-13  NC-4, the expiry, NW-1: otherwise the certificate lapses

                """, err: "Next: dossier finding list --open\n")
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test("a minor: the plan, its acceptance, a closure and another look at it")
    func minor() throws {
        let desk = try Desk.afterSurveillance()
        desk.raise("minor", "--clause", "9.1", "--id", "SV-M1").expect(
            err: """
                SV-M1: minor of AUD-1 raised by J. Lund
                SV-M1, minor: open; due 2027-04-01 (NC-4, the plan to the body), 30 days left.
                Next: dossier finding correct SV-M1 --text TEXT --by NAME

                """)
        desk.answer("SV-M1")
        desk.step("2027-03-06", "show", "SV-M1").expect(
            out: """
                SV-M1  minor of AUD-1 (surveillance, 2027-03-01..2027-03-02)
                  statement no priorities
                  clause    9.1 Monitoring, measurement, analysis and evaluation
                  raised    2027-03-02 by J. Lund
                  state     acted (on 2027-03-06)
                  missing   no check of the effect
                  what was done
                    1  2027-03-03  correction by Berg: t
                    2  2027-03-04  cause by Berg: t
                    3  2027-03-05  corrective action by Berg: t

                """, err: "Next: dossier finding act SV-M1 --accepted-on DAY --accepted-by NAME\n")
        desk.step(
            "2027-03-20", "act", "SV-M1", "--accepted-on", "2027-03-19", "--accepted-by", "J. Lund"
        ).expect(
            err: """
                SV-M1: plan accepted by J. Lund on 2027-03-19: the body accepted the plan
                SV-M1, minor: acted.
                Next: dossier finding verify-effect SV-M1 --effective --by NAME

                """)
        desk.step("2027-05-01", "verify-effect", "SV-M1", "--effective", "--by", "Okafor").expect()
        desk.step("2027-05-02", "close", "SV-M1", "--by", "Lund", "--evidence", "INC-1").expect()
        desk.step("2027-06-01", "reopen", "SV-M1", "--by", "Lund", "--reason", "seen again").expect(
            err: """
                SV-M1: reopened by Lund on 2027-06-01: seen again
                SV-M1, minor: open; due 2027-04-01 (NC-4, the plan to the body), 61 days overdue; the body waits for the plan.
                Next: dossier finding correct SV-M1 --text TEXT --by NAME

                """)
        desk.run("finding", "list", "--on", "2027-05-03").expect(
            out: """
                finding  grade  state   clause  due  days  rule  owner  statement
                SV-M1    minor  closed  9.1     -       -  -     -      no priorities
                1 finding, 0 open, 0 overdue

                """, err: "Next: dossier finding show SV-M1\n")
    }

    @Test("the list: the order of dates, filters, what follows, an exit status")
    func list() throws {
        let desk = try Desk.afterSurveillance()
        desk.raise("major", "--clause", "8.6.1", "--owner", "Lead")
        desk.raise("minor", "--clause", "9.1")
        desk.raise("opportunity")
        desk.raise("observation", "--due", "2027-12-01")
        desk.step("2027-06-01", "list").expect(
            out: """
                finding  grade        state  clause  due          days  rule  owner  statement
                NC-2     minor        open   9.1     2027-04-01   -61d  NC-4  -      no priorities
                NC-1     major        open   8.6.1   2027-05-31    -1d  NC-4  Lead   no priorities
                OBS-1    observation  open   -       2027-12-01  +183d  -     -      no priorities
                OFI-1    opportunity  open   -       -               -  -     -      no priorities
                NC-2: 61 days overdue (NC-4, the plan to the body); the body waits for the plan
                NC-1: 1 day overdue (NC-4, the body's date); the body can suspend the certificate
                4 findings, 4 open, 2 overdue

                """, err: "Next: dossier finding correct NC-2 --text TEXT --by NAME\n")
        for (words, ids) in [
            (["--open"], ["NC-2", "NC-1", "OBS-1", "OFI-1"]), (["--overdue"], ["NC-2", "NC-1"]),
            (["--grade", "major"], ["NC-1"]), (["--audit", "aud-1", "--grade", "opportunity"], ["OFI-1"]),
            (["--certificate", "nw-1", "--grade", "minor"], ["NC-2"]),
            (["--overdue", "--on", "2027-05-31"], ["NC-2"]), (["--on", "2027-03-01"], []),
        ] {
            let rows = desk.run(["finding", "list", "--format", "csv"] + words, today: "2027-06-01").out
                .split(separator: "\r\n").dropFirst()
            #expect(rows.map { String($0.prefix { $0 != "," }) } == ids, "\(words)")
        }
        desk.step("2027-06-01", "list", "--exit-code").expect(1)
        desk.step("2027-05-31", "list", "--exit-code").expect(0)
        desk.step("2027-06-01", "list", "--grade", "minor", "--exit-code").expect(0)
        desk.step("2027-06-01", "list", "--audit", "AUD-7").expect(
            66, err: "dossier: error: no audit AUD-7\ndossier: hint: did you mean AUD-1?\n")
        desk.step("2027-06-01", "list", "--grade", "observation", "--overdue").expect(
            out: "",
            err:
                "Nothing found. Next: dossier finding raise --audit AUDIT --grade GRADE --statement TEXT --by NAME\n"
        )
    }

    @Test("for programs and spreadsheets")
    func formats() throws {
        let desk = try Desk.afterSurveillance()
        desk.raise("major", "--clause", "8.6.1", "--owner", "Lead")
        desk.step(
            "2027-03-05", "correct", "NC-1", "--text", "set", "--by", "Berg", "--evidence", "INC-1"
        ).expect()
        desk.step("2027-06-01", "list", "--format", "csv").expect(
            out: [
                "id,grade,state,audit,certificates,clause,statement,raised,by,owner,due,days_left,rule,what,severity,consequence,closed,next",
                "NC-1,major,corrected,AUD-1,NW-1,iso20000-1-2018:8.6.1,no priorities,2027-03-02,J. Lund,Lead,2027-05-31,-1,NC-4,the body's date,error,the body can suspend the certificate,,dossier finding cause NC-1 --text TEXT --by NAME",
                "",
            ].joined(separator: "\r\n"))
        let listed = """
              {
                "audit" : "AUD-1",
                "auditKind" : "surveillance",
                "by" : "J. Lund",
                "certificates" : [
                  "NW-1"
                ],
                "clause" : {
                  "number" : "8.6.1",
                  "standard" : "iso20000-1-2018"
                },
                "consequence" : "the body can suspend the certificate",
                "daysLeft" : -1,
                "due" : "2027-05-31",
                "grade" : "major",
                "id" : "NC-1",
                "isOverdue" : true,
                "next" : "dossier finding cause NC-1 --text TEXT --by NAME",
                "owner" : "Lead",
                "raised" : "2027-03-02",
                "rule" : "NC-4",
                "severity" : "error",
                "state" : "corrected",
                "statement" : "no priorities",
                "what" : "the body's date"
              }
            """
        desk.step("2027-06-01", "list", "--format", "json").expect(out: "[\n\(listed)\n]\n")
        desk.step("2027-06-01", "show", "NC-1", "--format", "json").expect(
            out: """
                {
                  "audit" : {
                    "auditors" : [

                    ],
                    "first" : "2027-03-01",
                    "id" : "AUD-1",
                    "kind" : "surveillance",
                    "last" : "2027-03-02"
                  },
                  "clauseTitle" : "Incident management",
                  "day" : "2027-06-01",
                  "deadlines" : [
                    {
                      "certificate" : "NW-1",
                      "consequence" : "the body can suspend the certificate",
                      "day" : "2027-05-31",
                      "daysLeft" : -1,
                      "rule" : "NC-4",
                      "what" : "the body's date"
                    },
                    {
                      "certificate" : "NW-1",
                      "consequence" : "the certificate lapses",
                      "day" : "2029-05-13",
                      "daysLeft" : 712,
                      "rule" : "NC-4",
                      "what" : "the expiry"
                    }
                  ],
                  "finding" : \(listed.trimmingCharacters(in: .whitespaces)),
                  "missing" : [
                    {
                      "code" : "cause",
                      "text" : "no cause"
                    },
                    {
                      "code" : "action",
                      "text" : "no corrective action"
                    },
                    {
                      "code" : "effect",
                      "text" : "no check of the effect"
                    }
                  ],
                  "steps" : [
                    {
                      "by" : "Berg",
                      "evidence" : [
                        "INC-1"
                      ],
                      "kind" : "correction",
                      "number" : 1,
                      "on" : "2027-03-05",
                      "text" : "set"
                    }
                  ]
                }

                """)
        for answer in [
            desk.step("2027-06-01", "list", "--format", "json"),
            desk.step("2027-06-01", "show", "NC-1", "--format", "json"),
        ] { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) } }
        desk.step("2027-02-01", "list", "--format", "json").expect(out: "[\n\n]\n")
    }

    @Test("the cycle of the certificate says what follows of an overdue major")
    func cycle() throws {
        let desk = try Desk.afterSurveillance()
        desk.raise("major", "--clause", "8.6.1")
        let answer = desk.run("cycle", "show", "NW-1", "--exit-code", today: "2027-06-01")
        answer.expect(1)
        #expect(
            answer.out.contains(
                """
                  kept and missed
                    ok       2027-05-14   +73d  SV-1  first surveillance               window 2027-02-14..2027-05-14; done 2027-03-02
                    overdue  2027-05-31    -1d  NC-4  NC-1: major closed and verified  the body can suspend the certificate
                """), "\(answer.out)")
        #expect(
            desk.run("cycle", "show", "NW-1", "--on", "2027-05-31", "--exit-code", today: "2027-06-01").status
                == 0)
    }

    @Test("areas of concern of a stage 1 warn until stage 2")
    func concern() throws {
        let desk = try Desk.withRegister()
        desk.run(
            "certificate", "add", "--id", "NW-1", "--standard", "20000-1", "--body", "BSI", "--scope", "All"
        ).expect()
        desk.run("certificate", "record", "NW-1", "stage-1", "--on", "2026-09-01").expect()
        desk.run(
            "finding", "raise", "--audit", "AUD-1", "--grade", "area-of-concern", "--statement",
            "few records",
            "--by", "Lund", "--on", "2026-09-01"
        ).expect(
            err: """
                AOC-1: area of concern of AUD-1 raised by Lund
                AOC-1, area of concern: open; it could become a nonconformity at stage 2.
                Next: dossier finding close AOC-1 --by NAME --evidence ID

                """)
        #expect(
            desk.run("cycle", "show", "NW-1").out.contains(
                "ST-1  AOC-1: settle the area of concern before stage 2"))
        desk.run("finding", "list").expect(
            out: """
                finding  grade            state  clause  due  days  rule  owner  statement
                AOC-1    area of concern  open   -       -       -  -     -      few records
                AOC-1: it could become a nonconformity at stage 2
                1 finding, 1 open, 0 overdue

                """)
        desk.run("certificate", "record", "NW-1", "stage-2", "--on", "2026-11-20").expect()
        desk.run("finding", "list").expect(
            out: """
                finding  grade            state  clause  due  days  rule  owner  statement
                AOC-1    area of concern  open   -       -       -  -     -      few records
                1 finding, 1 open, 0 overdue

                """)
    }
}
