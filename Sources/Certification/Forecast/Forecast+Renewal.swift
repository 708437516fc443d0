/// The end of a cycle and what follows it.
extension Forecast {
    private var oldExpiry: Day? { facts.day(.oldExpiry) ?? expiry }

    var renewal: [Line] {
        guard let old = oldExpiry else { return [] }
        let isAsked = facts.day(.oldExpiry) != nil
        let end =
            isAsked
            ? line("restore_until", dates.restoreUntil(expiry: old)?.description ?? "none", .rc5)
                + line("recert_onsite_by", old, .rc3) : []
        guard let decision = facts.day(.recertificationDecision) ?? facts.day(.decisionAfterStage2) else {
            return end + majors(old, nil)
        }
        let renewal = dates.renewal(old: old, decision: decision)
        return end + days(of: renewal, decision) + next(renewal, decision) + majors(old, renewal)
    }

    private func days(of renewal: Renewal, _ decision: Day) -> [Line] {
        let rule: CycleRule =
            switch renewal.outcome {
            case .inTime, .onLastDay: .rc4
            case .restored: .rc6
            case .stage2Required: .rc7
            }
        return line("new_issue", decision, rule) + line("effective", renewal.effective, rule)
            + line("new_expiry", renewal.expiry, rule) + other(renewal, decision, rule)
            + line("lapse", renewal.lapse, rule) + line("lapse_days", renewal.lapseDays, rule)
            + line("margin_days", renewal.margin, .rc3) + line("status", renewal.outcome.rawValue, .rc3)
    }

    /// The expiry by the other reading, under the name of that reading.
    private func other(_ renewal: Renewal, _ decision: Day, _ rule: CycleRule) -> [Line] {
        guard let other = renewal.otherExpiry else { return [] }
        let profile = dates.profile
        if renewal.outcome == .stage2Required {
            let isNew = profile[.lateExpiryBasis] == "new-cycle"
            let first = dates.firstSurveillanceLatest(decision: decision, stage2: nil)
            return line(isNew ? "new_expiry_if_prior_cycle" : "new_expiry_if_new_cycle", other, rule)
                + line(isNew ? "sv1_latest" : "sv1_latest_if_new_cycle", first, .sv1)
        }
        let isDecision = profile[.expiryBasis] == "decision"
        return line(isDecision ? "new_expiry_if_existing_based" : "new_expiry_if_decision_based", other, rule)
    }

    /// The surveillance years of the new cycle.
    private func next(_ renewal: Renewal, _ decision: Day) -> [Line] {
        let year = dates.recertificationYear(expiry: renewal.expiry)
        let years = dates.surveillanceYears(decision: decision, recertificationYear: year)
        let early = decision.adding(Months(36 + dates.profile.count(.earlyWarning).count))
        return line("recert_year", year, .sv2a) + line("sv_years", years: years, .sv2)
            + (renewal.expiry > early ? line("early", "agree-with-body", .rc4a) : [])
    }

    /// Majors of a recertification audit: the earliest of the body's date and the expiry.
    private func majors(_ old: Day, _ renewal: Renewal?) -> [Line] {
        guard let audit = facts.audit(.recertificationAudit) else { return [] }
        let body = dates.majorClosedBy(audit: audit)
        let lines = line("cb_deadline", body, .nc4) + line("effective_deadline", min(body, old), .nc2)
        guard let verified = facts.day(.majorVerified), verified > old, renewal?.outcome == .restored else {
            return lines
        }
        return lines + line("status", "lapsed-then-restored", .rc6)
    }
}
