/// Rules ST-1 to ST-4: what lies before the initial certification.
extension CycleJudgement {
    var stageRules: [RuleOutcome] {
        guard life.cycle == nil, !state.isOver, !awaitsTransfer else { return [] }
        return concerns + [stage2].compactMap(\.self) + wholeSystem + activities + internalCoverage
    }

    /// Open areas of concern warn until stage 2.
    private var concerns: [RuleOutcome] {
        guard life.stage2 == nil else { return [] }
        return findings.filter { $0.grade == .areaOfConcern && $0.isOpen }.map { finding in
            outcome(
                .st1, "\(finding.id): settle the area of concern before stage 2", .due, severity: .warning,
                due: plannedStage2?.period.first, detail: finding.id,
                from: ["stage 1": life.stage1?.description])
        }
    }

    var plannedStage2: Audit? { facts.plannedAudits(.stage2, from: day).first }

    private var stage2: RuleOutcome? {
        guard let stage1 = life.stage1, let latest = dates.stage2Latest(stage1: stage1) else { return nil }
        let met = life.stage2?.last
        return outcome(
            .st2, "stage 2",
            Punctuality.status(due: latest, met: met, planned: plannedStage2?.period.last, on: day),
            severity: .warning, due: latest, met: met,
            from: ["stage 1": stage1.description, "stage_gap": setting(.stageGap)])
    }

    /// Stage 2 looks at everything; which clauses lack evidence is what `gap` says.
    private var wholeSystem: [RuleOutcome] {
        guard life.stage2 == nil else { return [] }
        return [
            outcome(
                .st3, "every requirement clause with current evidence before stage 2", .noted,
                severity: .information, due: plannedStage2?.period.first)
        ]
    }

    /// The first day of stage 2, held or planned.
    private var stage2Begins: Day? { (life.stage2 ?? plannedStage2?.period)?.first }

    /// Rule ST-4: an internal audit and a management review, held before stage 2.
    private var activities: [RuleOutcome] {
        let before = stage2Begins
        let severity: CheckSeverity =
            setting(.internalAuditBeforeStage2) == "required" ? .error : .warning
        return [AuditKind.internal, .managementReview].map { kind in
            let done = lastHeld(kind, before: before ?? .distant)
            let due = before?.adding(days: -1)
            return outcome(
                .st4, "\(kind == .internal ? "internal audit" : kind.words) before stage 2",
                status(due: due, met: done?.period.last), severity: severity, due: due,
                met: done?.period.last, detail: kind.rawValue,
                from: [
                    "stage 2": before?.description,
                    "ia_before_stage2": setting(.internalAuditBeforeStage2),
                ])
        }
    }

    /// Rule ST-4 too: between them the internal audits look at every clause. Silent while there is none to speak of.
    private var internalCoverage: [RuleOutcome] {
        let before = stage2Begins
        let held = heldBefore(.internal, before ?? .distant)
        guard let system, !held.isEmpty else { return [] }
        let unseen = system.clauses(in: system.unseen(by: held))
        guard !unseen.isEmpty else { return [] }
        let due = before?.adding(days: -1)
        return [
            outcome(
                .st4, "internal audits of every clause before stage 2", status(due: due, met: nil),
                severity: .warning, due: due, detail: "clauses",
                from: ["stage 2": before?.description, "audits": held.map(\.id).joined(separator: ", ")],
                remark: unseen.briefly(of: system.count, since: nil))
        ]
    }

    private func status(due: Day?, met: Day?) -> RuleOutcome.Status {
        guard let due else { return met == nil ? .open : .ok }
        return Punctuality.status(due: due, met: met, planned: nil, on: day)
    }

    /// The latest internal audit or management review of the standard that ended before a day.
    func lastHeld(_ kind: AuditKind, before day: Day) -> Audit? { heldBefore(kind, day).last }

    private func heldBefore(_ kind: AuditKind, _ day: Day) -> [Audit] {
        facts.audits.filter {
            $0.kind == kind && $0.state == .held && $0.period.last < day && $0.period.last <= self.day
                && $0.looks(at: facts.certificate.standard)
        }
    }
}
