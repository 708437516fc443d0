import Certification
import Testing

@Suite("The road to a first certificate")
struct RoadTests {
    static let today = CycleDesk.day("2026-11-22")

    static func lines(_ plan: RoadPlan) -> String {
        plan.items.map { item in
            "\(item.step.rawValue) \(item.period.first)..\(item.period.last)\(item.done == nil ? "" : " done")"
        }.joined(separator: "\n")
    }

    static func durations(_ lengths: [(String, String)]) throws -> RoadDurations {
        var durations = RoadDurations()
        for (name, length) in lengths { try durations.set(name, to: length) }
        return durations
    }

    static func done(_ step: RoadStep, _ days: String) -> RoadItem {
        let period = CycleDesk.days(days)
        return RoadItem(step: step, period: period, done: period.last)
    }

    static let backwards = RoadPlan.laidOut(for: "a-1", target: CycleDesk.day("2027-06-30"), on: today).plan

    @Test("backwards: as late as may be, with three months of records")
    func target() {
        #expect(
            Self.lines(Self.backwards) == """
                gap-analysis 2027-01-25..2027-02-07
                procedures 2027-02-08..2027-03-24
                workflows 2027-02-08..2027-03-24
                training 2027-02-08..2027-03-09
                kpi-monitoring 2027-02-22..2027-05-21
                internal-audit 2027-05-22..2027-05-26
                management-review 2027-05-27..2027-05-28
                stage-1 2027-05-29..2027-05-30
                stage-2 2027-06-14..2027-06-16
                decision 2027-06-17..2027-06-30
                """)
    }

    @Test("forwards: as early as can be")
    func start() {
        let proposal = RoadPlan.laidOut(for: "a-1", start: CycleDesk.day("2027-01-25"))
        #expect(proposal.plan == Self.backwards && proposal.warnings.isEmpty)
    }

    typealias Length = (lengths: [(String, String)], step: RoadStep, days: String)

    @Test(
        "lengths and pauses can be changed",
        arguments: [
            ([("training", "120d")], .internalAudit, "2027-05-25..2027-05-29"),
            ([("kpi-monitoring", "5m")], .internalAudit, "2027-07-08..2027-07-12"),
            ([("first-procedures", "0d")], .monitoring, "2027-01-25..2027-04-24"),
            // All procedures stand before the pause is over.
            ([("procedures", "7d")], .monitoring, "2027-02-01..2027-04-30"),
            ([("stage-gap", "1m")], .stage2, "2027-06-17..2027-06-19"),
            ([("decision", "1d"), ("stage-2", "1d")], .decision, "2027-06-01"),
        ] as [Length])
    func lengths(example: Length) throws {
        let terms = RoadTerms(durations: try Self.durations(example.lengths))
        let plan = RoadPlan.laidOut(for: "a-1", start: CycleDesk.day("2027-01-11"), by: terms).plan
        #expect(plan[example.step]?.period == CycleDesk.days(example.days))
    }

    @Test(
        "what is no length",
        arguments: [
            ("training", "6w", "\"6w\" is no length; write days or months: 45d, 2m"),
            ("training", "0d", "\"0d\" is no length; write days or months: 45d, 2m"),
            ("decision", "-3d", "\"-3d\" is no length; write days or months: 45d, 2m"),
            (
                "stage-3", "1d",
                "no step \"stage-3\"; known: gap-analysis, procedures, workflows, training, kpi-monitoring, internal-audit, management-review, stage-1, stage-2, decision, first-procedures, stage-gap"
            ),
        ])
    func noLength(name: String, text: String, message: String) {
        var durations = RoadDurations()
        #expect { try durations.set(name, to: text) } throws: { ($0 as? RoadProblem)?.message == message }
    }

    typealias Warned = (lengths: [(String, String)], rule: (String, String), said: [String])

    @Test(
        "what does not work out is said",
        arguments: [
            ([], ("stage_gap", "6m"), []),
            (
                [("kpi-monitoring", "75d")], ("stage_gap", "6m"),
                [
                    "KPI monitoring yields 2 whole months of records (2027-02-08..2027-04-23); 3 or more are expected"
                ]
            ),
            (
                [("stage-gap", "90d")], ("stage_gap", "60d"),
                ["the pause after stage 1 is cut: the body wants stage 2 by 2027-07-15 (ST-2)"]
            ),
            ([("stage-gap", "90d")], ("stage_gap", "none"), []),
            (
                [("stage-2", "40d")], ("stage_gap", "30d"),
                ["stage 2 ends on 2027-06-25; the body wants it by 2027-06-15 (ST-2)"]
            ),
        ] as [Warned])
    func warnings(example: Warned) throws {
        let profile = try BodyProfile.usual.with([(example.rule.0, example.rule.1)])
        let terms = RoadTerms(durations: try Self.durations(example.lengths), profile: profile)
        let proposal = RoadPlan.laidOut(for: "a-1", start: CycleDesk.day("2027-01-11"), by: terms)
        #expect(proposal.warnings.map(\.sentence) == example.said)
    }

    @Test("backwards the pause is cut to what the body allows as well")
    func pauseBackwards() throws {
        let profile = try BodyProfile.usual.with([("stage_gap", "60d")])
        let terms = RoadTerms(durations: try Self.durations([("stage-gap", "90d")]), profile: profile)
        let plan = RoadPlan.laidOut(
            for: "a-1", target: CycleDesk.day("2027-12-31"), by: terms, on: Self.today
        ).plan
        #expect(plan[.stage1]?.period == CycleDesk.days("2027-10-17..2027-10-18"))
        #expect(plan[.stage2]?.period == CycleDesk.days("2027-12-15..2027-12-17"))
    }

    @Test("a target that is too soon: by how much, and what is possible")
    func tooSoon() {
        let proposal = RoadPlan.laidOut(for: "a-1", target: CycleDesk.day("2027-03-01"), on: Self.today)
        #expect(
            proposal.warnings.map(\.sentence) == [
                "2027-03-01 is too soon: gap analysis would have begun on 2026-09-23, 60 days before today; the earliest possible decision is 2027-04-28"
            ])
        #expect(proposal.plan.decision == CycleDesk.day("2027-03-01"))
        let possible = RoadPlan.laidOut(for: "a-1", target: CycleDesk.day("2027-04-28"), on: Self.today)
        #expect(possible.warnings.isEmpty && possible.plan.start == Self.today)
    }

    @Test("what is done keeps its days, and only the rest is laid out")
    func kept() {
        let done = [
            Self.done(.gapAnalysis, "2026-10-01..2026-10-20"),
            Self.done(.procedures, "2026-10-21..2026-11-20"),
        ]
        let plan = RoadPlan.laidOut(
            for: "a-1", target: CycleDesk.day("2027-06-30"), by: RoadTerms(done: done), on: Self.today
        ).plan
        #expect(
            Self.lines(plan) == """
                gap-analysis 2026-10-01..2026-10-20 done
                procedures 2026-10-21..2026-11-20 done
                workflows 2027-04-07..2027-05-21
                training 2027-04-07..2027-05-06
                kpi-monitoring 2027-02-22..2027-05-21
                internal-audit 2027-05-22..2027-05-26
                management-review 2027-05-27..2027-05-28
                stage-1 2027-05-29..2027-05-30
                stage-2 2027-06-14..2027-06-16
                decision 2027-06-17..2027-06-30
                """)
    }

    @Test("a stage 1 that was early pulls stage 2 into the body's time")
    func earlyStage1() throws {
        let profile = try BodyProfile.usual.with([("stage_gap", "90d")])
        let done = RoadStep.allCases.prefix(8).map { Self.done($0, "2026-11-02") }
        let terms = RoadTerms(profile: profile, done: done)
        let plan = RoadPlan.laidOut(
            for: "a-1", target: CycleDesk.day("2027-06-30"), by: terms, on: Self.today
        )
        .plan
        #expect(plan[.stage2]?.period == CycleDesk.days("2027-01-29..2027-01-31"))
        #expect(plan.decision == CycleDesk.day("2027-06-30"))
    }
}
