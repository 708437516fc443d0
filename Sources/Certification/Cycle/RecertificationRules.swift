/// Rules RC-1 to RC-9: the way to the next cycle, and what follows when it is missed.
extension CycleJudgement {
    var recertificationRules: [RuleOutcome] {
        guard let cycle = life.cycle, !state.isOver else { return [] }
        switch state {
        case .expiredRestorable, .expired: return [decision(cycle)] + restoration(cycle)
        default: return [plan(cycle), audit(cycle), decision(cycle), evidence(cycle)]
        }
    }

    private func expiryInputs(_ cycle: CertificationCycle) -> KeyValuePairs<String, String?> {
        [
            "printed expiry": cycle.printed?.description, "computed expiry": cycle.computed.description,
            "postponed": cycle.postponed.count > 0 ? cycle.postponed.description : nil,
        ]
    }

    private func plan(_ cycle: CertificationCycle) -> RuleOutcome {
        let from = dates.recertificationPlanFrom(expiry: cycle.expiry)
        let isPlanned =
            life.recertificationAudit != nil || !facts.plannedAudits(.recertification, from: day).isEmpty
        return outcome(
            .rc1, "planning of the recertification", isPlanned ? .ok : day < from ? .open : .due,
            severity: .information, due: from, met: isPlanned ? min(day, from) : nil,
            from: ["expiry": cycle.expiry.description, "recert_plan_months": setting(.recertificationPlan)])
    }

    private func audit(_ cycle: CertificationCycle) -> RuleOutcome {
        let by = dates.recertificationAuditBy(expiry: cycle.expiry).adding(cycle.postponed)
        let met = life.recertificationAudit.map { dates.profile.counted($0.period) }
        let planned = facts.plannedAudits(.recertification, from: day).first
        return outcome(
            .rc2, "recertification audit",
            Punctuality.status(due: by, met: met, planned: planned?.period.last, on: day, lead: 180),
            severity: .warning, due: by, met: met,
            from: [
                "expiry": cycle.expiry.description, "recert_audit_months": setting(.recertificationAudit),
            ],
            remark: met.map { $0 > by ? "little time is left to close majors" : nil } ?? nil)
    }

    private func decision(_ cycle: CertificationCycle) -> RuleOutcome {
        let last = life.validUntil(cycle)
        return outcome(
            .rc3, "recertification decision",
            Punctuality.status(due: last, met: nil, planned: nil, on: day, lead: 180), severity: .error,
            due: last, from: expiryInputs(cycle),
            remark: day == last
                ? "on the last day: no day to spare" : day > last ? "not certified: no claims" : nil)
    }

    private func evidence(_ cycle: CertificationCycle) -> RuleOutcome {
        outcome(
            .rc9, "evidence of the whole cycle for the recertification", .noted, severity: .information,
            window: Period(cycle.decision, max(cycle.decision, min(day, cycle.expiry))),
            from: ["cycle start": cycle.decision.description])
    }

    private func restoration(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard let until = life.restoreUntil else {
            return [tooLate(cycle, "the body restores no certificate")]
        }
        guard day <= until else { return [tooLate(cycle, "it could be restored until \(until)")] }
        return [
            outcome(
                .rc5, "restoration of the certificate", .due, severity: .error, due: until,
                from: ["expiry": cycle.validUntil.description, "restore_months": setting(.restore)],
                remark:
                    "the outstanding activities are to be completed; the new certificate would end on \(cycle.expiry.adding(CycleDates.cycle))"
            ),
            outcome(
                .rc6, "not certified since \(cycle.validUntil.adding(days: 1))", .noted, severity: .error,
                remark: "no claims, no marks"),
        ]
    }

    private func tooLate(_ cycle: CertificationCycle, _ why: String) -> RuleOutcome {
        let renewal = dates.renewal(old: cycle.validUntil, decision: day)
        return outcome(
            .rc7, "at least a stage 2 before a new decision", .noted, severity: .error,
            from: ["expiry": cycle.validUntil.description, "late_expiry_basis": setting(.lateExpiryBasis)],
            remark: "\(why); decided today it would end on \(renewal.expiry)"
                + (renewal.otherExpiry.map { ", by another reading on \($0)" } ?? ""))
    }
}
