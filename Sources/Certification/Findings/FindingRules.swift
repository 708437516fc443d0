/// Rules NC-1 to NC-4: by when findings are answered and closed.
extension CycleJudgement {
    var findingRules: [RuleOutcome] {
        findings.filter(\.grade.isNonconformity).flatMap { finding in
            finding.grade == .major ? [closure(of: finding)] : plan(of: finding) + action(of: finding)
        }
    }

    /// All dates that bind a major; the earliest counts (rule NC-4).
    public func majorDeadlines(of finding: Finding) -> [FindingDeadline] {
        FindingDeadline.all(of: finding, dates: dates, expiry: life.cycle.map(life.validUntil))
    }

    private func closure(of finding: Finding) -> RuleOutcome {
        let deadlines = majorDeadlines(of: finding)
        let first = deadlines.min { $0.day < $1.day }
        let due = first?.day ?? dates.majorClosedBy(audit: finding.audit.period)
        let status = Punctuality.status(due: due, met: finding.closed, planned: nil, on: day)
        return RuleOutcome(
            rule: first?.rule ?? .nc4, detail: finding.id, cycle: life.cycle?.number ?? 0, severity: .error,
            status: status, title: "\(finding.id): major closed and verified", due: due, window: nil,
            met: finding.closed,
            inputs: deadlines.map { .init(name: $0.what, value: $0.day.description) },
            remark: status == .overdue || status == .late
                ? first?.consequence : nil)
    }

    /// The plan for a minor: handed in within the body's time, accepted before the decision (rules NC-3, NC-4).
    private func plan(of finding: Finding) -> [RuleOutcome] {
        let due = dates.minorPlannedBy(audit: finding.audit.period)
        let accepted = finding.last(.planAccepted)?.on
        let met = accepted ?? finding.last(.action)?.on ?? finding.closed
        var outcomes = [
            outcome(
                .nc4, "\(finding.id): plan for the minor to the body",
                Punctuality.status(due: due, met: met, planned: nil, on: day), severity: .warning, due: due,
                met: met, detail: finding.id,
                from: ["audit": finding.audit.period.description, "minor_plan_days": setting(.minorPlan)])
        ]
        if accepted == nil, finding.isOpen, let cycle = life.cycle,
            cycle.decision >= finding.audit.period.last,
            finding.audit.kind == .stage2 || finding.audit.kind == .recertification
        {
            outcomes.append(
                outcome(
                    .nc3, "\(finding.id): decided on \(cycle.decision) without an accepted plan", .noted,
                    severity: .warning, detail: finding.id))
        }
        return outcomes
    }

    /// What was planned for a minor is done by its own day and looked at by the next audit.
    private func action(of finding: Finding) -> [RuleOutcome] {
        guard finding.isOpen, let action = finding.last(.action), let due = action.due else { return [] }
        return [
            outcome(
                .nc3, "\(finding.id): corrective action done",
                Punctuality.status(due: due, met: nil, planned: nil, on: day), severity: .warning, due: due,
                detail: "\(finding.id).action", from: ["action": action.text])
        ]
    }
}

/// A date that binds the closure of a finding.
public struct FindingDeadline: Hashable, Sendable {
    /// The rule that gives it.
    public let rule: CycleRule
    /// What it is.
    public let what: String
    /// The last day.
    public let day: Day
    /// What follows when it is missed.
    public let consequence: String

    /// All dates that bind a major nonconformity: those of the standard, of the body and of the certificate.
    public static func all(of finding: Finding, dates: CycleDates, expiry: Day?) -> [FindingDeadline] {
        let audit = finding.audit
        var deadlines = [
            FindingDeadline(
                rule: .nc4, what: "the body's date",
                day: finding.facts.due ?? dates.majorClosedBy(audit: audit.period),
                consequence: "the body can suspend the certificate or refuse the decision")
        ]
        if audit.kind == .stage2 {
            deadlines.append(
                FindingDeadline(
                    rule: .nc1, what: "six months after stage 2",
                    day: dates.majorVerifiedBy(stage2: audit.period),
                    consequence: "another stage 2 is needed"))
        }
        if let expiry, audit.kind != .stage2 {
            deadlines.append(
                FindingDeadline(
                    rule: audit.kind == .recertification ? .nc2 : .nc4, what: "the expiry", day: expiry,
                    consequence: "the certificate lapses"))
        }
        return deadlines
    }
}
