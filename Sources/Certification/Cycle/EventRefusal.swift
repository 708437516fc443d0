/// Why something cannot have happened to a certificate, with the rule that it breaks.
public struct EventRefusal: Error, Hashable, Sendable {
    /// The rule.
    public let rule: CycleRule
    /// One line, lower case, without a full stop: what, of what, why.
    public let message: String

    init(_ rule: CycleRule, _ message: String) {
        self.rule = rule
        self.message = message
    }
}

extension CertificateFacts {
    /// Why an event cannot be recorded among those that are; nil where it can.
    ///
    /// It may lie before what was recorded already: then all that follows must still be possible.
    public func refusal(of event: CertificateEvent) -> EventRefusal? {
        refusal(with: CertificateFacts(certificate: certificate, events: events + [event], audits: audits))
    }

    /// Why a held audit cannot be recorded among what is; nil where it can.
    public func refusal(of audit: Audit) -> EventRefusal? {
        let others = audits.filter { $0.id != audit.id }
        return refusal(
            with: CertificateFacts(certificate: certificate, events: events, audits: others + [audit]))
    }

    /// Why an event cannot be taken back: what follows rests on it; nil where it can.
    public func refusal(without event: CertificateEvent) -> EventRefusal? {
        refusal(
            with: CertificateFacts(
                certificate: certificate, events: events.filter { $0 != event }, audits: audits))
    }

    /// What would be impossible that was not so before.
    func refusal(with facts: CertificateFacts) -> EventRefusal? {
        let held = Set(refusals)
        return facts.refusals.first { !held.contains($0) }
    }

    private var refusals: [EventRefusal] { CertificateLife(self, upTo: Day(ordinal: .max / 2)).refusals }
}

extension CertificateLife {
    /// Why something cannot happen next; nil where it can.
    func refusal(of occurrence: Occurrence) -> EventRefusal? {
        if let over { return over }
        switch occurrence {
        case .audit(let audit): return refusal(of: audit)
        case .event(let event): return refusal(of: event)
        }
    }

    /// Why nothing follows any more; nil while something can.
    var over: EventRefusal? {
        if let withdrawn {
            return EventRefusal(.su3, "the certificate was withdrawn on \(withdrawn); nothing follows")
        }
        return transferred.map {
            EventRefusal(
                .tr2, "the certificate was transferred on \($0.on); record it with \($0.to ?? "the new one")")
        }
    }

    private func refusal(of audit: Audit) -> EventRefusal? {
        switch audit.kind {
        case .surveillance, .special: return surveillanceRefusal(audit)
        case .recertification:
            return cycle == nil ? EventRefusal(.rc3, "a recertification audit needs a certificate") : nil
        case .stage2: return stage2Refusal(audit)
        case .stage1, .transfer, .internal, .managementReview: return nil
        }
    }

    private func stage2Refusal(_ audit: Audit) -> EventRefusal? {
        if let stage1, audit.period.first <= stage1.last {
            return EventRefusal(.st2, "stage 2 cannot begin before stage 1 ended on \(stage1.last)")
        }
        guard let cycle, audit.period.last <= validUntil(cycle) else { return nil }
        return EventRefusal(
            .cy1, "stage 2 ended on \(audit.period.last), after the decision of \(cycle.decision)")
    }

    private func surveillanceRefusal(_ audit: Audit) -> EventRefusal? {
        guard let cycle else {
            return EventRefusal(.sv1, "a \(audit.kind.words) audit needs a decision before it")
        }
        if audit.period.first < cycle.decision {
            return EventRefusal(.sv1, "the audit begins before the decision of \(cycle.decision)")
        }
        let last = validUntil(cycle)
        return audit.period.first > last
            ? EventRefusal(.rc5, "the certificate ended on \(last); an audit cannot keep it") : nil
    }
}
