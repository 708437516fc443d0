/// Backwards.
extension RoadLayout {
    /// Every step as late as it may be for the decision to fall on a day.
    static func backwards(from target: Day, _ terms: RoadTerms) -> RoadLayout {
        var layout = RoadLayout(terms)
        var last = target
        for stretch in RoadStep.stretches.reversed() {
            let open = stretch.filter(layout.isOpen)
            if stretch.count > 1 {
                layout.placeSideBySide(open, until: last)
            } else if let step = open.first {
                layout.placed[step] = terms.durations[step].period(until: layout.latest(step, last))
            }
            last = open.compactMap { layout.placed[$0]?.first }.min()?.adding(days: -1) ?? last
        }
        return layout
    }

    /// The last day of a step, when what follows it begins on the day after `last`.
    private func latest(_ step: RoadStep, _ last: Day) -> Day {
        switch step {
        case .stage1: placed[.stage2].map { beforePause($0, last) } ?? last
        case .stage2: isOpen(.stage1) ? last : min(last, allowed(after: placed[.stage1]) ?? last)
        default: last
        }
    }

    private func allowed(after stage1: Period?) -> Day? {
        stage1.flatMap { terms.dates.stage2Latest(stage1: $0) }
    }

    /// The pause before stage 2, cut to what the body allows (rule ST-2).
    private func beforePause(_ stage2: Period, _ last: Day) -> Day {
        guard isOpen(.stage2) else { return last }
        let wanted = last.subtracting(terms.durations[.stageGap])
        guard let gap = terms.dates.profile.stageGap else { return wanted }
        var allowed = stage2.last.subtracting(gap)
        // Months have different lengths: back and forth is not always the same day (rule DA-7).
        while allowed.adding(gap) < stage2.last { allowed = allowed.adding(days: 1) }
        return min(last, max(wanted, allowed))
    }

    /// All but monitoring begin together, in time for every one of them.
    private mutating func placeSideBySide(_ open: [RoadStep], until last: Day) {
        var latest = Dictionary(
            uniqueKeysWithValues: open.map { ($0, terms.durations[$0].period(until: last)) })
        let monitoring = latest.removeValue(forKey: .monitoring)
        if let monitoring { placed[.monitoring] = monitoring }
        let before = latest[.procedures] == nil ? nil : monitoring.map(beforeFirstStand)
        guard let begin = (latest.values.map(\.first) + [before].compactMap(\.self)).min() else { return }
        for step in latest.keys { placed[step] = terms.durations[step].period(from: begin) }
    }

    /// When the procedures begin at the latest, so that the first of them stand before monitoring.
    private func beforeFirstStand(_ monitoring: Period) -> Day {
        max(
            monitoring.first.subtracting(terms.durations[.firstProcedures]),
            terms.durations[.procedures].period(until: monitoring.first.adding(days: -1)).first)
    }
}
