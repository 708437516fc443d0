/// How each thing that happens changes a life. What cannot be is refused, and changes nothing.
extension CertificateLife {
    mutating func take(_ occurrence: Occurrence, _ own: String) {
        if let refusal = refusal(of: occurrence) { return refusals.append(refusal) }
        switch occurrence {
        case .audit(let audit): take(audit)
        case .event(let event): take(event, own)
        }
    }

    private mutating func take(_ audit: Audit) {
        switch audit.kind {
        case .stage1: stage1 = audit.period
        case .stage2: stage2 = audit.period
        case .surveillance: surveillances.append(audit)
        case .recertification: recertificationAudit = audit
        case .special where counts(audit): surveillances.append(audit)
        case .special, .transfer, .internal, .managementReview: break
        }
        previousAudit = audit
    }

    /// Rule SC-2: what the audit says goes before what the body's profile says.
    private func counts(_ audit: Audit) -> Bool {
        audit.countsAsSurveillance ?? (dates.profile[.countsAsSurveillance] == "true")
    }

    private mutating func take(_ event: CertificateEvent, _ own: String) {
        switch event.kind {
        case .decision: certify(event)
        case .recertificationDecision, .restoration: renew(event)
        case .suspension: suspended = event.on
        case .reinstatement: suspended = nil
        case .withdrawal: withdrawn = event.on
        case .scopeExtension: issued = event.on
        case .transfer: transfer(event, own)
        case .editionTransition: reissue(event)
        case .bodyCeased: ceased = event.on
        case .postponement: postpone(event)
        case .stage1, .stage2, .surveillance, .recertificationAudit: break
        }
    }

    /// An initial decision, or one after a lapse that was too long to restore (rules CY-1, RC-7).
    private mutating func certify(_ event: CertificateEvent) {
        let renewal = cycle.map { dates.renewal(old: $0.validUntil, decision: event.on) }
        begin(
            CertificationCycle(
                number: cycles.count + 1, origin: renewal == nil ? .initial : .renewed, decision: event.on,
                printed: event.expiry, computed: renewal?.expiry ?? dates.expiry(from: event.on),
                other: renewal?.otherExpiry, stage2: stage2), lapse: renewal?.lapse)
    }

    /// A recertification, in time or restoring (rules RC-3 to RC-6). The rhythm is that of the printed expiry, not of
    /// what was postponed (rule EX-1).
    private mutating func renew(_ event: CertificateEvent) {
        guard let cycle else { return }
        let renewal = dates.renewal(old: cycle.expiry, decision: event.on)
        let lapse = Period(cycle.validUntil.adding(days: 1), event.on.adding(days: -1))
        begin(
            CertificationCycle(
                number: cycles.count + 1,
                origin: event.on > cycle.validUntil ? .restored : .recertified, decision: event.on,
                printed: event.expiry, computed: renewal.expiry, other: renewal.otherExpiry, stage2: nil),
            lapse: lapse)
    }

    private mutating func begin(_ cycle: CertificationCycle, lapse: Period?) {
        if let lapse { lapses.append(lapse) }
        cycles.append(cycle)
        (stage1, stage2, surveillances, recertificationAudit, suspended) = (nil, nil, [], nil, nil)
        issued = cycle.decision
    }

    /// To the certificate that continues this one, or from the one that this one continues.
    private mutating func transfer(_ event: CertificateEvent, _ own: String) {
        if event.to == own {
            (takenOver, issued, ceased) = (event.on, event.on, nil)
            if let expiry = event.expiry, !cycles.isEmpty { cycles[cycles.count - 1].printed = expiry }
        } else {
            transferred = event
        }
    }

    /// A certificate to the new edition in the same cycle (rule TN-1).
    private mutating func reissue(_ event: CertificateEvent) {
        issued = event.on
        if let expiry = event.expiry, !cycles.isEmpty { cycles[cycles.count - 1].printed = expiry }
    }

    private mutating func postpone(_ event: CertificateEvent) {
        guard !cycles.isEmpty, let months = event.months else { return }
        cycles[cycles.count - 1].postponed = months
    }
}
