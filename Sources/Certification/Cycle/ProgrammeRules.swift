/// Rules AP-1 and MS-1: what the audits of a cycle look at.
extension CycleJudgement {
    /// Rule AP-1: each clause at least once between two audits of the whole system. A warning in the year before the
    /// recertification, information before that.
    var programmeRules: [RuleOutcome] {
        guard let coverage, coverage.count > 0, let cycle = life.cycle, isKept else { return [] }
        let due = wholeAuditNext(cycle)
        return AuditParty.allCases.map { covered(by: $0, coverage, due) }
    }

    /// Whether there is a certificate that audits keep: neither over nor expired.
    var isKept: Bool { state == .certified || state == .suspended }

    /// By when the next recertification audit lies, or the day before it where it is planned.
    private func wholeAuditNext(_ cycle: CertificationCycle) -> Day {
        if life.recertificationAudit != nil {
            return dates.recertificationAuditBy(expiry: cycle.expiry.adding(CycleDates.cycle))
        }
        if let planned = facts.plannedAudits(.recertification, from: day).first {
            return planned.period.first.adding(days: -1)
        }
        return dates.recertificationAuditBy(expiry: cycle.expiry).adding(cycle.postponed)
    }

    private func covered(by party: AuditParty, _ coverage: ClauseCoverage, _ due: Day) -> RuleOutcome {
        let lastYear = due.adding(Months(-CycleDates.year.count))
        let met = coverage.completed(by: party)?.period.last
        let planned = coverage.planned(by: party, until: due)?.period.last
        let unseen = coverage.unseen(by: party)
        return outcome(
            .ap1, "every clause looked at by an \(party.rawValue) audit",
            Punctuality.status(
                due: due, met: met, planned: planned, on: day, lead: due.days(since: lastYear)),
            severity: day < lastYear ? .information : .warning, due: due, met: met, detail: party.rawValue,
            from: [
                "since": coverage.start?.words,
                "audits": coverage.held(by: party).map(\.id).joined(separator: ", "),
            ],
            remark: unseen.briefly(of: coverage.count, since: coverage.start?.words))
    }

    /// Rule MS-1: how many of several sites an audit looks at.
    var siteRules: [RuleOutcome] {
        let sites = facts.certificate.sites.count
        guard sites > 1, isKept || life.cycle == nil, !state.isOver, !awaitsTransfer else { return [] }
        let sample = SiteSample(sites: sites)
        return [
            outcome(
                .ms1,
                "of \(sites) sites \(sample.initial) initially, \(sample.surveillance) in surveillance, \(sample.recertification) in recertification",
                .noted, severity: .information, from: ["sites": "\(sites)"],
                remark: "and the central function every time")
        ]
    }
}
