extension Change {
    /// One line for people, without the identifier of the item.
    public var summary: String {
        switch self {
        case .registerCreated(let organization): "register created for \(organization)"
        case .standardAdded(let catalogue):
            "standard added: \(catalogue.standard.designation), \(catalogue.clauses.count) clauses"
        case .evidenceAdded(let evidence): "added \(evidence.kind.rawValue) \"\(evidence.title)\""
        case .evidenceEdited(let evidence): "details changed: \"\(evidence.title)\""
        case .revisionAdded(_, let revision):
            "revision \(revision.number): \(revision.originalName), \(revision.fingerprint.short)"
        case .sourceFound(_, let revision, let source): "revision \(revision) found at \(source)"
        case .linked(let link): "linked to \(link.clause)"
        case .unlinked(_, let clause): "unlinked from \(clause)"
        case .retired(_, let reason): "retired: \(reason)"
        case .reinstated(_, let reason): "reinstated: \(reason)"
        case .linkReviewed(_, let review): "reviewed for \(review.clause) by \(review.by)"
        case .reviewWithdrawn(_, let clause, let reason): "review for \(clause) withdrawn: \(reason)"
        case .approved(_, let approval): "revision \(approval.revision) approved by \(approval.by)"
        case .approvalWithdrawn(_, let revision, let reason):
            "approval of revision \(revision) withdrawn: \(reason)"
        case .assessed(let assessment):
            "\(assessment.clause) assessed as \(assessment.verdict.rawValue) by \(assessment.by): \(assessment.reason)"
        case .assessmentWithdrawn(let clause, let reason): "assessment of \(clause) withdrawn: \(reason)"
        case .controlStated(let control): control.summary
        case .creditNoted(let note):
            "\(note.clause) takes partial credit from \(note.from), by \(note.by); missing: \(note.missing)"
        case .creditWithdrawn(let clause, let from, let reason):
            "\(clause) takes no credit from \(from) any more: \(reason)"
        case .bundlePacked(let packing): packing.summary
        case .cycle(let change): change.summary
        }
    }
}

extension BundlePacking {
    /// `packed b.zip for SV1-2027 to BSI: bundle 5f1c9a0277be`
    fileprivate var summary: String {
        let parts = [fileName, audit.map { "for \($0)" }, recipient.map { "to \($0)" }]
        return "packed \(parts.compactMap(\.self).joined(separator: " ")): bundle \(id.short)"
    }
}

extension ControlStatement {
    /// `iso27001-2022:A.7.4 excluded: no premises of our own; owner Facility manager`
    fileprivate var summary: String { "\(clause) \(applicability)" + (owner.map { "; owner \($0)" } ?? "") }
}
