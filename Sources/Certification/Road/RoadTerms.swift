/// What a road is laid out by.
public struct RoadTerms: Sendable {
    /// How long everything takes.
    public let durations: RoadDurations
    /// The days by the body's profile.
    let dates: CycleDates
    /// What is done, and keeps its days.
    let done: [RoadStep: RoadItem]

    /// Lengths, the body's rules, and what is done already.
    public init(
        durations: RoadDurations = RoadDurations(), profile: BodyProfile = .usual, done: [RoadItem] = []
    ) {
        self.durations = durations
        dates = CycleDates(profile)
        self.done = Dictionary(
            done.filter { $0.done != nil }.map { ($0.step, $0) }, uniquingKeysWith: { _, last in last })
    }
}

/// A plan with what is to be said about it.
public struct RoadProposal: Hashable, Sendable {
    /// The steps on their days.
    public let plan: RoadPlan
    /// What does not work out; empty for a sound plan.
    public let warnings: [RoadWarning]
}

extension RoadPlan {
    /// The road backwards from a decision: each open step as late as it may be.
    public static func laidOut(
        for standard: String, target: Day, by terms: RoadTerms = RoadTerms(), on today: Day
    ) -> RoadProposal {
        let earliest = RoadLayout.forwards(from: today, terms)
        let latest = RoadLayout.backwards(from: target, terms)
        let first = earliest.decision ?? target
        // What begins today at the earliest may be over in time although it would begin before today by months of
        // other lengths.
        guard first > target, let begins = latest.begins else {
            return proposal(standard, latest.isAhead(of: today) ? latest : earliest, terms)
        }
        let warning = RoadWarning.tooSoon(
            target: target, step: begins.step, begins: begins.day, today: today, earliest: first)
        return proposal(standard, latest, terms, [warning])
    }

    /// The road forwards from a beginning: each open step as early as it can be.
    public static func laidOut(for standard: String, start: Day, by terms: RoadTerms = RoadTerms())
        -> RoadProposal
    {
        proposal(standard, RoadLayout.forwards(from: start, terms), terms)
    }

    /// The same road with what is done by now: it keeps its days, and what it delays is moved; nothing is moved
    /// ahead, because days that were agreed with a body stay.
    public func replanned(by terms: RoadTerms, on today: Day) -> RoadProposal {
        let layout = RoadLayout.pushed(self, on: today, terms)
        let isMoved = layout.decision != decision && terms.done[.decision] == nil
        let warning = decision.flatMap { old in
            layout.decision.map { RoadWarning.moved(from: old, to: $0) }
        }
        return Self.proposal(standard, layout, terms, isMoved ? [warning].compactMap(\.self) : [])
    }

    private static func proposal(
        _ standard: String, _ layout: RoadLayout, _ terms: RoadTerms, _ warnings: [RoadWarning] = []
    ) -> RoadProposal {
        let plan = RoadPlan(standard: standard, items: layout.items)
        return RoadProposal(plan: plan, warnings: warnings + plan.warnings(terms))
    }
}

extension RoadLayout {
    fileprivate func isAhead(of today: Day) -> Bool { begins.map { $0.day >= today } ?? true }
}
