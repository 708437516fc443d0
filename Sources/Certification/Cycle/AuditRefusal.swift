/// What cannot be with audits: two at a time, one of a certificate that is over, and one less than others rest on.
extension CertificateFacts {
    /// The external audit, planned or held, that shares a day with another one; nil where none does.
    public func clash(with audit: Audit) -> Audit? {
        guard audit.kind.isExternal, audit.state != .cancelled else { return nil }
        return audits.first {
            $0.kind.isExternal && $0.state != .cancelled && $0.id != audit.id && concerns($0)
                && $0.period.shares(aDayWith: audit.period)
        }
    }

    /// Why an audit cannot be planned: the certificate is over by then. Nil where it can.
    public func refusal(ofPlanned audit: Audit) -> EventRefusal? {
        CertificateLife(self, upTo: audit.period.first).over
    }

    /// Why a held audit cannot be taken back: what follows rests on it. Nil where it can.
    public func refusal(without audit: Audit) -> EventRefusal? {
        let others = audits.filter { $0.id != audit.id }
        let rest = CertificateFacts(certificate: certificate, events: events, audits: others)
        return refusal(with: rest) ?? decision(restingOn: audit)
    }

    /// The decision that an audit of the whole system led to.
    private func decision(restingOn audit: Audit) -> EventRefusal? {
        let rule: CycleRule
        let kinds: [CertificateEventKind]
        switch audit.kind {
        case .stage2: (rule, kinds) = (.cy1, [.decision])
        case .recertification: (rule, kinds) = (.rc3, [.recertificationDecision, .restoration])
        default: return nil
        }
        let later = heldAudits.first { $0.kind == audit.kind && $0.period.first > audit.period.last }
        let decision = events.filter { kinds.contains($0.kind) && $0.on >= audit.period.last }
            .min { $0.on < $1.on }
        guard let decision, later.map({ $0.period.last > decision.on }) ?? true else { return nil }
        return EventRefusal(
            rule, "the \(decision.kind.words) of \(decision.on) rests on \(audit.id)")
    }
}

extension Period {
    /// Whether a day lies in both.
    func shares(aDayWith other: Period) -> Bool { first <= other.last && other.first <= last }
}
