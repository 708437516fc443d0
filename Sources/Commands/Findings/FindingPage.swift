import Certification

/// A finding whole, as programs read it; `FindingPage+Table` shows it to people.
struct FindingPage: Encodable {
    struct Deadline: Encodable {
        let day: Day
        let daysLeft: Int
        let rule: CycleRule?
        let what: String
        let certificate: String?
        let consequence: String
    }

    struct Examined: Encodable {
        let id: String
        let kind: AuditKind
        let first: Day
        let last: Day
        let auditors: [String]
    }

    struct Missing: Encodable {
        let code: String
        let text: String
    }

    let day: Day
    let finding: FindingLine
    let audit: Examined
    let clauseTitle: String?
    let deadlines: [Deadline]
    let steps: [FindingStep]
    /// What stands between it and its closure.
    let missing: [Missing]
    let standing: String
    let clause: String?

    private enum CodingKeys: CodingKey {
        case day, finding, audit, clauseTitle, deadlines, steps, missing
    }

    init(_ judgement: FindingJudgement, _ catalogues: [Catalogue]) {
        day = judgement.day
        finding = FindingLine(judgement)
        audit = Examined(judgement.finding.audit)
        let end = judgement.finding.closed ?? judgement.day
        deadlines = judgement.deadlines.map { Deadline($0, leftOn: end) }
        steps = judgement.finding.steps
        missing = judgement.finding.missing.map { Missing(code: $0.code, text: $0.words) }
        standing = judgement.standing
        clauseTitle = finding.clause.flatMap(catalogues.title)
        clause = finding.clause.map(RegisterNames(catalogues).clause)
    }
}

extension FindingPage.Deadline {
    init(_ deadline: FindingDeadline, leftOn end: Day) {
        (day, daysLeft) = (deadline.day, deadline.day.days(since: end))
        (rule, what, certificate) = (deadline.rule, deadline.what, deadline.certificate)
        consequence = deadline.consequence
    }
}

extension FindingPage.Examined {
    init(_ audit: Audit) {
        (id, kind, auditors) = (audit.id, audit.kind, audit.auditors)
        (first, last) = (audit.period.first, audit.period.last)
    }
}

extension [Catalogue] {
    fileprivate func title(of clause: ClauseReference) -> String? {
        first { $0.standard.id == clause.standard }?.clause(clause.number)?.title
    }
}
