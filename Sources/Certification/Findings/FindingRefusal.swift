/// Why something cannot be said of a finding.
public enum FindingRefusal: Error, Hashable, Sendable {
    /// Only an audit that was held finds something.
    case notHeld(audit: String, AuditState)
    /// An area of concern of another audit than a stage 1.
    case concern(audit: String, AuditKind)
    /// A nonconformity of a stage 1.
    case nonconformityAtStage1(audit: String)
    /// A nonconformity that names no requirement.
    case noClause(FindingGrade)
    /// Raised before the audit began.
    case beforeAudit(Day, audit: String, began: Day)
    /// To be done before the audit began.
    case dueBeforeAudit(Day, audit: String, began: Day)
    /// A step that nobody took.
    case unnamed(String)
    /// A step before the finding was raised.
    case beforeFinding(Day, finding: String, raised: Day)
    /// A step before another on which it rests.
    case beforeStep(Day, FindingStep)
    /// A step on a closed finding.
    case closed(String, on: Day)
    /// An open finding cannot be reopened.
    case notClosed(String, FindingState)
    /// Acceptance of a plan, or a look at its effect, without a plan.
    case noAction(String)
    /// A closure with something missing.
    case incomplete(String, [FindingNeed])
    /// A closure without evidence.
    case unproven(String)
    /// Evidence that counts no longer.
    case retiredEvidence(String, reason: String)
    /// Evidence that is still to come.
    case requestedEvidence(String)

    /// One line, lower case, without a full stop: what, of what, why.
    public var message: String {
        switch self {
        case .notHeld(let audit, let state):
            "\(audit) is \(state.rawValue); only an audit that was held has findings"
        case .concern(let audit, let kind):
            "\(audit) (\(kind.words)) has no areas of concern: those are of a stage 1 (ISO/IEC 17021-1 9.3.1.2)"
        case .nonconformityAtStage1(let audit):
            "\(audit) (stage 1) finds no nonconformities but areas of concern, which could become some at stage 2 (ISO/IEC 17021-1 9.3.1.2)"
        case .noClause(let grade): "a \(grade.words) names the clause that is not fulfilled"
        case .beforeAudit(let day, let audit, let began):
            "\(day) lies before \(audit), which began on \(began)"
        case .dueBeforeAudit(let day, let audit, let began):
            "the due day \(day) lies before \(audit), which began on \(began)"
        default: stepMessage
        }
    }

    private var stepMessage: String {
        switch self {
        case .unnamed(let id): "a step on \(id) needs the name of who took it"
        case .beforeFinding(let day, let id, let raised):
            "\(day) lies before \(id), which was raised on \(raised)"
        case .beforeStep(let day, let step):
            "\(day) lies before step \(step.number), \(step.words), of \(step.on)"
        case .closed(let id, let day): "\(id) was closed on \(day); nothing is added to a closed finding"
        case .notClosed(let id, let state):
            "\(id) is not closed but \(state.rawValue); there is nothing to reopen"
        case .noAction(let id): "\(id) has no corrective action yet"
        case .incomplete(let id, let needs):
            "\(id) cannot be closed: \(needs.map(\.words).joined(separator: ", "))"
        case .unproven(let id): "\(id) cannot be closed without evidence"
        case .retiredEvidence(let id, let reason): "\(id) is retired and shows nothing: \(reason)"
        case .requestedEvidence(let id): "\(id) has no file yet and shows nothing"
        default: ""
        }
    }
}

extension FindingStep {
    /// For people: `corrective action`, `effect verified: not effective`.
    public var words: String {
        switch kind {
        case .action: "corrective action"
        case .effectVerified where isEffective == false: "effect verified: not effective"
        default: kind.rawValue.replacing("-", with: " ")
        }
    }
}
