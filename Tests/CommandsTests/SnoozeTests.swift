import Testing

@Suite("snooze")
struct SnoozeTests {
    @Test("an item is silent until its day, and told again before where somebody wants it")
    func until() throws {
        let desk = try Desk.withDates()
        desk.run("snooze", "pro-1", "--until", "2026-12-03").expect(
            out: "", err: "PRO-1.review.1 is told again from 2026-12-03 on.\n")
        desk.run("retire", "CON-1", "--reason", "ended").expect()
        #expect(
            desk.told(from: "2026-11-22", days: 14) == """
                2026-12-03
                OVERDUE  2026-11-30  -3d  PRO-1  review  Incident procedure (Service desk lead)

                """)
        desk.run("snooze", "PRO-1.review.1", "--until", "2027-12-03").expect()
        desk.run("due", "-q").expect(
            out: """
                Due on 2026-11-22: 1 due, until 2027-02-20
                DUE 8d  2026-11-30  +8d  PRO-1  review  Incident procedure (snoozed until 2027-12-03)  Service desk lead

                """)
        desk.run("snooze", "PRO-1.REVIEW.1", "--end").expect(
            out: "", err: "PRO-1.review.1 is told again.\n")
        desk.run("snooze", "PRO-1", "--end").expect(out: "", err: "PRO-1.review.1 was not snoozed.\n")
        #expect(
            desk.told(from: "2026-12-07", days: 1) == """
                2026-12-07
                OVERDUE  2026-11-30  -7d  PRO-1  review  Incident procedure (Service desk lead)

                """)
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test("a violation is told on the day before its due day at the latest (RM-12)")
    func violation() throws {
        let desk = try Desk.withDates()
        desk.certify()
        for id in ["PRO-1", "CON-1"] { desk.run("retire", id, "--reason", "ended").expect() }
        for name in ["NW-1.SV-1.1", "NW-1.IA-1.internal.1", "NW-1.IA-1.management-review.1"] {
            desk.run("snooze", name, "--until", "2028-01-01").expect(
                out: "",
                err: name.contains("SV")
                    ? """
                    NW-1.SV-1.1 is told again from 2027-05-13 on.
                    dossier: warning: NW-1.SV-1.1 breaks a rule on 2027-05-14: not silent beyond the day before (RM-12)

                    """
                    : """
                    \(name) is told again from 2027-05-12 on.
                    dossier: warning: \(name) breaks a rule on 2027-05-13: not silent beyond the day before (RM-12)

                    """)
        }
        #expect(
            desk.told(from: "2027-04-20", days: 25) == """
                2027-05-12
                DUE 1d  2027-05-13  +1d  ISO/IEC 20000-1:2018 NW-1  IA-1  internal audit before the audit of 2027-05-14
                DUE 1d  2027-05-13  +1d  ISO/IEC 20000-1:2018 NW-1  IA-1  management review before the audit of 2027-05-14
                2027-05-13
                DUE TODAY  2027-05-13   0d  ISO/IEC 20000-1:2018 NW-1  IA-1  internal audit before the audit of 2027-05-14
                DUE TODAY  2027-05-13   0d  ISO/IEC 20000-1:2018 NW-1  IA-1  management review before the audit of 2027-05-14
                DUE 1d     2027-05-14  +1d  ISO/IEC 20000-1:2018 NW-1  SV-1  first surveillance
                2027-05-14
                OVERDUE    2027-05-13  -1d  ISO/IEC 20000-1:2018 NW-1  IA-1  internal audit before the audit of 2027-05-14
                OVERDUE    2027-05-13  -1d  ISO/IEC 20000-1:2018 NW-1  IA-1  management review before the audit of 2027-05-14
                DUE TODAY  2027-05-14   0d  ISO/IEC 20000-1:2018 NW-1  SV-1  first surveillance

                """)
        desk.run(["snooze", "NW-1.SV-1.1", "--until", "2027-06-01"], today: "2027-05-13").expect(
            65, out: "",
            err: """
                dossier: error: NW-1.SV-1.1 is due on 2027-05-14 and breaks a rule then; it cannot wait (RM-12)
                dossier: hint: dossier due --explain SV-1

                """)
    }

    @Test("what cannot be snoozed")
    func refused() throws {
        let desk = try Desk.withDates()
        desk.certify()
        let cases: [([String], Int32, String)] = [
            (
                ["PRO-9", "--until", "2026-12-01"], 66,
                "nothing with a date is called PRO-9\ndossier: hint: dossier due --format csv"
            ),
            (
                ["nw-1", "--until", "2026-12-01"], 64,
                "nw-1 has several dates\ndossier: hint: one of NW-1.IA-1.internal.1, "
                    + "NW-1.IA-1.management-review.1, NW-1.SV-1.1, NW-1.SV-2.2027.1, NW-1.SV-5.1, NW-1.RC-1.1, "
                    + "NW-1.SV-2.2028.1, NW-1.RC-2.1, NW-1.AP-1.external.1, NW-1.AP-1.internal.1, NW-1.RC-3.1"
            ),
            (
                ["PRO-1", "--until", "2026-11-22"], 64,
                "2026-11-22 does not lie in the future\ndossier: hint: --until 2026-11-29"
            ),
            (["PRO-1"], 64, "say either --until DAY or --end\ndossier: hint: dossier snooze --help"),
            (
                ["PRO-1", "--until", "2027-01-01", "--end"], 64,
                "say either --until DAY or --end\ndossier: hint: dossier snooze --help"
            ),
        ]
        for (words, status, message) in cases {
            desk.run(["snooze"] + words).expect(status, out: "", err: "dossier: error: \(message)\n")
        }
    }
}
