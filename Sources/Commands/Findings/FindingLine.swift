import Certification

/// A finding in a line: what was found, how far it has come, and by when.
struct FindingLine: Encodable {
    let id: String
    let grade: FindingGrade
    let state: FindingState
    let audit: String
    let auditKind: AuditKind
    let certificates: [String]
    let clause: ClauseReference?
    let statement: String
    let raised: Day
    let by: String
    let owner: String?
    /// The date that counts, and the rule that gives it.
    let due: Day?
    let rule: CycleRule?
    let what: String?
    let daysLeft: Int?
    let isOverdue: Bool
    let severity: CheckSeverity?
    let consequence: String?
    let closed: Day?
    let next: String?
    /// The bundle whose reader sent it back; nil for one that was typed in.
    let origin: FindingOrigin?

    init(_ judgement: FindingJudgement) {
        let (finding, facts) = (judgement.finding, judgement.finding.facts)
        (id, grade, state, clause) = (finding.id, finding.grade, finding.state, facts.clause)
        (audit, auditKind) = (finding.audit.id, finding.audit.kind)
        certificates = finding.audit.certificates
        (statement, raised, by, owner) = (facts.statement, facts.on, facts.by, finding.owner)
        let effective = judgement.effective
        (due, rule, what) = (effective?.day, effective?.rule, effective?.what)
        daysLeft = finding.isOpen ? judgement.daysLeft : nil
        (isOverdue, severity) = (judgement.isOverdue, judgement.severity)
        origin = facts.origin
        (consequence, closed, next) = (judgement.consequence, finding.closed, judgement.command)
    }
}
