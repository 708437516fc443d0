extension RoadStep {
    /// The stretches of the road, one after the other; the steps of one stretch run side by side.
    static let stretches: [[RoadStep]] = [
        [.gapAnalysis], [.procedures, .workflows, .training, .monitoring], [.internalAudit],
        [.managementReview], [.stage1], [.stage2], [.decision],
    ]

    /// For people: `KPI monitoring`.
    public var words: String {
        switch self {
        case .monitoring: "KPI monitoring"
        case .stage1: "stage 1"
        case .stage2: "stage 2"
        default: rawValue.replacing("-", with: " ")
        }
    }

    /// Why it lies where it does, with the rule where one asks for it.
    public var reason: String {
        switch self {
        case .gapAnalysis: "says what is missing"
        case .procedures, .workflows, .training: "after the gap analysis, side by side"
        case .monitoring:
            "from the first procedures on: records for stage 2"
        case .internalAudit: "before stage 2 (ST-4), when there are records to look at"
        case .managementReview: "before stage 2 (ST-4), with the results of the internal audit"
        case .stage1: "documents and readiness (ST-1)"
        case .stage2: "the whole system, within the body's time after stage 1 (ST-2)"
        case .decision: "the body decides on the last day; the cycle begins (CY-1)"
        }
    }

    /// How long it usually takes (default): the whole road takes about five months.
    var usual: Span {
        switch self {
        case .gapAnalysis, .decision: .days(14)
        case .procedures, .workflows: .days(45)
        case .training: .days(30)
        case .monitoring: .months(RoadDurations.leastRecords.count)
        case .internalAudit: .days(5)
        case .managementReview, .stage1: .days(2)
        case .stage2: .days(3)
        }
    }
}
