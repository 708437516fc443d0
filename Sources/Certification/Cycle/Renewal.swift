/// What a recertification decision means for a certificate: in time, restored, or too late (rules RC-3 to RC-7).
public struct Renewal: Hashable, Sendable {
    /// How the decision lies to the old expiry.
    public enum Outcome: String, Hashable, Sendable, Codable {
        /// Before the expiry.
        case inTime = "ok"
        /// On the day of expiry: in time, with no day to spare.
        case onLastDay = "ok-warning"
        /// After it, while the body can restore.
        case restored
        /// Later: at least a stage 2 is needed.
        case stage2Required = "stage-2-required"
    }

    /// How the decision lies to the old expiry.
    public let outcome: Outcome
    /// Days to spare; negative when late (rule DA-4).
    public let margin: Int
    /// The first day of the new certificate.
    public let effective: Day
    /// The last day of the new certificate.
    public let expiry: Day
    /// The expiry that another reading of the rules would give; nil where there is none.
    public let otherExpiry: Day?
    /// The days without a certificate (rule DA-5); nil when there are none.
    public let lapse: Period?

    /// How many days nobody was certified.
    public var lapseDays: Int { lapse?.length ?? 0 }
}

extension CycleDates {
    /// What a decision makes of a certificate that ends, or ended, on `old`.
    public func renewal(old: Day, decision: Day) -> Renewal {
        let outcome = outcome(old: old, decision: decision)
        let (expiry, other) = expiry(after: outcome, old: old, decision: decision)
        return Renewal(
            outcome: outcome, margin: old.days(since: decision), effective: decision, expiry: expiry,
            otherExpiry: other, lapse: Period(old.adding(days: 1), decision.adding(days: -1)))
    }

    private func outcome(old: Day, decision: Day) -> Renewal.Outcome {
        if decision < old { return .inTime }
        if decision == old { return .onLastDay }
        return restoreUntil(expiry: old).map { decision <= $0 } ?? false ? .restored : .stage2Required
    }

    /// The new expiry and that by the other reading. A restored certificate always ends on the old rhythm (RC-6).
    private func expiry(after outcome: Renewal.Outcome, old: Day, decision: Day) -> (Day, Day?) {
        let (rhythm, fresh) = (old.adding(Self.cycle), expiry(from: decision))
        switch outcome {
        case .inTime, .onLastDay:
            return profile[.expiryBasis] == "decision" ? (fresh, rhythm) : (rhythm, fresh)
        case .restored: return (rhythm, nil)
        case .stage2Required:
            return profile[.lateExpiryBasis] == "new-cycle" ? (fresh, rhythm) : (rhythm, fresh)
        }
    }
}
