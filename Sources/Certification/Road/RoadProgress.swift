/// What was done on a road.
extension RoadItem {
    /// The step as done on a day: it ended then, and began no later.
    public func done(on day: Day) -> RoadItem {
        RoadItem(step: step, period: Period(between: min(period.first, day), and: day), done: day)
    }

    /// The step as it was held or decided, whatever was planned.
    init(_ step: RoadStep, held period: Period) {
        self.init(step: step, period: period, done: period.last)
    }
}

extension RoadStep {
    /// The step that an audit of this kind takes; nil for those that follow a first certification.
    init?(_ kind: AuditKind) {
        switch kind {
        case .internal: self = .internalAudit
        case .managementReview: self = .managementReview
        case .stage1: self = .stage1
        case .stage2: self = .stage2
        default: return nil
        }
    }
}

extension RoadPlan {
    /// The steps that a register shows as taken: audits for the standard that were held, and decisions, between a day
    /// and another. Of several alike the first counts.
    public static func taken(
        towards standard: String, audits: [Audit], decisions: [Day], since first: Day, by last: Day
    ) -> [RoadItem] {
        let held = audits.filter { $0.state == .held && $0.looks(at: standard) }.compactMap { audit in
            RoadStep(audit.kind).map { RoadItem($0, held: audit.period) }
        }
        let decided = decisions.map { RoadItem(.decision, held: Period(between: $0, and: $0)) }
        let within = (held + decided).filter { $0.period.last >= first && $0.period.last <= last }
        return RoadStep.allCases.compactMap { step in
            within.filter { $0.step == step }.min { $0.period.last < $1.period.last }
        }
    }

    /// The same plan with the open steps that were taken as done.
    public func noting(_ taken: [RoadItem]) -> RoadPlan {
        let taken = Dictionary(taken.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
        return RoadPlan(standard: standard, items: items.map { $0.done == nil ? taken[$0.step] ?? $0 : $0 })
    }
}

/// What is due on the road.
extension RoadPlan {
    /// Each step as a date to keep: due from its first day on, overdue after its last.
    public func outcomes(on day: Day) -> [RuleOutcome] {
        items.map { item in
            let (first, last) = (item.period.first, item.period.last)
            return RuleOutcome(
                rule: .plan, detail: item.step.rawValue, cycle: 0, severity: .warning,
                status: Punctuality.status(
                    due: last, met: item.done, planned: nil, on: day, lead: last.days(since: first)),
                title: item.step.words, due: last, window: item.period, met: item.done,
                inputs: [.init(name: "planned", value: item.period.description)], remark: nil)
        }
    }
}
