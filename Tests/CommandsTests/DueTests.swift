import Testing

@Suite("due")
struct DueTests {
    /// The desk of reminders with a document that should have been looked at three weeks ago, and monthly figures.
    private func desk() throws -> Desk {
        let desk = try Desk.withDates()
        try desk.write("c.csv", "c")
        try desk.write("d.md", "d")
        desk.run(
            "add", "c.csv", "--id", "KPI-1", "--title", "Figures", "--kind", "kpi-export", "--clause", "9.1",
            "--period", "2026-10", "--review-every", "1m"
        ).expect()
        desk.run("add", "d.md", "--id", "POL-1", "--title", "Policy", "--review", "2026-11-01").expect()
        desk.certify()
        return desk
    }

    @Test("nothing with a date")
    func empty() throws {
        let desk = try Desk.withRegister()
        desk.run("due").expect(
            out: "Nothing is due until 2027-02-20.\n",
            err: "Reminders never ran. Next: dossier remind --dry-run\n")
        desk.run("due", "--exit-code", "-q").expect(0, err: "")
        desk.run("due", "--nagios").expect(
            0, out: "DOSSIER OK - 0 overdue, 0 due until 2027-02-20 | overdue=0 due=0\n", err: "")
        desk.run("due", "--format", "csv").expect(
            out: """
                key,status,due,until,days,source,subject,standard,rule,severity,title,owner,certificate,snoozed_until\r

                """)
    }

    @Test("everything with a date, sorted, with its rule")
    func table() throws {
        let desk = try desk()
        desk.run("due", "--within", "6m").expect(
            out: """
                Due on 2026-11-22: 1 overdue, 2 due, 4 later, until 2027-05-22
                OVERDUE  2026-11-01   -21d  POL-1                      review  Policy
                DUE 8d   2026-11-30    +8d  KPI-1                      record  Figures
                DUE 8d   2026-11-30    +8d  PRO-1                      review  Incident procedure                                Service desk lead
                LATER    2027-02-28   +98d  CON-1                      expiry  Contract, hosting                                 Supplier manager
                LATER    2027-05-13  +172d  ISO/IEC 20000-1:2018 NW-1  IA-1    internal audit before the audit of 2027-05-14
                LATER    2027-05-13  +172d  ISO/IEC 20000-1:2018 NW-1  IA-1    management review before the audit of 2027-05-14
                LATER    2027-05-14  +173d  ISO/IEC 20000-1:2018 NW-1  SV-1    first surveillance

                """,
            err: """
                Reminders never ran. Next: dossier remind --dry-run
                Next: dossier due --explain review

                """)
    }

    @Test("another day, an owner, a certificate, a rule")
    func filters() throws {
        let desk = try desk()
        desk.run("due", "--owner", "service desk LEAD", "-q").expect(
            out: """
                Due on 2026-11-22: 1 due, until 2027-02-20
                DUE 8d  2026-11-30  +8d  PRO-1  review  Incident procedure  Service desk lead

                """, err: "")
        desk.run("due", "--certificate", "nw-1", "--on", "2027-05-20", "--within", "30d", "-q").expect(
            out: """
                Due on 2027-05-20: 1 overdue, until 2027-06-19
                OVERDUE  2027-05-14  -6d  ISO/IEC 20000-1:2018 NW-1  SV-1  first surveillance

                """, err: "")
        desk.run("due", "--certificate", "NW-2").expect(
            66, out: "", err: "dossier: error: no certificate NW-2\ndossier: hint: did you mean NW-1?\n")
        desk.run("due", "--within", "soon").expect(
            64, out: "",
            err: """
                dossier: error: the value 'soon' is invalid for '--within <span>': "soon" is no span; write 90d or 6m
                dossier: hint: dossier due --help

                """)
    }

    @Test("for programs and spreadsheets")
    func formats() throws {
        let desk = try Desk.withDates()
        desk.certify()
        desk.run("snooze", "CON-1", "--until", "2026-12-24").expect()
        desk.run("remind", "--mark-only").expect()
        desk.run("due", "--within", "100d", "--format", "json").expect(
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
                      "severity" : "warning",
                      "source" : "evidence",
                      "status" : "due",
                      "subject" : "PRO-1",
                      "title" : "Incident procedure"
                    },
                    {
                      "days" : 98,
                      "due" : "2027-02-28",
                      "key" : "CON-1.expiry.1",
                      "owner" : "Supplier manager",
                      "rule" : "expiry",
                      "severity" : "warning",
                      "snoozedUntil" : "2026-12-24",
                      "source" : "evidence",
                      "status" : "later",
                      "subject" : "CON-1",
                      "title" : "Contract, hosting"
                    }
                  ],
                  "lastReminders" : "2026-11-22",
                  "until" : "2027-03-02"
                }

                """, err: "")
        desk.run("due", "--within", "6m", "--format", "csv").expect(
            out: """
                key,status,due,until,days,source,subject,standard,rule,severity,title,owner,certificate,snoozed_until\r
                PRO-1.review.1,due,2026-11-30,,8,evidence,PRO-1,,review,warning,Incident procedure,Service desk lead,,\r
                CON-1.expiry.1,later,2027-02-28,,98,evidence,CON-1,,expiry,warning,"Contract, hosting",Supplier manager,,2026-12-24\r
                NW-1.IA-1.internal.1,later,2027-05-13,,172,certificate,NW-1,ISO/IEC 20000-1:2018,IA-1,error,internal audit before the audit of 2027-05-14,,NW-1,\r
                NW-1.IA-1.management-review.1,later,2027-05-13,,172,certificate,NW-1,ISO/IEC 20000-1:2018,IA-1,error,management review before the audit of 2027-05-14,,NW-1,\r
                NW-1.SV-1.1,later,2027-05-14,,173,certificate,NW-1,ISO/IEC 20000-1:2018,SV-1,error,first surveillance,,NW-1,\r

                """, err: "")
    }

    @Test(
        "statuses for monitors",
        arguments: [
            // Nothing within a week, two items within three months, one of them late in December.
            ("7d", "2026-11-22", 0, 0, "OK - 0 overdue, 0 due until 2026-11-29 | overdue=0 due=0"),
            (
                "90d", "2026-11-22", 10, 1,
                "WARNING - 0 overdue, 1 due until 2027-02-20: 2026-11-30 PRO-1 review Incident / procedure | overdue=0 due=1"
            ),
            (
                "90d", "2026-12-01", 20, 2,
                "CRITICAL - 1 overdue, 1 due until 2027-03-01: 2026-11-30 PRO-1 review Incident / procedure | overdue=1 due=1"
            ),
        ] as [(String, String, Int32, Int32, String)])
    func monitors(within: String, day: String, status: Int32, nagios: Int32, line: String) throws {
        let desk = try Desk.withDates()
        try desk.write("list.csv", "id,title\nPRO-1,Incident | procedure\n")
        desk.run("import", "list.csv").expect()
        desk.run("due", "--within", within, "--on", day, "--exit-code", "-q").expect(status, err: "")
        desk.run("due", "--within", within, "--on", day, "--nagios").expect(
            nagios, out: "DOSSIER \(line)\n", err: "")
    }

    @Test("a line for a monitor is one line")
    func contradictions() throws {
        for more in [["--exit-code"], ["--format", "json"], ["--explain", "SV-1"]] {
            try Desk().run(["due", "--nagios"] + more).expect(
                64, out: "",
                err: """
                    dossier: error: --nagios prints one line and has statuses of its own
                    dossier: hint: dossier due --help

                    """)
        }
    }

    @Test("it warns when reminders stopped, by today and not by the day asked about")
    func stopped() throws {
        let desk = try Desk.withDates()
        desk.run("remind", "--mark-only").expect()
        for (today, line) in [
            ("2026-11-29", "Reminders last ran on 2026-11-22.\n"),
            (
                "2026-11-30",
                "dossier: warning: reminders last ran on 2026-11-22, 8 days ago; see dossier remind --print-timer cron\n"
            ),
        ] {
            let answer = desk.run(["due", "--on", "2027-02-01"], today: today)
            answer.expect(0, err: line + "Next: dossier due --explain review\n")
        }
    }
}
