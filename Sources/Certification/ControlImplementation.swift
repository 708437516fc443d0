/// How far a control is carried out, as a statement of applicability says it. It is read off the evidence, never
/// claimed. Ordered from the best to the worst; the last is settled otherwise.
public enum ControlImplementation: String, Codable, Sendable, CaseIterable {
    /// Current evidence shows it.
    case implemented
    /// Current evidence shows a part of it.
    case partly
    /// There is evidence that somebody has to look at again.
    case toBeReviewed = "to-be-reviewed"
    /// There is evidence, but none that holds on the day.
    case lapsed
    /// Evidence is asked for, so somebody is at it.
    case planned
    /// Nothing is linked.
    case noEvidence = "no-evidence"
    /// The control is excluded.
    case notApplied = "not-applied"

    /// What the status of the control's clause means for the control.
    public init(_ status: ClauseStatus) {
        switch status {
        case .covered, .credited: self = .implemented
        case .partial: self = .partly
        case .suspect: self = .toBeReviewed
        case .stale: self = .lapsed
        case .requested: self = .planned
        case .missing: self = .noEvidence
        case .excluded, .notApplicable: self = .notApplied
        }
    }

    /// For people.
    public var words: String {
        switch self {
        case .implemented: "implemented"
        case .partly: "implemented in part"
        case .toBeReviewed: "to be reviewed"
        case .lapsed: "lapsed"
        case .planned: "planned"
        case .noEvidence: "no evidence"
        case .notApplied: "not applied"
        }
    }
}
