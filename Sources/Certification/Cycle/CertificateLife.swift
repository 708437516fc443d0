/// What became of a certificate up to a day, derived from what was recorded.
public struct CertificateLife: Sendable {
    /// The days by the body's profile.
    public let dates: CycleDates
    /// The cycles, the present one last; empty before the first decision.
    public internal(set) var cycles: [CertificationCycle] = []
    /// The latest stage 1 that no decision has followed yet.
    public internal(set) var stage1: Period?
    /// The latest stage 2 that no decision has followed yet.
    public internal(set) var stage2: Period?
    /// The surveillance audits of the present cycle, special ones that count among them.
    public internal(set) var surveillances: [Audit] = []
    /// The recertification audit of the present cycle.
    public internal(set) var recertificationAudit: Audit?
    /// The external audit before now, of whatever kind and cycle.
    public internal(set) var previousAudit: Audit?
    /// Since when it is suspended; nil while it is not.
    public internal(set) var suspended: Day?
    /// When it was withdrawn.
    public internal(set) var withdrawn: Day?
    /// When it was transferred, and to which certificate.
    public internal(set) var transferred: CertificateEvent?
    /// The transfer by which this certificate took the cycle over.
    public internal(set) var takenOver: Day?
    /// The issue date that is printed now.
    public internal(set) var issued: Day?
    /// When the issuing body ceased.
    public internal(set) var ceased: Day?
    /// The stretches without a certificate.
    public internal(set) var lapses: [Period] = []
    /// What was recorded and cannot be, with the rule that it breaks; empty in a register that refused it.
    public internal(set) var refusals: [EventRefusal] = []

    /// The life of a certificate up to a day. Total: whatever was recorded gives a life.
    public init(_ facts: CertificateFacts, upTo day: Day) {
        dates = facts.dates
        let own = facts.certificate.id
        // Before the transfer the cycle is the other certificate's.
        guard facts.certificate.continues == nil || facts.isTakenOver(by: day) else { return }
        for occurrence in facts.occurrences where occurrence.day <= day { take(occurrence, own) }
    }

    /// The present cycle.
    public var cycle: CertificationCycle? { cycles.last }

    /// Where the certificate stands on a day not before the last thing that happened.
    public func state(on day: Day) -> CertificateState {
        if withdrawn != nil { return .withdrawn }
        if transferred != nil { return .transferred }
        guard let cycle else { return stage2 != nil ? .stage2Done : stage1 != nil ? .stage1Done : .preparing }
        let last = validUntil(cycle)
        if day <= last { return suspended == nil ? .certified : .suspended }
        return restoreUntil.map { day <= $0 } ?? false ? .expiredRestorable : .expired
    }

    /// The last day of validity, an ended edition considered (rule TN-1).
    public func validUntil(_ cycle: CertificationCycle) -> Day {
        dates.effectiveExpiry(cycle.validUntil, transitionEnd: dates.profile.transitionEnd)
    }

    /// The last day on which the body can restore the certificate (rule RC-5).
    public var restoreUntil: Day? { cycle.flatMap { dates.restoreUntil(expiry: $0.validUntil) } }
}
