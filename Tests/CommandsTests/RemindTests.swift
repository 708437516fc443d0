import Testing

@Suite("remind")
struct RemindTests {
    private static let first = """
        DUE 8d   2026-11-30   +8d  PRO-1  review  Incident procedure (Service desk lead)
        DUE 98d  2027-02-28  +98d  CON-1  expiry  Contract, hosting (Supplier manager)

        """

    @Test("the first run tells everything that is reached, the second says nothing (RM-5, RM-8)")
    func firstRuns() throws {
        let desk = try Desk.withDates()
        desk.certify()
        desk.run("remind").expect(out: Self.first, err: "")
        desk.run("remind").expect(out: "", err: "")
        desk.run("due", "-q").expect(
            out: """
                Due on 2026-11-22: 1 due, until 2027-02-20
                DUE 8d  2026-11-30  +8d  PRO-1  review  Incident procedure  Service desk lead

                """)
    }

    @Test("a first run may adopt everything silently (RM-8)")
    func adopted() throws {
        let desk = try Desk.withDates()
        desk.run("remind", "--mark-only").expect(out: "", err: "")
        desk.run("remind").expect(out: "", err: "")
        #expect(
            desk.told(from: "2026-11-22", days: 2) == """
                2026-11-23
                DUE 7d  2026-11-30  +7d  PRO-1  review  Incident procedure (Service desk lead)

                """)
    }

    @Test("nothing is remembered of what is only shown (RM-10)")
    func shown() throws {
        let desk = try Desk.withDates()
        for _ in 1...2 {
            desk.run("remind", "--dry-run").expect(
                out: Self.first, err: "Nothing was remembered. Run again without --dry-run.\n")
        }
        desk.run("due").expect(
            err: """
                Reminders never ran. Next: dossier remind --dry-run
                Next: dossier due --explain review

                """)
        desk.run("remind").expect(out: Self.first)
        desk.run("remind", "--dry-run").expect(out: "", err: "Nothing new.\n")
    }

    @Test("a run every day: each lead once, on a working day; then at growing distances (RM-1, RM-6)")
    func daily() throws {
        let desk = try Desk.withDates()
        #expect(
            desk.told(from: "2026-11-20", days: 120) == """
                2026-11-20
                DUE 10d   2026-11-30   +10d  PRO-1  review  Incident procedure (Service desk lead)
                DUE 100d  2027-02-28  +100d  CON-1  expiry  Contract, hosting (Supplier manager)
                2026-11-23
                DUE 7d  2026-11-30  +7d  PRO-1  review  Incident procedure (Service desk lead)
                2026-11-27
                DUE 3d  2026-11-30  +3d  PRO-1  review  Incident procedure (Service desk lead)
                2026-11-30
                DUE TODAY  2026-11-30    0d  PRO-1  review  Incident procedure (Service desk lead)
                DUE 90d    2027-02-28  +90d  CON-1  expiry  Contract, hosting (Supplier manager)
                2026-12-01
                OVERDUE  2026-11-30  -1d  PRO-1  review  Incident procedure (Service desk lead)
                2026-12-07
                OVERDUE  2026-11-30  -7d  PRO-1  review  Incident procedure (Service desk lead)
                2026-12-14
                OVERDUE  2026-11-30  -14d  PRO-1  review  Incident procedure (Service desk lead)
                2026-12-30
                OVERDUE  2026-11-30  -30d  PRO-1  review  Incident procedure (Service desk lead)
                DUE 60d  2027-02-28  +60d  CON-1  expiry  Contract, hosting (Supplier manager)
                2027-01-29
                OVERDUE  2026-11-30  -60d  PRO-1  review  Incident procedure (Service desk lead)
                DUE 30d  2027-02-28  +30d  CON-1  expiry  Contract, hosting (Supplier manager)
                2027-02-12
                DUE 16d  2027-02-28  +16d  CON-1  expiry  Contract, hosting (Supplier manager)
                2027-02-19
                DUE 9d  2027-02-28  +9d  CON-1  expiry  Contract, hosting (Supplier manager)
                2027-02-26
                DUE 2d  2027-02-28  +2d  CON-1  expiry  Contract, hosting (Supplier manager)
                2027-03-01
                OVERDUE  2026-11-30  -91d  PRO-1  review  Incident procedure (Service desk lead)
                OVERDUE  2027-02-28   -1d  CON-1  expiry  Contract, hosting (Supplier manager)
                2027-03-08
                OVERDUE  2027-02-28  -8d  CON-1  expiry  Contract, hosting (Supplier manager)
                2027-03-15
                OVERDUE  2027-02-28  -15d  CON-1  expiry  Contract, hosting (Supplier manager)

                """)
    }

    @Test("after weeks without a run: one line an item, the most urgent (RM-2)")
    func missed() throws {
        let desk = try Desk.withDates()
        desk.run("remind").expect(out: Self.first)
        #expect(
            desk.told(from: "2027-01-21", days: 8) == """
                2027-01-21
                OVERDUE  2026-11-30  -52d  PRO-1  review  Incident procedure (Service desk lead)
                DUE 38d  2027-02-28  +38d  CON-1  expiry  Contract, hosting (Supplier manager)

                """)
    }

    @Test("a moved date is told once, and starts anew (RM-3)")
    func moved() throws {
        let desk = try Desk.withDates()
        desk.run("remind").expect(out: Self.first)
        try desk.write("list.csv", "id,expires\nCON-1,2027-08-31\n")
        desk.run("import", "list.csv").expect()
        desk.run("remind").expect(
            out: """
                MOVED  2027-02-28 -> 2027-08-31  +282d  CON-1  expiry  Contract, hosting (Supplier manager)

                """, err: "")
        desk.run("remind").expect(out: "", err: "")
        desk.run("retire", "PRO-1", "--reason", "merged").expect()
        #expect(
            desk.told(from: "2027-02-20", days: 20) == """
                2027-03-04
                DUE 180d  2027-08-31  +180d  CON-1  expiry  Contract, hosting (Supplier manager)

                """)
    }

    @Test("what is done or gone is never told (RM-4)")
    func resolved() throws {
        let desk = try Desk.withDates()
        desk.certify()
        desk.run("remind").expect(out: Self.first)
        desk.run("retire", "CON-1", "--reason", "ended").expect()
        desk.run("revise", "PRO-1", "b.md", "--effective", "2026-11-22").expect()
        desk.run(
            on: "2027-05-01", "certificate", "record", "NW-1", "surveillance", "--on",
            "2027-04-28..2027-04-29"
        ).expect()
        #expect(desk.told(from: "2027-05-01", days: 25) == "")
    }

    @Test("today lies before the last run: a warning, and nothing is told twice (RM-9)")
    func clockSetBack() throws {
        let desk = try Desk.withDates()
        desk.run("remind").expect(out: Self.first)
        let warning =
            "dossier: warning: today is 2026-11-19, but reminders ran on 2026-11-22 already; nothing is forgotten\n"
        desk.run(["remind"], today: "2026-11-19").expect(out: "", err: warning)
        desk.run(["remind", "--dry-run"], today: "2026-11-19").expect(
            out: "", err: warning + "Nothing new.\n")
        desk.run("remind").expect(out: "", err: "")
    }

    @Test("the zone of the register decides which day is today (RM-7)")
    func zones() throws {
        // 11:06 in the middle of the world on 2026-11-18 is the 19th in the east and the 17th in the west.
        for (zone, days) in [("Pacific/Kiritimati", 11), ("Etc/GMT+12", 13), ("Europe/Berlin", 12)] {
            let desk = try Desk.withDates()
            try desk.write(".dossier/config.yaml", "time_zone: \(zone)\n")
            desk.run(["remind", "--dry-run", "-q"], today: "").expect(
                out: """
                    DUE \(days)d   2026-11-30   +\(days)d  PRO-1  review  Incident procedure (Service desk lead)
                    DUE \(days + 90)d  2027-02-28  +\(days + 90)d  CON-1  expiry  Contract, hosting (Supplier manager)

                    """, err: "")
        }
    }

    @Test("for programs, through a channel of its own (RM-3)")
    func json() throws {
        let desk = try Desk.withDates()
        desk.run("remind").expect(out: Self.first)
        desk.run("retire", "CON-1", "--reason", "ended").expect()
        desk.run("remind", "--format", "json").expect(
            out: """
                {
                  "day" : "2026-11-22",
                  "items" : [
                    {
                      "days" : 8,
                      "due" : "2026-11-30",
                      "key" : "PRO-1.review.1",
                      "owner" : "Service desk lead",
                      "rule" : "review",
                      "section" : "later",
                      "severity" : "warning",
                      "subject" : "PRO-1",
                      "title" : "Incident procedure"
                    }
                  ]
                }

                """, err: "")
        desk.run("remind", "--format", "json").expect(out: "", err: "")
    }

    @Test(
        "options that contradict each other",
        arguments: [
            (["--dry-run", "--mark-only"], "say either --dry-run or --mark-only"),
            (["--print-timer", "cron", "--dry-run"], "--print-timer only prints"),
            (["--print-timer", "cron", "--mark-only"], "--print-timer only prints"),
            (["--command", ""], "--command must not be empty"),
        ])
    func contradictions(options: [String], message: String) throws {
        try Desk().run(["remind"] + options).expect(
            64, out: "", err: "dossier: error: \(message)\ndossier: hint: dossier remind --help\n")
    }
}
