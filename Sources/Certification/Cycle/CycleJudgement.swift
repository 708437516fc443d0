/// What all rules say of one certificate on one day.
public struct CycleJudgement: Sendable {
    /// The certificate with all that was recorded.
    public let facts: CertificateFacts
    /// The day asked about.
    public let day: Day
    /// What became of the certificate by then.
    public let life: CertificateLife
    /// The findings against the certificate, with the steps up to the day.
    public let findings: [Finding]
    /// Where the certificate stands.
    public let state: CertificateState
    /// The clauses that audits look at; nil where they are not known, and then nothing is said of them.
    let system: AuditedSystem?
    /// Which of them audits have looked at.
    public let coverage: ClauseCoverage?
    /// The first day of the next external audit, planned or asked for; nil where none is to come.
    public private(set) var nextAudit: Day?
    /// What every rule says that has something to say, in the order of the dates; what has none comes last.
    public private(set) var outcomes: [RuleOutcome] = []

    /// Judges a certificate. `findings` are those of its audits, `system` has the clauses of its standard.
    public init(
        _ facts: CertificateFacts, findings: [Finding] = [], system: AuditedSystem? = nil, on day: Day
    ) {
        self.facts = facts
        self.day = day
        self.findings = findings.map { $0.upTo(day) }
        self.system = system
        let life = CertificateLife(facts, upTo: day)
        coverage = system.map { ClauseCoverage(facts, life, $0, on: day) }
        self.life = life
        state = life.state(on: day)
        let (surveillance, recertification) = (surveillanceRules, recertificationRules)
        nextAudit = nextAudit(surveillance + recertification)
        let all =
            stageRules + cycleRules + surveillance + internalRules(before: nextAudit) + recertification
            + programmeRules + siteRules + standingRules + findingRules
        outcomes = all.enumerated().sorted { left, right in
            (left.element.due ?? .distant, left.offset) < (right.element.due ?? .distant, right.offset)
        }.map(\.element)
    }

    /// Whether the cycle still is that of the certificate which this one will continue.
    public var awaitsTransfer: Bool {
        facts.certificate.continues != nil && !facts.isTakenOver(by: day)
    }

    var dates: CycleDates { life.dates }

    /// A statement of a rule about the present cycle.
    func outcome(
        _ rule: CycleRule, _ title: String, _ status: RuleOutcome.Status, severity: CheckSeverity,
        due: Day? = nil, window: Period? = nil, met: Day? = nil, detail: String? = nil,
        from inputs: KeyValuePairs<String, String?> = [:], remark: String? = nil
    ) -> RuleOutcome {
        RuleOutcome(
            rule: rule, detail: detail, cycle: life.cycle?.number ?? 0, severity: severity, status: status,
            title: title, due: due, window: window, met: met,
            inputs: inputs.compactMap { name, value in value.map { .init(name: name, value: $0) } },
            remark: remark)
    }

    /// A setting of the body as an input, where the rule looks at it.
    func setting(_ key: ProfileKey) -> String { dates.profile[key] }
}

extension Day {
    /// After every day that stands in a register.
    static let distant = Day(ordinal: .max / 2)
}
