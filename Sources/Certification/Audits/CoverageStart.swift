/// What the audits of a cycle are counted from: the last audit that looked at the whole system.
public enum CoverageStart: Hashable, Sendable {
    /// Stage 2, or a recertification audit.
    case audit(Audit)
    /// The decision that began the cycle, where no such audit is recorded.
    case decision(Day)

    /// The last such audit that was held and, where it belongs to an earlier cycle, the decision of the present one.
    init?(_ facts: CertificateFacts, _ life: CertificateLife, on day: Day) {
        let audit = facts.heldAudits.last { $0.kind.coversAll && $0.period.last <= day }
        let earlier = life.cycles.dropLast().last?.decision
        if let audit, earlier.map({ audit.period.last > $0 }) ?? true {
            self = .audit(audit)
        } else if let cycle = life.cycle {
            self = .decision(cycle.decision)
        } else {
            return nil
        }
    }

    /// The day after which audits count.
    public var day: Day {
        switch self {
        case .audit(let audit): audit.period.last
        case .decision(let day): day
        }
    }

    /// `stage 2 of 2026-04-24`, `the decision of 2026-05-14`
    public var words: String {
        switch self {
        case .audit(let audit):
            "\(audit.kind == .stage2 ? audit.kind.words : "the recertification audit") of \(audit.period.last)"
        case .decision(let day): "the decision of \(day)"
        }
    }
}
