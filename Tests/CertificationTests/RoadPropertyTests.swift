import Certification
import Testing

/// Numbers that look random and are the same in every run: a linear congruence by Knuth.
private struct SeededNoise: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

@Suite("Properties of a road")
struct RoadPropertyTests {
    static let today = Day(ordinal: 20_779)

    /// Terms with lengths, pauses, a body and things done at random.
    private static func terms(_ noise: inout SeededNoise) throws -> RoadTerms {
        var durations = RoadDurations()
        for name in RoadDurations.names where Bool.random(using: &noise) {
            let count = Int.random(in: 1...5, using: &noise)
            let isLong = name == "kpi-monitoring" || Bool.random(using: &noise)
            try durations.set(name, to: isLong ? "\(count)m" : "\(count * 9)d")
        }
        let gap = ["6m", "90d", "none", "1m"].randomElement(using: &noise) ?? "6m"
        let steps = RoadStep.allCases.prefix(Int.random(in: 0...8, using: &noise))
        let done = steps.enumerated().map { place, step in
            durations.item(step, doneOn: today.adding(days: (place - 9) * 20))
        }
        return RoadTerms(
            durations: durations, profile: try BodyProfile.usual.with([("stage_gap", gap)]), done: done)
    }

    private static let stretches: [[RoadStep]] = [
        [.gapAnalysis], [.procedures, .workflows, .training, .monitoring], [.internalAudit],
        [.managementReview], [.stage1], [.stage2], [.decision],
    ]

    /// Whether the open steps follow one another, and begin after all that is done before them.
    private static func isInOrder(_ plan: RoadPlan) -> Bool {
        var last: Day?
        for stretch in stretches {
            let items = stretch.compactMap { plan[$0] }
            let isLate = items.contains { item in
                item.done == nil && (last.map { item.period.first <= $0 } ?? false)
            }
            if isLate { return false }
            last = (items.map(\.period.last) + [last].compactMap(\.self)).max()
        }
        return true
    }

    @Test("backwards and forwards agree on what is possible", arguments: 1...400)
    func agreement(seed: Int) throws {
        var noise = SeededNoise(state: UInt64(seed))
        let terms = try Self.terms(&noise)
        let target = Self.today.adding(days: .random(in: -30...900, using: &noise))
        let proposal = RoadPlan.laidOut(for: "a-1", target: target, by: terms, on: Self.today)
        let earliest = try #require(
            RoadPlan.laidOut(for: "a-1", start: Self.today, by: terms).plan.decision)
        #expect(proposal.warnings.contains { $0.code == "too-soon" } == (earliest > target))
        guard earliest <= target else { return }
        let open = proposal.plan.items.filter { $0.done == nil }
        #expect(open.allSatisfy { $0.period.first >= Self.today })
        let decision = try #require(proposal.plan.decision)
        #expect(decision <= target)
        // Months of other lengths may leave some days to spare. A stage 2 that is late after stage 1 waits no longer.
        let isLate = proposal.warnings.contains { $0.code == "stage-gap" }
        #expect(isLate || decision >= target.adding(days: -4))
        #expect(Self.isInOrder(proposal.plan))
    }

    @Test("what was laid out needs no replanning before it begins", arguments: 1...200)
    func stable(seed: Int) throws {
        var noise = SeededNoise(state: UInt64(seed))
        let terms = try Self.terms(&noise)
        let plan = RoadPlan.laidOut(for: "a-1", start: Self.today, by: terms).plan
        let again = RoadTerms(durations: RoadDurations(of: plan), done: plan.done)
        #expect(Self.isInOrder(plan))
        #expect(plan.replanned(by: again, on: Self.today).plan == plan)
    }

    @Test("replanning later never moves anything ahead, and keeps what is done", arguments: 1...200)
    func replanning(seed: Int) throws {
        var noise = SeededNoise(state: UInt64(seed))
        let plan = RoadPlan.laidOut(for: "a-1", start: Self.today, by: try Self.terms(&noise)).plan
        let terms = RoadTerms(durations: RoadDurations(of: plan), done: plan.done)
        let day = Self.today.adding(days: .random(in: 0...300, using: &noise))
        let moved = plan.replanned(by: terms, on: day).plan
        for (before, after) in zip(plan.items, moved.items) {
            #expect(after.period.first >= before.period.first)
            if before.done != nil { #expect(after == before) }
        }
    }
}
