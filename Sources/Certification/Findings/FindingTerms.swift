/// What binds the findings of one audit under one certificate: the body's days, the end of validity, the audits to come.
struct FindingTerms: Sendable {
    /// The days as the body reads the rules.
    let dates: CycleDates
    /// The certificate; nil where the audit names none.
    var certificate: String?
    /// The end of the cycle that ran during the audit.
    var expiry: Day?
    /// The last day on which the body can restore what ended then.
    var restoreUntil: Day?
    /// The first day of the stage 2 to come.
    var stage2: Day?
    /// The first day of the audit to come.
    var nextAudit: Day?

    /// The dates that rules give, the earliest first.
    func deadlines(of finding: Finding) -> [FindingDeadline] {
        let found =
            switch finding.grade {
            case .major: major(finding)
            case .minor: minor(finding)
            case .areaOfConcern: concern(finding)
            case .opportunity, .observation: [FindingDeadline]()
            }
        return found.inOrder.map { deadline in
            var deadline = deadline
            deadline.certificate = certificate
            return deadline
        }
    }

    /// The dates of the standard, of the body and of the certificate for a major (rules NC-1, NC-2 and NC-4).
    private func major(_ finding: Finding) -> [FindingDeadline] {
        let audit = finding.audit
        let body = FindingDeadline(
            rule: .nc4, what: "the body's date",
            day: finding.facts.due ?? dates.majorClosedBy(audit: audit.period),
            consequence: audit.kind.coversAll
                ? "the body can refuse the decision" : "the body can suspend the certificate")
        guard audit.kind == .stage2 else { return [body] + end(audit) }
        let stage2 = FindingDeadline(
            rule: .nc1, what: "six months after stage 2", day: dates.majorVerifiedBy(stage2: audit.period),
            consequence: "another stage 2 is needed")
        return [body, stage2]
    }

    /// The end of validity or, for an audit after it, the end of the time in which the body can restore (rule RC-5).
    private func end(_ audit: Audit) -> [FindingDeadline] {
        if let expiry, audit.period.last <= expiry {
            let rule: CycleRule = audit.kind == .recertification ? .nc2 : .nc4
            return [.init(rule: rule, what: "the expiry", day: expiry, consequence: "the certificate lapses")]
        }
        guard let restoreUntil, audit.period.last <= restoreUntil else { return [] }
        return [
            .init(
                rule: .rc5, what: "the end of restoration", day: restoreUntil,
                consequence: "the certificate cannot be restored; a stage 2 is needed")
        ]
    }

    /// The plan for a minor, its own day, and the audit that looks at what was done (rules NC-3 and NC-4).
    private func minor(_ finding: Finding) -> [FindingDeadline] {
        let planned = finding.last(.planAccepted) ?? finding.last(.action)
        let plan = FindingDeadline(
            rule: .nc4, what: "the plan to the body", day: dates.minorPlannedBy(audit: finding.audit.period),
            consequence: finding.audit.kind.coversAll
                ? "no decision without an accepted plan" : "the body waits for the plan")
        let due = finding.facts.due.map {
            FindingDeadline(
                rule: .nc4, what: "the body's date", day: $0, consequence: "the body finds it open")
        }
        let next = nextAudit.map {
            FindingDeadline(
                rule: .nc3, what: "the next audit looks at it", day: $0,
                consequence: "the next audit finds it open")
        }
        let action = finding.actionDue(by: .nc3, consequence: "the plan that the body was given is not kept")
        return (planned == nil && finding.isOpen ? [plan] : []) + [due, action, next].compactMap(\.self)
    }

    /// Areas of concern are settled before stage 2 (rule ST-1).
    private func concern(_ finding: Finding) -> [FindingDeadline] {
        guard let stage2 else { return [] }
        return [.init(rule: .st1, what: "stage 2", day: stage2, consequence: Self.concernConsequence)]
    }

    static let concernConsequence = "it could become a nonconformity at stage 2"
}
