/// One thing that happened to a register. Every write is a change: appended to the journal and applied to the
/// tables in one transaction, so that replaying the journal rebuilds the tables.
///
/// A case and its payload are never altered once released, only added to: journals of every release
/// must decode for ever.
public enum Change: Hashable, Sendable {
    case registerCreated(organization: String)
    /// A catalogue was taken into the register, whole, so that the journal needs nothing outside itself.
    case standardAdded(Catalogue)
    case evidenceAdded(Evidence)
    /// The descriptive facts of an item were changed; all of them are stated anew.
    case evidenceEdited(Evidence)
    case revisionAdded(evidence: String, Revision)
    /// The file of a revision lies here now. It says nothing about the management system, and bundles tell nothing of it.
    case sourceFound(evidence: String, revision: Int, source: String)
    /// Links; a link to the same clause replaces the earlier one.
    case linked(Link)
    case unlinked(evidence: String, clause: ClauseReference)
    case retired(evidence: String, reason: String)
    /// The opposite of `retired`.
    case reinstated(evidence: String, reason: String)
    /// A named person looked at a link.
    case linkReviewed(evidence: String, LinkReview)
    /// The opposite of `linkReviewed`: the link is suspect until somebody looks again.
    case reviewWithdrawn(evidence: String, clause: ClauseReference, reason: String)
    /// A named person released a revision.
    case approved(evidence: String, Approval)
    /// The opposite of `approved`.
    case approvalWithdrawn(evidence: String, revision: Int, reason: String)
    /// A person's verdict on a clause; the latest stands.
    case assessed(Assessment)
    /// The clause has no verdict any more.
    case assessmentWithdrawn(clause: ClauseReference, reason: String)
    /// What the statement of applicability says of a control; the default takes the entry away.
    case controlStated(ControlStatement)
    /// What is missing where a clause takes partial credit from another.
    case creditNoted(CreditNote)
    /// The opposite of `creditNoted`.
    case creditWithdrawn(clause: ClauseReference, from: ClauseReference, reason: String)
    /// A bundle was packed. It says nothing about the management system, and bundles tell nothing of it.
    case bundlePacked(BundlePacking)
    /// Something about certificates, audits, findings or the road to them.
    case cycle(CycleChange)
}

extension Change {
    /// The word under which the journal files this change.
    public var type: String {
        if case .cycle(let change) = self { return change.name.rawValue }
        return name?.rawValue ?? ""
    }

    /// The evidence item that this change concerns, if it concerns one.
    public var evidence: String? {
        switch self {
        case .registerCreated, .standardAdded, .assessed, .assessmentWithdrawn, .controlStated, .creditNoted,
            .creditWithdrawn, .bundlePacked, .cycle:
            nil
        case .evidenceAdded(let evidence), .evidenceEdited(let evidence): evidence.id
        case .revisionAdded(let id, _), .unlinked(let id, _), .retired(let id, _), .reinstated(let id, _),
            .linkReviewed(let id, _), .reviewWithdrawn(let id, _, _), .approved(let id, _),
            .approvalWithdrawn(let id, _, _), .sourceFound(let id, _, _):
            id
        case .linked(let link): link.evidence
        }
    }

    /// Whether an item got a further file.
    public var isRevision: Bool {
        if case .revisionAdded = self { return true }
        return false
    }

    /// Whether only where a file lies was remembered.
    public var isSource: Bool {
        if case .sourceFound = self { return true }
        return false
    }
}
