/// The dates of a certificate.
extension CycleJudgement {
    /// What the rules ask for and is not done: the open dates, with the stable name of each. `standard` is the
    /// designation of the certificate's standard.
    public func dueItems(standard: String?) -> [DueItem] {
        let id = facts.certificate.id
        return outcomes.filter { $0.isOpen }.compactMap { outcome in
            guard let due = outcome.due else { return nil }
            let finding = finding(of: outcome)
            return DueItem(
                key: dueKey(of: outcome), subject: finding?.id ?? id,
                source: finding == nil ? .certificate : .finding, rule: outcome.rule.rawValue, due: due,
                severity: outcome.severity, isPlanned: outcome.status == .planned, title: outcome.title,
                owner: finding?.owner, certificate: id, standard: standard)
        }
    }

    /// The stable name of what a rule says: `NW-1.SV-1.1`; of a finding, which may be against several certificates,
    /// `NW-1.NC-4.NC-10.1`.
    public func dueKey(of outcome: RuleOutcome) -> String {
        "\(facts.certificate.id).\(outcome.name).\(outcome.cycle)"
    }

    /// The finding that an outcome is about: its detail is the identifier, or that and a word: `NC-10.action`.
    private func finding(of outcome: RuleOutcome) -> Finding? {
        guard let detail = outcome.detail else { return nil }
        return findings.filter { detail == $0.id || detail.hasPrefix($0.id + ".") }
            .max { $0.id.utf8.count < $1.id.utf8.count }
    }
}

/// The days of a planned audit.
extension Audit {
    /// The audit itself while it is planned; its first day counts.
    public func dueItems(on day: Day, standards names: [String: String]) -> [DueItem] {
        guard state == .planned else { return [] }
        return [
            DueItem(
                key: "\(id).audit.0", subject: id, source: .audit, rule: "audit", due: period.first,
                until: period.last, severity: .information, isPlanned: true,
                title: kind == .internal ? "internal audit" : kind.words,
                owner: auditors.isEmpty ? nil : auditors.joined(separator: ", "),
                certificate: certificates.first, standard: standards.first.flatMap { names[$0] })
        ]
    }
}

/// The dates of findings that no certification body raised.
extension Finding {
    /// The day by which an internal finding is to be closed, or its action done; none without a day.
    public func internalDueItems(on day: Day) -> [DueItem] {
        guard isOpen, facts.on <= day, let due = last(.action)?.due ?? facts.due else { return [] }
        return [
            DueItem(
                key: "\(id).finding.0", subject: id, source: .finding, rule: "finding", due: due,
                severity: grade == .major ? .error : .warning, title: "\(grade.words): \(facts.statement)",
                owner: owner)
        ]
    }
}

/// The steps of a road.
extension RoadPlan {
    /// The steps that are not done, each by its last day.
    public func dueItems(on day: Day) -> [DueItem] {
        items.filter { $0.done == nil }.map { item in
            DueItem(
                key: "\(standard).\(item.step.rawValue).0", subject: standard, source: .road,
                rule: CycleRule.plan.rawValue,
                due: item.period.last, severity: .warning,
                title: item.step.words)
        }
    }
}
