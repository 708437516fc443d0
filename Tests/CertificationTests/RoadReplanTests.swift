import Certification
import Testing

@Suite("Following a road")
struct RoadReplanTests {
    static let plan = RoadTests.backwards

    private func noted(_ progress: [(RoadStep, String)]) -> RoadPlan {
        RoadPlan(
            standard: Self.plan.standard,
            items: Self.plan.items.map { item in
                progress.first { $0.0 == item.step }.map { item.done(on: CycleDesk.day($0.1)) } ?? item
            })
    }

    private func replanned(_ progress: [(RoadStep, String)], on day: String, profile: BodyProfile = .usual)
        -> RoadProposal
    {
        let plan = noted(progress)
        let terms = RoadTerms(durations: RoadDurations(of: plan), profile: profile, done: plan.done)
        return plan.replanned(by: terms, on: CycleDesk.day(day))
    }

    @Test("nothing moves while everything is in time, or early")
    func inTime() {
        #expect(replanned([], on: "2027-01-30").plan == Self.plan)
        let early = replanned([(.gapAnalysis, "2027-01-28")], on: "2027-01-30")
        #expect(early.plan[.procedures] == Self.plan[.procedures] && early.warnings.isEmpty)
        #expect(early.plan[.gapAnalysis]?.period == CycleDesk.days("2027-01-25..2027-01-28"))
    }

    @Test("what comes later is moved by what was late, with its lengths and pauses")
    func late() {
        let before = RoadStep.allCases.prefix(5).map { ($0, "2027-05-21") }
        let late = replanned(before + [(.internalAudit, "2027-06-07")], on: "2027-06-08")
        #expect(
            RoadTests.lines(late.plan).split(separator: "\n").suffix(5).joined(separator: "\n") == """
                internal-audit 2027-05-22..2027-06-07 done
                management-review 2027-06-08..2027-06-09
                stage-1 2027-06-10..2027-06-11
                stage-2 2027-06-26..2027-06-28
                decision 2027-06-29..2027-07-12
                """)
        #expect(
            late.warnings.map(\.sentence) == [
                "the decision moves from 2027-06-30 to 2027-07-12, 12 days later"
            ])
    }

    @Test("what is overdue stays so, and what follows comes after today")
    func overdue() {
        let proposal = replanned([], on: "2027-02-20")
        #expect(proposal.plan[.gapAnalysis] == Self.plan[.gapAnalysis])
        #expect(proposal.plan[.procedures]?.period.first == CycleDesk.day("2027-02-21"))
        #expect(proposal.plan[.monitoring]?.period == CycleDesk.days("2027-03-07..2027-06-06"))
    }

    @Test("monitoring that was cut short, and steps in the wrong order")
    func disorder() {
        let before = RoadStep.allCases.prefix(4).map { ($0, "2027-03-24") }
        let short = replanned(before + [(.monitoring, "2027-04-30")], on: "2027-05-01")
        #expect(
            short.warnings.map(\.sentence) == [
                "KPI monitoring yields 2 whole months of records (2027-02-22..2027-04-30); 3 or more are expected"
            ])
        let wrong = replanned(
            [
                (.internalAudit, "2027-06-14"), (.managementReview, "2027-05-28"), (.stage1, "2027-06-20"),
                (.stage2, "2027-06-16"), (.decision, "2027-06-15"),
            ], on: "2027-06-21")
        #expect(
            wrong.warnings.map(\.sentence) == [
                "internal audit does not end before stage 2 begins (ST-4)",
                "stage 1 does not end before stage 2 begins (ST-2)",
                "stage 2 does not end before decision begins (CY-1)",
            ])
    }

    @Test("a changed length stays changed, and monitoring stays a matter of months")
    func remembered() throws {
        let terms = RoadTerms(
            durations: try RoadTests.durations([
                ("kpi-monitoring", "4m"), ("training", "10d"), ("stage-gap", "20d"),
                ("first-procedures", "3d"),
            ]))
        let plan = RoadPlan.laidOut(for: "a-1", start: CycleDesk.day("2027-01-11"), by: terms).plan
        let learnt = RoadDurations(of: plan)
        #expect(learnt[.monitoring] == .months(4) && learnt[.training] == .days(10))
        #expect(learnt[.stageGap] == .days(20) && learnt[.firstProcedures] == .days(3))
        #expect(learnt[.procedures] == .days(45))
    }

    @Test("audits that were held and decisions count as steps taken")
    func taken() {
        var desk = CycleDesk()
        desk.audit(.internal, "2026-01-10")
        desk.audit(.internal, "2027-05-24..2027-05-25")
        desk.audit(.internal, "2027-05-30")
        desk.audit(.stage1, "2027-05-31")
        desk.audit(.stage2, "2027-06-14", .planned)
        desk.audit(.surveillance, "2027-06-01")
        let taken = RoadPlan.taken(
            towards: "iso20000-1-2018", audits: desk.audits, decisions: [CycleDesk.day("2027-07-02")],
            since: CycleDesk.day("2027-01-25"), by: CycleDesk.day("2027-06-30"))
        #expect(
            taken == [
                RoadTests.done(.internalAudit, "2027-05-24..2027-05-25"),
                RoadTests.done(.stage1, "2027-05-31"),
            ])
        #expect(noted([(.stage1, "2027-05-30")]).noting(taken)[.stage1]?.done == CycleDesk.day("2027-05-30"))
        #expect(Self.plan.noting(taken).done == taken)
    }

    @Test(
        "each step is a date to keep",
        arguments: [
            ("2026-11-22", "open"), ("2027-05-21", "open"), ("2027-05-22", "due"), ("2027-05-26", "due"),
            ("2027-05-27", "overdue"),
        ])
    func outcomes(day: String, status: String) throws {
        let outcomes = Self.plan.outcomes(on: CycleDesk.day(day))
        let audit = try #require(outcomes.first { $0.name == "PLAN.internal-audit" })
        #expect(audit.status.rawValue == status && audit.due == CycleDesk.day("2027-05-26"))
        #expect(audit.title == "internal audit" && audit.rule.source == "default; the saved plan")
        let done = noted([(.internalAudit, "2027-06-03")]).outcomes(on: CycleDesk.day(day))
        #expect(done.first { $0.name == "PLAN.internal-audit" }?.status == .ok)
    }
}
