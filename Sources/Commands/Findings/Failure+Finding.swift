import Certification

extension Failure {
    /// What cannot be said of a finding, in one line, and what to type instead.
    init(_ refusal: FindingRefusal) { self.init(.unusableData, refusal.message, hint: refusal.hint) }
}

extension FindingRefusal {
    fileprivate var hint: String? {
        switch self {
        case .notHeld(let audit, .planned): "dossier audit record \(audit)"
        case .notHeld(let audit, _): "dossier audit show \(audit)"
        case .concern: "--grade major, minor, opportunity or observation"
        case .nonconformityAtStage1: "--grade area-of-concern"
        case .noClause: "--clause CLAUSE"
        case .beforeAudit(_, _, let began): "--on \(began)"
        case .dueBeforeAudit(_, _, let began): "--due \(began)"
        case .beforeFinding(_, _, let raised): "--on \(raised)"
        case .beforeStep(_, let step): "--on \(step.on)"
        default: command
        }
    }

    private var command: String? {
        switch self {
        case .closed(let id, _): "dossier finding reopen \(id) --by NAME --reason TEXT"
        case .notClosed(let id, _): "dossier finding show \(id)"
        case .noAction(let id): FindingNeed.action.command(for: id)
        case .incomplete(let id, let needs): needs.first?.command(for: id)
        case .unproven(let id): FindingNeed.closure.command(for: id)
        case .retiredEvidence(let id, _): "dossier show \(id)"
        case .requestedEvidence(let id): "dossier revise \(id) FILE"
        default: nil
        }
    }
}
