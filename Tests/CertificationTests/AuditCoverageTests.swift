import Testing

@testable import Certification

@Suite("Clauses by audits")
struct AuditCoverageTests {
    /// The clauses 8.6.1, 8.6.2, 8.60 and 9.1 below 8 (8.6) and 9.
    static let catalogue = Catalogue(
        standard: Standard(
            id: "iso20000-1-2018", designation: "D", title: "D", edition: "1", published: "2026-01",
            amendments: nil, status: "current", successor: nil, excludable: ["9"]),
        clauses: GapAnalysisTests.catalogue.clauses)

    static func desk(_ happens: (inout CycleDesk) throws -> Void = { _ in }) -> CycleDesk {
        var desk = CycleDesk.certified(expiry: "2029-05-13")
        desk.system = AuditedSystem(catalogue)
        try? happens(&desk)
        return desk
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rule: CycleRule
        let day: String
        let said: [String]
        let desk: CycleDesk

        init(
            _ name: String, _ day: String, _ said: [String], rule: CycleRule = .ap1,
            desk: CycleDesk = AuditCoverageTests.desk(),
            _ happens: (inout CycleDesk) throws -> Void = { _ in }
        ) {
            (testDescription, self.rule, self.day, self.said) = (name, rule, day, said)
            var desk = desk
            try? happens(&desk)
            self.desk = desk
        }
    }

    private static let open = ["AP-1.external open 2029-02-13", "AP-1.internal open 2029-02-13"]
    private static let due = ["AP-1.external due 2029-02-13", "AP-1.internal due 2029-02-13"]

    static let programme: [Example] = [
        Example("nothing looked at, and time", "2028-02-12", open),
        Example("the year before the recertification begins", "2028-02-13", due),
        Example(
            "the recertification audit is late", "2029-02-14",
            due.map { $0.replacing("due", with: "overdue") }),
        Example("all clauses, in two audits", "2028-06-01", ["AP-1.external ok 2029-02-13", due[1]]) {
            $0.audit(.surveillance, "2027-04-20", clauses: ["8"])
            $0.audit(.surveillance, "2028-04-20", clauses: ["9.1"])
        },
        Example("all but one", "2028-06-01", [due[0], "AP-1.internal ok 2029-02-13"]) {
            $0.audit(.surveillance, "2027-04-20", clauses: ["8.6", "9"])
            $0.audit(.internal, "2027-03-01", clauses: ["8", "9"])
        },
        Example("a review of management is no audit", "2028-06-01", due) {
            $0.audit(.managementReview, "2027-03-01", clauses: ["8", "9"])
        },
        Example(
            "the plans cover the rest", "2028-06-01",
            [
                "AP-1.external planned 2029-02-13", "AP-1.internal due 2029-02-13",
            ]
        ) {
            $0.audit(.surveillance, "2027-04-20", clauses: ["8"])
            $0.audit(.special, "2028-07-01", .planned, clauses: ["9"])
        },
        Example("planned for days that are past", "2028-06-01", due) {
            $0.audit(.surveillance, "2028-04-20", .planned, clauses: ["8", "9"])
        },
        Example(
            "before the planned recertification audit", "2028-06-01",
            [
                "AP-1.external due 2029-01-09", "AP-1.internal due 2029-01-09",
            ]
        ) { $0.audit(.recertification, "2029-01-10..2029-01-12", .planned) },
        Example(
            "held, and not decided yet: the next stretch has begun", "2029-03-01",
            [
                "AP-1.external open 2032-02-13", "AP-1.internal open 2032-02-13",
            ]
        ) {
            $0.audit(.surveillance, "2027-04-20", clauses: ["8", "9"])
            $0.audit(.recertification, "2029-01-10..2029-01-12")
        },
        Example("looked at before stage 2 does not count", "2028-06-01", due) {
            $0.audit(.internal, "2026-03-01", clauses: ["8", "9"])
            $0.audit(.stage2, "2026-04-22..2026-04-24")
        },
        Example("suspended, the clock goes on", "2028-06-01", due) { $0.record(.suspension, "2028-05-01") },
        Example("expired", "2029-05-14", []),
        Example("withdrawn", "2028-06-01", []) { $0.record(.withdrawal, "2028-05-01") },
        Example("in preparation", "2028-06-01", [], desk: CycleDesk()) {
            $0.system = AuditedSystem(Self.catalogue)
        },
        Example("clauses are not known", "2028-06-01", []) { $0.system = nil },
        Example("audits of another standard", "2028-06-01", due) {
            $0.audits.append(
                Audit(
                    id: "X", kind: .internal, state: .held, period: CycleDesk.days("2027-03-01"),
                    standards: ["iso9001-2015"],
                    clauses: [ClauseReference(standard: "iso9001-2015", number: "8")]))
        },
    ]

    static let stage2: [Example] = [
        Example(
            "not over all clauses", "2026-04-01",
            [
                "ST-4.internal ok 2026-04-21", "ST-4.clauses due 2026-04-21",
                "ST-4.management-review due 2026-04-21",
            ], rule: .st4, desk: CycleDesk()
        ) {
            $0.system = AuditedSystem(Self.catalogue)
            $0.audit(.internal, "2026-02-01", clauses: ["8"])
            $0.audit(.stage2, "2026-04-22..2026-04-24", .planned)
        },
        Example(
            "over all clauses, in two audits", "2026-04-01",
            [
                "ST-4.internal ok 2026-04-21", "ST-4.management-review due 2026-04-21",
            ], rule: .st4, desk: CycleDesk()
        ) {
            $0.system = AuditedSystem(Self.catalogue)
            $0.audit(.internal, "2026-02-01", clauses: ["8"])
            $0.audit(.internal, "2026-03-01", clauses: ["9"])
            $0.audit(.stage2, "2026-04-22..2026-04-24", .planned)
        },
        Example(
            "none held: that is an error, and enough", "2026-04-01",
            [
                "ST-4.internal open", "ST-4.management-review open",
            ], rule: .st4, desk: CycleDesk()
        ) { $0.system = AuditedSystem(Self.catalogue) },
    ]

    static let sites: [Example] = [
        Example("one site", "2027-01-01", [], rule: .ms1) { $0.certificate.sites = ["York"] },
        Example("two sites", "2027-01-01", ["MS-1 noted"], rule: .ms1) {
            $0.certificate.sites = ["York", "Hull"]
        },
        Example("expired", "2029-05-14", [], rule: .ms1) { $0.certificate.sites = ["York", "Hull"] },
    ]

    @Test("each rule", arguments: programme + stage2 + sites)
    func rule(example: Example) {
        let said = example.desk.said(example.rule, on: example.day)
        #expect(said.sorted() == example.said.sorted())
    }

    @Test("information at first, a warning in the last year, and what is missing in words")
    func severity() {
        let desk = Self.desk { $0.audit(.surveillance, "2027-04-20", clauses: ["9"]) }
        let severities = ["2028-02-12", "2028-02-13"].map { day in
            desk.judged(day).outcomes.first { $0.name == "AP-1.external" }?.severity
        }
        #expect(severities == [.information, .warning])
        let outcome = desk.judged("2028-06-01").outcomes.first { $0.name == "AP-1.external" }
        #expect(
            outcome?.remark
                == "3 of 4 not yet since the decision of 2026-05-14: 8.6.1, 8.6.2, 8.60")
        #expect(outcome?.inputs.map(\.value) == ["the decision of 2026-05-14", "A-1"])
    }

    @Test("the matrix, clause by clause and folded")
    func matrix() throws {
        let desk = Self.desk {
            $0.audit(.stage2, "2026-04-22..2026-04-24")
            $0.audit(.internal, "2026-10-01", clauses: ["8.6"])
            $0.audit(.surveillance, "2027-04-20")
            $0.audit(.surveillance, "2028-04-20", .planned, clauses: ["8"])
            $0.audit(.internal, "2027-01-05", .planned, clauses: ["9"])
            $0.audit(.recertification, "2029-01-10", .planned)
        }
        let coverage = try #require(desk.judged("2027-06-01").coverage)
        #expect(coverage.start?.words == "stage 2 of 2026-04-24")
        #expect(coverage.audits.map(\.id) == ["A-2", "A-3", "A-4"])
        #expect(coverage.silent.map(\.id) == ["A-3"])
        #expect(coverage.unsettled.map(\.id) == ["A-5"])
        #expect(
            coverage.lines.map { "\($0.clause.number) \($0.audits.map(\.id).joined(separator: " "))" } == [
                "8.6.1 A-2 A-4", "8.6.2 A-2 A-4", "8.60 A-4", "9.1 ",
            ])
        #expect(
            coverage.folded(by: Self.catalogue).map {
                "\($0.clause.number) \($0.count) \($0.audits.map(\.id).joined(separator: " "))"
            } == ["8.6 2 A-2 A-4", "8.60 1 A-4", "9.1 1 "])
        #expect(coverage.unseen(by: .internal).map(\.number) == ["8.60", "9.1"])
        #expect(coverage.unseen(by: .external).map(\.number) == ["8.6.1", "8.6.2", "8.60", "9.1"])
        #expect(ClauseCoverage.partiesMissing(in: coverage.lines[0].audits) == [.external])
    }

    static let starts: [(String, String, @Sendable (inout CycleDesk) -> Void)] = [
        ("2027-01-01", "the decision of 2026-05-14", { _ in }),
        ("2027-01-01", "stage 2 of 2026-04-24", { $0.audit(.stage2, "2026-04-22..2026-04-24") }),
        (
            "2029-06-01", "the decision of 2029-04-30",
            {
                $0.audit(.stage2, "2026-04-22..2026-04-24")
                $0.record(.recertificationDecision, "2029-04-30", expiry: "2032-05-13")
            }
        ),
        (
            "2029-06-01", "the recertification audit of 2029-02-07",
            {
                $0.audit(.recertification, "2029-02-05..2029-02-07")
                $0.record(.recertificationDecision, "2029-04-30", expiry: "2032-05-13")
            }
        ),
    ]

    @Test("counted from the last audit of the whole system, or from the decision", arguments: starts.indices)
    func start(index: Int) {
        let (day, words, happens) = Self.starts[index]
        #expect(Self.desk { happens(&$0) }.judged(day).coverage?.start?.words == words)
    }

    @Test("clauses that do not apply are not asked for")
    func settled() {
        let verdict = Assessment(
            clause: ClauseReference(standard: Self.catalogue.standard.id, number: "9.1"),
            verdict: .notApplicable, by: "B", reason: "r", on: Day(ordinal: 20_000))
        let system = AuditedSystem(Self.catalogue, decisions: ClauseDecisions(assessments: [verdict]))
        #expect(system.clauses.map(\.number) == ["8.6.1", "8.6.2", "8.60"])
        #expect(system.count == 3)
    }

    @Test("sets of clauses reach beyond a word")
    func sets() {
        let set = ClauseSet([0, 63, 64, 200])
        #expect(set.count == 4 && set.contains(200) && !set.contains(199) && !set.contains(1_000))
        #expect(set.subtracting([ClauseSet([63]), ClauseSet([0, 64, 200, 300])]).isEmpty)
        #expect(ClauseSet().subtracting([set]).isEmpty)
    }
}
