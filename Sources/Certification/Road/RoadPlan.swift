/// A step on the road to a first certificate.
public enum RoadStep: String, Codable, Sendable, CaseIterable {
    case gapAnalysis = "gap-analysis"
    case procedures, workflows, training
    /// Months in which the indicators are measured: an auditor wants to see records, not intentions.
    case monitoring = "kpi-monitoring"
    case internalAudit = "internal-audit"
    case managementReview = "management-review"
    case stage1 = "stage-1"
    case stage2 = "stage-2"
    case decision
}

/// One step with its days.
public struct RoadItem: Codable, Hashable, Sendable {
    /// What is done.
    public let step: RoadStep
    /// When it is planned.
    public let period: Period
    /// When it was done; nil while it is not.
    public let done: Day?

    /// A step on its days.
    public init(step: RoadStep, period: Period, done: Day? = nil) {
        self.step = step
        self.period = period
        self.done = done
    }
}

/// The road to the first certificate for a standard, step by step.
public struct RoadPlan: Codable, Hashable, Sendable {
    /// The edition: the identifier of a catalogue.
    public let standard: String
    /// In the order of the steps.
    public let items: [RoadItem]

    /// A plan for a standard.
    public init(standard: String, items: [RoadItem]) {
        self.standard = standard
        self.items = items
    }
}

extension RoadPlan {
    /// A step of the plan; nil where it has none of that sort.
    public subscript(step: RoadStep) -> RoadItem? { items.first { $0.step == step } }

    /// The first day of all; nil for a plan without steps.
    public var start: Day? { items.map(\.period.first).min() }

    /// The day of the decision.
    public var decision: Day? { self[.decision]?.period.last }

    /// What is done already.
    public var done: [RoadItem] { items.filter { $0.done != nil } }
}
