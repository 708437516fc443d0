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
    /// Links; a link to the same clause replaces the earlier one.
    case linked(Link)
    case unlinked(evidence: String, clause: ClauseReference)
    case retired(evidence: String, reason: String)
    /// The opposite of `retired`.
    case reinstated(evidence: String, reason: String)
}

extension Change {
    /// The word under which the journal files this change.
    public var type: String { name.rawValue }

    /// The evidence item that this change concerns, if it concerns one.
    public var evidence: String? {
        switch self {
        case .registerCreated, .standardAdded: nil
        case .evidenceAdded(let evidence), .evidenceEdited(let evidence): evidence.id
        case .revisionAdded(let id, _), .unlinked(let id, _), .retired(let id, _), .reinstated(let id, _): id
        case .linked(let link): link.evidence
        }
    }

    /// Whether an item got a further file.
    public var isRevision: Bool {
        if case .revisionAdded = self { return true }
        return false
    }

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
        case .linked(let link): "linked to \(link.clause)"
        case .unlinked(_, let clause): "unlinked from \(clause)"
        case .retired(_, let reason): "retired: \(reason)"
        case .reinstated(_, let reason): "reinstated: \(reason)"
        }
    }
}
