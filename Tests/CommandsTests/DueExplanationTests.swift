import Testing

@Suite("due --explain")
struct DueExplanationTests {
    @Test("a rule of the cycle: what it asks for, from where, and what each date was computed from")
    func cycle() throws {
        let desk = try Desk.withDates()
        desk.certify()
        desk.run("due", "--explain", "sv-1").expect(
            out: """
                SV-1  The first surveillance after initial certification lies within 12 months of the decision.
                  source   ISO/IEC 17021-1 9.1.3.3
                  settings sv_anchor, audit_date
                  2027-05-14  NW-1.SV-1.1  first surveillance
                      from decision 2026-05-14, sv_anchor decision-anniversary, audit_date last-day

                """, err: "")
        desk.run("due", "--explain", "SV-1", "--format", "json").expect(
            out: """
                {
                  "items" : [
                    {
                      "due" : "2027-05-14",
                      "inputs" : [
                        {
                          "name" : "decision",
                          "value" : "2026-05-14"
                        },
                        {
                          "name" : "sv_anchor",
                          "value" : "decision-anniversary"
                        },
                        {
                          "name" : "audit_date",
                          "value" : "last-day"
                        }
                      ],
                      "key" : "NW-1.SV-1.1",
                      "title" : "first surveillance"
                    }
                  ],
                  "keys" : [
                    "sv_anchor",
                    "audit_date"
                  ],
                  "rule" : "SV-1",
                  "source" : "ISO/IEC 17021-1 9.1.3.3",
                  "statement" : "The first surveillance after initial certification lies within 12 months of the decision."
                }

                """, err: "")
    }

    @Test(
        "a rule of evidence, however far the date lies",
        arguments: [
            (
                "review",
                """
                review  A document is looked at by the day set, or one interval after it took effect.
                  source   default
                  2026-11-30  PRO-1.review.1  Incident procedure
                      from effective 2025-11-30, review_every 12m
                  2028-03-01  POL-1.review.1  Policy
                      from review 2028-03-01

                """
            ),
            (
                "EXPIRY",
                """
                expiry  A contract, certificate or agreement holds until its last day.
                  source   default
                  2027-02-28  CON-1.expiry.1  Contract, hosting
                      from expires 2027-02-28

                """
            ),
            (
                "record",
                """
                record  A record speaks for one interval after its period; then the next one is due.
                  source   default
                  2026-11-30  KPI-1.record.2026-10-31  Figures
                      from last period until 2026-10-31, review_every 1m

                """
            ),
            (
                "period",
                """
                period  A stretch between two records that none covers is to be filled.
                  source   default
                  2026-09-30  KPI-1.period.2026-09-01  Figures
                      from no record from 2026-09-01

                """
            ),
            (
                "plan",
                """
                PLAN  A step of the road to a first certificate is done by its last day.
                  source   default; the saved plan

                """
            ),
        ])
    func evidence(rule: String, text: String) throws {
        let desk = try Desk.withDates()
        for name in ["d.md", "8.csv", "10.csv"] { try desk.write(name, name) }
        desk.run("add", "d.md", "--id", "POL-1", "--title", "Policy", "--review", "2028-03-01").expect()
        desk.run(
            "add", "8.csv", "--id", "KPI-1", "--title", "Figures", "--kind", "kpi-export", "--clause", "9.1",
            "--period", "2026-08", "--review-every", "1m"
        ).expect()
        desk.run("revise", "KPI-1", "10.csv", "--period", "2026-10").expect()
        desk.run("due", "--explain", rule).expect(out: text, err: "")
    }

    @Test("findings of one certificate are told apart, also the tenth from the first")
    func findings() throws {
        let desk = try Desk.afterSurveillance()
        for number in 1...10 {
            desk.raise("major", "--clause", "8.6.1", "--owner", "Owner \(number)").expect()
        }
        desk.run(["due", "--explain", "NC-4", "--format", "csv"], today: "2027-03-02").expect(
            out: ["rule,key,due,title,inputs\r\n"].joined()
                + [1, 10, 2, 3, 4, 5, 6, 7, 8, 9].map { number in
                    """
                    NC-4,NW-1.NC-4.NC-\(number).1,2027-05-31,NC-\(number): major closed and verified,\
                    "the body's date 2027-05-31, the expiry 2029-05-13"\r

                    """
                }.joined(), err: "")
        desk.run(["due", "--owner", "Owner 10"], today: "2027-03-02").expect(
            out: """
                Due on 2027-03-02: 1 due, until 2027-05-31
                DUE 90d  2027-05-31  +90d  ISO/IEC 20000-1:2018 NC-10  NC-4  NC-10: major closed and verified  Owner 10

                """)
    }

    @Test("a word that is no rule")
    func unknown() throws {
        try Desk.withDates().run("due", "--explain", "SV-9").expect(
            66, out: "",
            err: """
                dossier: error: no rule "SV-9"; of evidence: review, expiry, record, period, audit, finding, plan
                dossier: hint: dossier cycle explain

                """)
    }
}
