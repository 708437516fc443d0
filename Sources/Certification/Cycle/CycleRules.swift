/// Rules CY-1, CY-2, RC-4, RC-6, RC-7 and EX-1: where the present cycle comes from and how long it runs.
extension CycleJudgement {
    var cycleRules: [RuleOutcome] {
        guard let cycle = life.cycle else { return [] }
        return [start(cycle)]
            + [expiry(cycle), early(cycle), lapse, postponement(cycle)].compactMap(\.self) + changes(cycle)
            + strictness
    }

    private func start(_ cycle: CertificationCycle) -> RuleOutcome {
        let words: (CycleRule, String) =
            switch cycle.origin {
            case .initial: (.cy1, "certified by the decision of \(cycle.decision)")
            case .recertified: (.rc4, "recertified by the decision of \(cycle.decision)")
            case .restored: (.rc6, "restored by the decision of \(cycle.decision)")
            case .renewed: (.rc7, "certified anew by the decision of \(cycle.decision)")
            }
        return outcome(
            words.0, words.1, .noted, severity: .information, met: cycle.decision,
            from: ["decision": cycle.decision.description])
    }

    /// Rules SC-1 and RC-8: an extension of the scope changes the day of issue alone, and the recertification may begin with
    /// a stage 1 because of it.
    private func changes(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard let extended = facts.events.last(where: { $0.kind == .scopeExtension && $0.on <= day }),
            extended.on >= cycle.decision, !state.isOver
        else { return [] }
        return [
            outcome(
                .sc1, "scope extended on \(extended.on): issued anew, same cycle, same expiry", .noted,
                severity: .information, met: extended.on, from: ["expiry": cycle.expiry.description]),
            outcome(
                .rc8, "the recertification may need a stage 1 after the change of \(extended.on)", .noted,
                severity: .information, remark: "ask the body in time"),
        ]
    }

    /// Rule NP-1: what the profile demands beyond the standard.
    private var strictness: [RuleOutcome] {
        let interval = dates.profile.months(.surveillanceInterval).map {
            "at most \($0.count) months between two audits"
        }
        let restore = dates.profile.count(.restore).count == 0 ? "no restoration after the expiry" : nil
        let demands = [interval, restore].compactMap(\.self)
        guard !demands.isEmpty, !state.isOver else { return [] }
        return [
            outcome(
                .np1, "stricter than the standard: \(demands.joined(separator: ", "))", .noted,
                severity: .information,
                from: [
                    "profile": dates.profile.name, "sv_max_interval_months": setting(.surveillanceInterval),
                    "restore_months": setting(.restore),
                ])
        ]
    }

    /// A printed expiry that differs from the computed one is a fact all the same.
    private func expiry(_ cycle: CertificationCycle) -> RuleOutcome? {
        let reading = cycle.other.map { "by another reading \($0)" }
        guard let printed = cycle.printed, printed != cycle.computed, printed != cycle.other else {
            guard cycle.printed == nil else { return nil }
            return outcome(
                .cy2, "no printed expiry is recorded; by the rules it is \(cycle.computed)", .noted,
                severity: .warning,
                from: [
                    "decision": cycle.decision.description, "expiry_convention": setting(.expiryConvention),
                ],
                remark: reading)
        }
        return outcome(
            .cy2, "the printed expiry \(printed) is not the computed one, \(cycle.computed)", .noted,
            severity: .warning,
            from: ["decision": cycle.decision.description, "expiry_convention": setting(.expiryConvention)],
            remark: reading ?? "ask the body which of the two is right")
    }

    /// Rule RC-4a: a certificate of over three and a half years is to be agreed with the body.
    private func early(_ cycle: CertificationCycle) -> RuleOutcome? {
        guard cycle.origin == .recertified else { return nil }
        let most = cycle.decision.adding(Months(36 + dates.profile.count(.earlyWarning).count))
        guard cycle.expiry > most else { return nil }
        return outcome(
            .rc4a, "the certificate runs from \(cycle.decision) to \(cycle.expiry)", .noted,
            severity: .warning, from: ["early_warn_months": setting(.earlyWarning)],
            remark: "agree it with the body")
    }

    private var lapse: RuleOutcome? {
        guard let lapse = life.lapses.last, life.cycle?.origin != .recertified else { return nil }
        return outcome(
            .rc6, "not certified from \(lapse.first) to \(lapse.last): \(lapse.length) days", .noted,
            severity: .error, window: lapse, detail: "lapse", remark: "no claims for that time")
    }

    private func postponement(_ cycle: CertificationCycle) -> RuleOutcome? {
        guard cycle.postponed.count > 0 else { return nil }
        return outcome(
            .ex1, "postponed by \(cycle.postponed): valid until \(cycle.validUntil)", .noted,
            severity: .information, from: ["expiry": cycle.expiry.description],
            remark: "the next cycle ends on \(cycle.expiry.adding(CycleDates.cycle)) all the same")
    }
}
