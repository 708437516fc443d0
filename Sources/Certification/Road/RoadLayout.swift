/// Lays the steps of a road on days, one stretch after the other. What is done keeps its days.
struct RoadLayout {
    let terms: RoadTerms
    var placed: [RoadStep: Period]

    init(_ terms: RoadTerms) {
        self.terms = terms
        placed = terms.done.mapValues(\.period)
    }

    private var durations: RoadDurations { terms.durations }

    func isOpen(_ step: RoadStep) -> Bool { terms.done[step] == nil }

    /// The steps in their order.
    var items: [RoadItem] {
        RoadStep.allCases.compactMap { step in
            placed[step].map { RoadItem(step: step, period: $0, done: terms.done[step]?.done) }
        }
    }

    /// The first day of what is still to be done.
    var begins: (step: RoadStep, day: Day)? {
        items.filter { isOpen($0.step) }.min { $0.period.first < $1.period.first }
            .map { ($0.step, $0.period.first) }
    }

    /// The day of the decision.
    var decision: Day? { placed[.decision]?.last }
}

/// Forwards.
extension RoadLayout {
    /// Every step as early as it can be, from a day on.
    static func forwards(from start: Day, _ terms: RoadTerms) -> RoadLayout {
        var layout = RoadLayout(terms)
        layout.follow(from: start) { step, earliest in
            terms.durations[step].period(from: earliest)
        }
        return layout
    }

    /// Every step where it was planned, or later where something before it makes it so. What is overdue stays so, and
    /// what follows it comes after `day`.
    static func pushed(_ plan: RoadPlan, on day: Day, _ terms: RoadTerms) -> RoadLayout {
        var layout = RoadLayout(terms)
        layout.follow(from: plan.start ?? day, notBefore: day) { step, earliest in
            let planned = plan[step]?.period
            return planned.flatMap { $0.first >= earliest ? $0 : nil }
                ?? terms.durations[step].period(from: earliest)
        }
        return layout
    }

    /// Places the open steps one stretch after the other. What is open is not over before a day.
    private mutating func follow(
        from start: Day, notBefore day: Day? = nil, _ place: (RoadStep, Day) -> Period
    ) {
        var next = start
        for stretch in RoadStep.stretches {
            for step in stretch where isOpen(step) { placed[step] = place(step, earliest(step, from: next)) }
            let over = stretch.compactMap { step in
                placed[step].map { isOpen(step) ? max($0.last, day ?? $0.last) : $0.last }
            }
            next = max(next, over.max()?.adding(days: 1) ?? next)
        }
    }

    /// The earliest first day of a step, when what comes before it is over on the day before `next`.
    private func earliest(_ step: RoadStep, from next: Day) -> Day {
        switch step {
        case .monitoring: max(next, placed[.procedures].map(firstStand) ?? next)
        case .stage2: placed[.stage1].map { afterPause($0, from: next) } ?? next
        default: next
        }
    }

    /// When the first of the procedures can be measured: at the latest when all of them stand.
    private func firstStand(_ procedures: Period) -> Day {
        min(procedures.first.adding(durations[.firstProcedures]), procedures.last.adding(days: 1))
    }

    /// The pause after stage 1, cut to what the body allows (rule ST-2).
    private func afterPause(_ stage1: Period, from next: Day) -> Day {
        let wanted = stage1.last.adding(days: 1).adding(durations[.stageGap])
        let allowed = terms.dates.stage2Latest(stage1: stage1).map {
            durations[.stage2].period(until: $0).first
        }
        return max(next, min(wanted, allowed ?? wanted))
    }
}
