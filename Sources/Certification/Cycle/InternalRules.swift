/// Rule IA-1: the organization looks at itself between two external audits.
extension CycleJudgement {
    func internalRules(before next: Day?) -> [RuleOutcome] {
        guard life.cycle != nil, !state.isOver, let next else { return [] }
        return [AuditKind.internal, .managementReview].map { activity($0, before: next) }
    }

    /// The first day of the next external audit: the planned one, otherwise the earliest latest day of a surveillance
    /// or recertification.
    func nextAudit(_ duties: [RuleOutcome]) -> Day? {
        let planned = facts.plannedAudits(.surveillance, .recertification, .special, from: day)
        if let first = planned.first { return first.period.first }
        return duties.filter { outcome in
            [.sv1, .sv2, .sv3, .rc2].contains(outcome.rule) && outcome.met == nil
        }.compactMap(\.due).filter { $0 >= day }.min()
    }

    private func activity(_ kind: AuditKind, before next: Day) -> RuleOutcome {
        let done = lastHeld(kind, before: next)
        let previous = life.previousAudit?.period.last
        let isSince = done.map { done in previous.map { done.period.last > $0 } ?? true } ?? false
        let age = next.adding(Months(-dates.profile.count(.internalAuditAge).count))
        let isFresh = done.map { $0.period.last >= age } ?? false
        let planned = facts.audits.first {
            $0.kind == kind && $0.state == .planned && $0.period.first >= day && $0.period.last < next
                && $0.looks(at: facts.certificate.standard)
        }
        let due = next.adding(days: -1)
        return outcome(
            .ia1, "\(kind == .internal ? "internal audit" : kind.words) before the audit of \(next)",
            isSince && isFresh
                ? .ok : Punctuality.status(due: due, met: nil, planned: planned?.period.last, on: day),
            severity: isSince ? .warning : .error, due: due,
            met: isSince && isFresh ? done?.period.last : nil,
            detail: kind.rawValue,
            from: [
                "previous external audit": previous?.description, "last held": done?.period.description,
                "ia_max_age_months": setting(.internalAuditAge),
            ],
            remark: remark(isSince: isSince, isFresh: isFresh, done))
    }

    private func remark(isSince: Bool, isFresh: Bool, _ done: Audit?) -> String? {
        if !isSince { return done == nil ? "none is recorded" : "none since the previous external audit" }
        return isFresh ? nil : "the last one is older than \(setting(.internalAuditAge)) months then"
    }
}
