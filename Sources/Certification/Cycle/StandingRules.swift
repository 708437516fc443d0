/// Rules SU-1 to SU-3, TR-1 to TR-4 and TN-1: what threatens a certificate before its expiry.
extension CycleJudgement {
    var standingRules: [RuleOutcome] {
        guard let cycle = life.cycle else { return [] }
        return suspension(cycle) + transfer(cycle) + transition(cycle) + taken(cycle)
    }

    private func suspension(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard let suspended = life.suspended, state == .suspended else { return [] }
        let by = dates.resolveBy(suspended: suspended, expiry: life.validUntil(cycle))
        return [
            outcome(
                .su1, "suspended since \(suspended): resolve the reason",
                Punctuality.status(due: by, met: nil, planned: nil, on: day, lead: .max), severity: .error,
                due: by,
                from: [
                    "suspended": suspended.description, "expiry": life.validUntil(cycle).description,
                    "suspension_max_months": setting(.suspension),
                ], remark: "temporarily invalid: no claims"),
            outcome(
                .su2, "the clock does not stop: the cycle still ends on \(life.validUntil(cycle))", .noted,
                severity: .information),
            outcome(
                .su3, "withdrawal or a smaller scope", by < day ? .overdue : .open, severity: .error,
                due: by.adding(days: 1), remark: "follows when the suspension is not resolved by \(by)"),
        ]
    }

    private func transfer(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard let ceased = life.ceased, !state.isOver else { return [] }
        let by = dates.transferBy(ceased: ceased, expiry: life.validUntil(cycle))
        let majors = findings.filter { $0.grade == .major && $0.isOpen }.map(\.id)
        return [
            outcome(
                .tr3, "transfer to another body",
                Punctuality.status(due: by, met: nil, planned: nil, on: day), severity: .error, due: by,
                from: ["body ceased": ceased.description, "expiry": life.validUntil(cycle).description]),
            outcome(
                .tr1, "the certificate \(state.isValid ? "can" : "cannot") be transferred", .noted,
                severity: state.isValid ? .information : .error,
                remark: state.isValid ? nil : "it is \(state.words)"),
            outcome(
                .tr4, "records since the last initial or recertification audit at hand, majors closed",
                majors.isEmpty ? .noted : .due, severity: majors.isEmpty ? .information : .error,
                due: majors.isEmpty ? nil : by,
                remark: majors.isEmpty ? nil : "open: \(majors.joined(separator: ", "))"),
        ]
    }

    private func transition(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard let end = dates.profile.transitionEnd, !state.isOver else { return [] }
        let audit = dates.transitionAuditBy(end: end)
        return [
            outcome(
                .tn1, "transition audit to the new edition",
                Punctuality.status(due: audit, met: nil, planned: nil, on: day, lead: 180),
                severity: .warning, due: audit, detail: "audit", from: ["transition_end": end.description]),
            outcome(
                .tn1, "certificates to this edition end",
                Punctuality.status(due: end, met: nil, planned: nil, on: day, lead: 180), severity: .error,
                due: end, detail: "end",
                from: ["transition_end": end.description, "expiry": cycle.expiry.description],
                remark: end < cycle.expiry ? "before the printed expiry \(cycle.expiry)" : nil),
        ]
    }

    private func taken(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard let day = life.takenOver else { return [] }
        return [
            outcome(
                .tr2, "taken over on \(day) with its cycle: same expiry, same programme", .noted,
                severity: .information, met: day, from: ["cycle start": cycle.decision.description])
        ]
    }
}
