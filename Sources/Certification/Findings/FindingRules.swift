/// Rules NC-1 to NC-4: by when findings are answered and closed.
extension CycleJudgement {
    var findingRules: [RuleOutcome] {
        let bodys = findings.filter { $0.grade.isNonconformity && $0.audit.kind.isExternal }
        return bodys.flatMap { finding in
            finding.grade == .major
                ? [closure(of: finding)] : plan(of: finding) + bodysDate(of: finding) + action(of: finding)
        }
    }

    /// All dates that bind a finding under this certificate, the earliest first.
    public func deadlines(of finding: Finding) -> [FindingDeadline] {
        terms(at: finding.audit).deadlines(of: finding)
    }

    /// What bound the certificate when an audit was held, and what comes after it.
    private func terms(at audit: Audit) -> FindingTerms {
        let running = life.cycles.last { $0.decision <= audit.period.first }
        let next = facts.plannedAudits(.stage2, .surveillance, .recertification, .special, from: day)
            .first { $0.period.first > audit.period.last }
        return FindingTerms(
            dates: dates, certificate: facts.certificate.id, expiry: running.map(life.validUntil),
            restoreUntil: running.flatMap { dates.restoreUntil(expiry: $0.validUntil) },
            stage2: life.cycle == nil && life.stage2 == nil ? plannedStage2?.period.first : nil,
            nextAudit: next?.period.first)
    }

    private func closure(of finding: Finding) -> RuleOutcome {
        let deadlines = deadlines(of: finding)
        let first = deadlines.first
        let due = first?.day ?? dates.majorClosedBy(audit: finding.audit.period)
        return RuleOutcome(
            rule: first?.rule ?? .nc4, detail: finding.id, cycle: life.cycle?.number ?? 0, severity: .error,
            status: Punctuality.status(due: due, met: finding.closed, planned: nil, on: day),
            title: "\(finding.id): major closed and verified", due: due, window: nil, met: finding.closed,
            inputs: deadlines.map { .init(name: $0.what, value: $0.day.description) },
            remark: deadlines.consequence(on: finding.closed ?? day))
    }

    /// The plan for a minor: handed in within the body's time, accepted before the decision (rules NC-3, NC-4).
    private func plan(of finding: Finding) -> [RuleOutcome] {
        let due = dates.minorPlannedBy(audit: finding.audit.period)
        let accepted = finding.last(.planAccepted)?.on
        let met = accepted ?? finding.last(.action)?.on ?? finding.closed
        let handedIn = outcome(
            .nc4, "\(finding.id): plan for the minor to the body",
            Punctuality.status(due: due, met: met, planned: nil, on: day), severity: .warning, due: due,
            met: met, detail: finding.id,
            from: ["audit": finding.audit.period.description, "minor_plan_days": setting(.minorPlan)])
        return [handedIn] + unaccepted(finding, accepted)
    }

    /// A decision that was taken before the plan for a minor was accepted.
    private func unaccepted(_ finding: Finding, _ accepted: Day?) -> [RuleOutcome] {
        guard finding.isOpen, finding.audit.kind.coversAll,
            let decision = life.cycles.first(where: { $0.decision >= finding.audit.period.last })?.decision,
            accepted.map({ $0 > decision }) ?? true
        else { return [] }
        return [
            outcome(
                .nc3, "\(finding.id): decided on \(decision) without an accepted plan", .noted,
                severity: .warning, detail: finding.id)
        ]
    }

    /// The day by which the body wants a minor closed, where it said one.
    private func bodysDate(of finding: Finding) -> [RuleOutcome] {
        guard let due = finding.facts.due else { return [] }
        return [
            outcome(
                .nc4, "\(finding.id): minor closed by the body's date",
                Punctuality.status(due: due, met: finding.closed, planned: nil, on: day), severity: .warning,
                due: due, met: finding.closed, detail: "\(finding.id).closed")
        ]
    }

    /// What was planned for a minor is done by its own day and looked at by the next audit.
    private func action(of finding: Finding) -> [RuleOutcome] {
        guard finding.isOpen, let action = finding.last(.action), let due = action.due else { return [] }
        let met = finding.effect?.isEffective == true ? finding.effect?.on : nil
        return [
            outcome(
                .nc3, "\(finding.id): corrective action done",
                Punctuality.status(due: due, met: met, planned: nil, on: day), severity: .warning, due: due,
                met: met, detail: "\(finding.id).action", from: ["action": action.text])
        ]
    }
}
