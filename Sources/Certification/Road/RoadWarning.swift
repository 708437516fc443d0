/// What does not work out in a plan of a road.
public enum RoadWarning: Hashable, Sendable {
    /// A step would have to begin before today for the decision to fall on the day that was asked for.
    case tooSoon(target: Day, step: RoadStep, begins: Day, today: Day, earliest: Day)
    /// Fewer months of records than stage 2 wants to see.
    case fewRecords(months: Months, period: Period)
    /// A step that lies too late for a rule.
    case order(RoadStep, before: RoadStep, rule: CycleRule)
    /// Stage 2 ends after what the body allows.
    case stageGap(latest: Day, planned: Day)
    /// The pause after stage 1 is shorter than it was to be, because the body allows no longer one.
    case pauseCut(latest: Day)
    /// The decision comes on another day than it was planned for.
    case moved(from: Day, to: Day)

    /// The stable word for programs.
    public var code: String {
        switch self {
        case .tooSoon: "too-soon"
        case .fewRecords: "few-records"
        case .order: "order"
        case .stageGap: "stage-gap"
        case .pauseCut: "pause-cut"
        case .moved: "moved"
        }
    }

    /// For people, in one line.
    public var sentence: String {
        switch self {
        case .tooSoon(let target, let step, let begins, let today, let earliest):
            "\(target) is too soon: \(Self.late(step, begins, today, by: earliest.days(since: target))); the earliest possible decision is \(earliest)"
        case .fewRecords(let months, let period):
            "KPI monitoring yields \(months.count) whole month\(months.count == 1 ? "" : "s") of records (\(period)); \(RoadDurations.leastRecords.count) or more are expected"
        case .order(let step, let other, let rule):
            "\(step.words) does not end before \(other.words) begins (\(rule.rawValue))"
        case .stageGap(let latest, let planned):
            "stage 2 ends on \(planned); the body wants it by \(latest) (ST-2)"
        case .pauseCut(let latest):
            "the pause after stage 1 is cut: the body wants stage 2 by \(latest) (ST-2)"
        case .moved(let from, let to):
            "the decision moves from \(from) to \(to), \(abs(to.days(since: from))) days \(to > from ? "later" : "earlier")"
        }
    }

    private static func late(_ step: RoadStep, _ begins: Day, _ today: Day, by days: Int) -> String {
        begins < today
            ? "\(step.words) would have begun on \(begins), \(today.days(since: begins)) days before today"
            : "what is to be done takes \(days) days longer"
    }
}

extension RoadPlan {
    /// What the rules say of the order of the steps, and of the time to gather records.
    func warnings(_ terms: RoadTerms) -> [RoadWarning] {
        [fewRecords].compactMap(\.self) + disorder + [stageGap(terms), pauseCut(terms)].compactMap(\.self)
    }

    private var fewRecords: RoadWarning? {
        guard let period = self[.monitoring]?.period else { return nil }
        let months = Months.whole(in: period)
        return months < RoadDurations.leastRecords ? .fewRecords(months: months, period: period) : nil
    }

    private static let order: [(RoadStep, RoadStep, CycleRule)] = [
        (.internalAudit, .stage2, .st4), (.managementReview, .stage2, .st4), (.stage1, .stage2, .st2),
        (.stage2, .decision, .cy1),
    ]

    private var disorder: [RoadWarning] {
        Self.order.compactMap { step, other, rule in
            guard let before = self[step]?.period, let after = self[other]?.period, before.last >= after.first
            else { return nil }
            return .order(step, before: other, rule: rule)
        }
    }

    private func stageGap(_ terms: RoadTerms) -> RoadWarning? {
        guard let latest = latest(terms), let planned = self[.stage2]?.period.last, latest < planned else {
            return nil
        }
        return .stageGap(latest: latest, planned: planned)
    }

    private func latest(_ terms: RoadTerms) -> Day? {
        self[.stage1].flatMap { terms.dates.stage2Latest(stage1: $0.period) }
    }

    private func pauseCut(_ terms: RoadTerms) -> RoadWarning? {
        guard let latest = latest(terms), let stage1 = self[.stage1], let stage2 = self[.stage2],
            stage2.done == nil
        else { return nil }
        let wanted = stage1.period.last.adding(days: 1).adding(terms.durations[.stageGap])
        let isTooLong = terms.durations[.stage2].period(from: wanted).last > latest
        return isTooLong && stage2.period.first < wanted && stage2.period.last <= latest
            ? .pauseCut(latest: latest) : nil
    }
}
