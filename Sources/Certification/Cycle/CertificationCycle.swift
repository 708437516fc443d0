/// One stretch of about three years between two decisions.
public struct CertificationCycle: Hashable, Sendable {
    /// How the cycle began.
    public enum Origin: String, Hashable, Sendable, Codable {
        /// By the initial certification.
        case initial
        /// By a recertification in time.
        case recertified
        /// By a recertification after the expiry, while the body could restore.
        case restored
        /// After a lapse that was too long to restore: by another stage 2.
        case renewed
    }

    /// 1 for the first cycle of the certificate.
    public let number: Int
    /// How it began.
    public let origin: Origin
    /// The decision that began it.
    public let decision: Day
    /// The last day as it is printed; nil when nobody recorded it.
    public internal(set) var printed: Day?
    /// The last day by the rules.
    public let computed: Day
    /// The last day by another reading of the rules; nil where there is none.
    public let other: Day?
    /// The stage 2 before an initial decision.
    public let stage2: Period?
    /// By how many months an extraordinary event moved audits and validity (rule EX-1).
    public internal(set) var postponed = Months(0)

    /// The last day: a printed one is a fact, a computed one a proposal.
    public var expiry: Day { printed ?? computed }

    /// The last day on which the certificate is valid, with what was postponed.
    public var validUntil: Day { expiry.adding(postponed) }

    /// Whether the first surveillance is bound to twelve months (rule SV-1): not after a recertification.
    public var isInitial: Bool { origin == .initial || origin == .renewed }
}
