/// Rules SV-1 to SV-5: when surveillance audits lie.
extension CycleJudgement {
    var surveillanceRules: [RuleOutcome] {
        guard let cycle = life.cycle, !state.isOver else { return [] }
        return first(cycle) + yearly(cycle) + interval(cycle) + secondYear(cycle)
    }

    /// The surveillance audits of the cycle that were held.
    private var held: [Period] { life.surveillances.map(\.period) }

    private func counted(_ audit: Period) -> Day { dates.profile.counted(audit) }

    /// The next surveillance that is planned.
    private var planned: Day? {
        facts.plannedAudits(.surveillance, .special, from: day).first.map { counted($0.period) }
    }

    /// The latest first surveillance; nil after a recertification, and for a cycle that was taken over with it.
    func firstLatest(_ cycle: CertificationCycle) -> Day? {
        guard cycle.isInitial, life.takenOver == nil || !held.isEmpty else { return nil }
        return dates.firstSurveillanceLatest(
            decision: cycle.decision, stage2: cycle.stage2, postponed: cycle.postponed)
    }

    private func first(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard let latest = firstLatest(cycle) else { return [] }
        let met = held.first.map(counted)
        let window = dates.window(anchor: latest, cap: latest)
        let status = Punctuality.status(due: latest, met: met, planned: planned, on: day)
        return [
            outcome(
                .sv1, "first surveillance", status, severity: .error, due: latest, window: window, met: met,
                from: [
                    "decision": cycle.decision.description, "stage 2": cycle.stage2?.description,
                    "sv_anchor": setting(.surveillanceAnchor), "audit_date": setting(.auditDate),
                ],
                remark: remark(
                    on: status, preferred: dates.firstSurveillancePreferred(decision: cycle.decision)))
        ]
    }

    private func remark(
        on status: RuleOutcome.Status, preferred: Day? = nil, window: Period? = nil, met: Day? = nil
    ) -> String? {
        if status == .overdue { return "suspension is likely" }
        if let window, let met, met > window.last { return "after the body's window" }
        return preferred.map { "the body likes it by \($0)" }
    }

    /// The years that need a surveillance (rules SV-2, SV-2a).
    func surveillanceYears(_ cycle: CertificationCycle) -> [Int] {
        dates.surveillanceYears(
            decision: cycle.decision, recertificationYear: recertificationYear(cycle))
    }

    /// Rule SV-2a: of the recertification audit, planned or held, otherwise of the day by which it should lie.
    func recertificationYear(_ cycle: CertificationCycle) -> Int {
        let planned = facts.plannedAudits(.recertification, from: day).first
        return dates.recertificationYear(
            expiry: cycle.expiry, audit: (life.recertificationAudit ?? planned)?.period)
    }

    /// Days from 1 October to 31 December: from then on a year without a planned surveillance warns (default).
    private static let lastQuarter = 91

    private func yearly(_ cycle: CertificationCycle) -> [RuleOutcome] {
        surveillanceYears(cycle).map { year in
            let deadline = Day.end(ofYear: year).adding(cycle.postponed)
            let met = held.first { counted($0).year == year }.map(counted)
            let plannedThen = facts.plannedAudits(.surveillance, .special, from: day)
                .first { counted($0.period).year == year }.map { counted($0.period) }
            let status = Punctuality.status(
                due: deadline, met: met, planned: plannedThen, on: day, lead: Self.lastQuarter)
            let window = window(of: year, cycle)
            return outcome(
                .sv2, "surveillance in \(year)", status, severity: .error, due: deadline,
                window: window, met: met, detail: "\(year)",
                from: [
                    "decision": cycle.decision.description, "expiry": cycle.expiry.description,
                    "recertification year": "\(recertificationYear(cycle))",
                    "recert_audit_months": setting(.recertificationAudit),
                ], remark: remark(on: status, window: window, met: met))
        }
    }

    /// The body's window around the anniversary in a year, or around the last audit.
    private func window(of year: Int, _ cycle: CertificationCycle) -> Period? {
        let anchor: Day
        if setting(.surveillanceAnchor) == "previous-audit", let last = held.last {
            anchor = counted(last).adding(CycleDates.year)
        } else {
            let start =
                setting(.surveillanceAnchor) == "stage2-last-day" ? cycle.stage2?.last : cycle.decision
            anchor = (start ?? cycle.decision).adding(Months(12 * (year - cycle.decision.year)))
        }
        return dates.window(anchor: anchor, cap: Day.end(ofYear: year))
    }

    /// The body's limit between two audits (rule SV-3).
    private func interval(_ cycle: CertificationCycle) -> [RuleOutcome] {
        let audits = held + [life.recertificationAudit?.period].compactMap(\.self)
        guard let previous = held.last ?? cycle.stage2, let latest = dates.intervalLatest(after: previous),
            latest <= cycle.expiry
        else { return [] }
        let met = audits.first { $0.first > previous.last }.map(counted)
        return [
            outcome(
                .sv3, "next audit within the body's interval",
                Punctuality.status(due: latest, met: met, planned: planned, on: day), severity: .error,
                due: latest, met: met,
                from: [
                    "previous audit": previous.description,
                    "sv_max_interval_months": setting(.surveillanceInterval),
                ])
        ]
    }

    /// The second surveillance in the second year (rule SV-5): a warning of ours.
    private func secondYear(_ cycle: CertificationCycle) -> [RuleOutcome] {
        guard cycle.isInitial, surveillanceYears(cycle).count > 1 else { return [] }
        let end = dates.secondYearEnd(decision: cycle.decision).adding(cycle.postponed)
        let met = held.dropFirst().first.map(counted)
        let plannedSecond = held.isEmpty ? nil : planned
        return [
            outcome(
                .sv5, "second surveillance by the end of the second year",
                Punctuality.status(due: end, met: met, planned: plannedSecond, on: day), severity: .warning,
                due: end, met: met, from: ["decision": cycle.decision.description])
        ]
    }
}
