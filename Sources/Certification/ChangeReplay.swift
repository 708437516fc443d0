/// What changes make of one item, without a register: for previews.
extension Change {
    /// The item after this change; changes that concern no item leave it as it is.
    public func applied(to record: EvidenceRecord?) -> EvidenceRecord? {
        switch self {
        case .registerCreated, .standardAdded: record
        case .evidenceAdded(let evidence):
            EvidenceRecord(evidence: evidence, retired: nil, revisions: [], links: [])
        case .evidenceEdited(let evidence): record?.with(evidence: evidence)
        case .revisionAdded(_, let revision): record?.with(revisions: (record?.revisions ?? []) + [revision])
        case .linked(let link):
            record?.with(links: (record?.links ?? []).filter { $0.clause != link.clause } + [link])
        case .unlinked(_, let clause):
            record?.with(links: (record?.links ?? []).filter { $0.clause != clause })
        case .retired(_, let reason): record?.with(retired: reason)
        case .reinstated: record?.with(retired: nil)
        }
    }
}

extension EvidenceRecord {
    fileprivate func with(evidence: Evidence) -> EvidenceRecord {
        EvidenceRecord(evidence: evidence, retired: retired, revisions: revisions, links: links)
    }

    fileprivate func with(revisions: [Revision]) -> EvidenceRecord {
        EvidenceRecord(evidence: evidence, retired: retired, revisions: revisions, links: links)
    }

    fileprivate func with(links: [Link]) -> EvidenceRecord {
        EvidenceRecord(evidence: evidence, retired: retired, revisions: revisions, links: links)
    }

    fileprivate func with(retired: String?) -> EvidenceRecord {
        EvidenceRecord(evidence: evidence, retired: retired, revisions: revisions, links: links)
    }
}
