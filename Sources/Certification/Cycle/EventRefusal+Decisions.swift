extension CertificateLife {
    func refusal(of event: CertificateEvent) -> EventRefusal? {
        if let expiry = event.expiry, expiry <= event.on {
            return EventRefusal(.cy2, "the printed expiry \(expiry) does not lie after \(event.on)")
        }
        switch event.kind {
        case .decision: return decisionRefusal(event)
        case .recertificationDecision, .restoration: return renewalRefusal(event)
        case .suspension, .reinstatement: return suspensionRefusal(event)
        case .withdrawal: return cycle == nil ? needsCertificate(.su3, event) : nil
        case .bodyCeased: return cycle == nil ? needsCertificate(.tr3, event) : nil
        case .scopeExtension: return validityRefusal(.sc1, event)
        case .editionTransition: return validityRefusal(.tn1, event)
        case .transfer: return validityRefusal(.tr1, event)
        case .postponement: return postponementRefusal(event)
        case .stage1, .stage2, .surveillance, .recertificationAudit:
            return EventRefusal(.cy1, "\(event.kind.words) is an audit, and is kept as one")
        }
    }

    private func needsCertificate(_ rule: CycleRule, _ event: CertificateEvent) -> EventRefusal {
        EventRefusal(rule, "\(event.kind.words) needs a certification decision before it")
    }

    private func decisionRefusal(_ event: CertificateEvent) -> EventRefusal? {
        if let stage2, event.on < stage2.last {
            return EventRefusal(.cy1, "the decision cannot lie before stage 2 ended on \(stage2.last)")
        }
        guard let cycle else { return nil }
        if event.on == cycle.decision {
            return EventRefusal(.cy1, "a decision of \(event.on) is recorded already")
        }
        let outcome = dates.renewal(old: validUntil(cycle), decision: event.on).outcome
        return outcome == .stage2Required
            ? nil
            : EventRefusal(
                .cy1,
                "the certificate has a decision of \(cycle.decision); a later cycle begins with a recertification-decision"
            )
    }

    private func renewalRefusal(_ event: CertificateEvent) -> EventRefusal? {
        guard let cycle else { return needsCertificate(.cy1, event) }
        if event.on == cycle.decision {
            return EventRefusal(.cy1, "a decision of \(event.on) is recorded already")
        }
        let last = validUntil(cycle)
        if event.kind == .restoration, event.on <= last {
            return EventRefusal(.rc5, "the certificate is valid until \(last); there is nothing to restore")
        }
        guard event.on > last, dates.renewal(old: last, decision: event.on).outcome == .stage2Required else {
            return nil
        }
        let end = restoreUntil.map { "it could be restored until \($0)" } ?? "the body restores none"
        return EventRefusal(
            .rc7, "the certificate ended on \(last) and \(end); record a stage-2 and a decision")
    }

    private func suspensionRefusal(_ event: CertificateEvent) -> EventRefusal? {
        if event.kind == .reinstatement, suspended == nil {
            return EventRefusal(.su1, "the certificate is not suspended")
        }
        if event.kind == .suspension, let suspended {
            return EventRefusal(.su1, "the certificate is suspended since \(suspended)")
        }
        guard let cycle else { return needsCertificate(.su1, event) }
        let last = validUntil(cycle)
        return event.on > last
            ? EventRefusal(.su2, "the certificate ended on \(last); a suspension does not stop the clock")
            : nil
    }

    /// What only a valid certificate can have.
    private func validityRefusal(_ rule: CycleRule, _ event: CertificateEvent) -> EventRefusal? {
        guard cycle != nil else { return needsCertificate(rule, event) }
        let state = state(on: event.on)
        // A body that ceased cannot suspend; its certificates are transferred as they stand (rule TR-3).
        return state == .certified
            ? nil
            : EventRefusal(rule, "\(event.kind.words) needs a valid certificate; this one is \(state.words)")
    }

    private func postponementRefusal(_ event: CertificateEvent) -> EventRefusal? {
        guard let months = event.months, (1...6).contains(months.count) else {
            return EventRefusal(.ex1, "a postponement is of 1 to 6 months")
        }
        return validityRefusal(.ex1, event)
    }
}
