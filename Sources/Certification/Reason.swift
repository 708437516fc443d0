/// Why something has the standing that it has, as a value: rules return reasons, not only verdicts.
public enum Reason: Hashable, Sendable {
    /// No evidence is linked to the clause.
    case noLink(typical: [EvidenceKind])
    /// The item was requested and has no file.
    case noFile
    /// The earliest revision takes effect only later.
    case notInForce(from: Day)
    /// The review was due before the day asked about.
    case reviewPassed(due: Day)
    /// The last day of validity lies before the day asked about.
    case expired(on: Day)
    /// The records end too long before the day asked about.
    case periodEnded(last: Day, due: Day)
    /// No record covers this stretch between two that are there.
    case periodHole(Period)

    /// The stable word for programs.
    public var code: String {
        switch self {
        case .noLink: "no-link"
        case .noFile: "no-file"
        case .notInForce: "not-in-force"
        case .reviewPassed: "review-passed"
        case .expired: "expired"
        case .periodEnded: "period-ended"
        case .periodHole: "period-hole"
        }
    }

    /// The sentence for people, without a subject where it speaks of an item: `review was due 2026-10-01`.
    public var sentence: String {
        switch self {
        case .noLink(let typical):
            "no evidence linked"
                + (typical.isEmpty ? "" : "; typical: \(typical.map(\.rawValue).joined(separator: ", "))")
        case .noFile: "requested, no file yet"
        case .notInForce(let day): "takes effect only on \(day)"
        case .reviewPassed(let due): "review was due \(due)"
        case .expired(let day): "expired on \(day)"
        case .periodEnded(let last, let due): "covers until \(last); the next was due \(due)"
        case .periodHole(let period): "covers nothing for \(period)"
        }
    }

    /// The day on which this reason began to hold, where there is one.
    public var day: Day? {
        switch self {
        case .noLink, .noFile: nil
        case .notInForce(let day), .expired(let day): day
        case .reviewPassed(let due), .periodEnded(_, let due): due
        case .periodHole(let period): period.first
        }
    }
}
