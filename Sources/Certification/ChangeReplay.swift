/// What changes make of one item, without a register: for previews.
extension Change {
    /// The item after this change; changes that concern no item leave it as it is.
    public func applied(to record: EvidenceRecord?) -> EvidenceRecord? {
        if case .evidenceAdded(let evidence) = self {
            return EvidenceRecord(evidence: evidence, retired: nil, revisions: [], links: [])
        }
        return record.map(applied(to:))
    }

    private func applied(to record: EvidenceRecord) -> EvidenceRecord {
        switch self {
        case .registerCreated, .standardAdded, .evidenceAdded, .assessed, .assessmentWithdrawn,
            .controlStated,
            .creditNoted, .creditWithdrawn, .bundlePacked, .cycle:
            record
        case .evidenceEdited(let evidence): record.with(evidence: evidence)
        case .revisionAdded(_, let revision): record.with(revisions: record.revisions + [revision])
        case .sourceFound(_, let number, let source):
            record.with(
                revisions: record.revisions.map { $0.number == number ? $0.found(at: source) : $0 })
        case .linked(let link): record.with(links: record.links(except: link.clause) + [link])
        case .unlinked(_, let clause): record.with(links: record.links(except: clause))
        case .retired(_, let reason): record.with(retired: .some(reason))
        case .reinstated: record.with(retired: .some(nil))
        case .linkReviewed(_, let review):
            record.with(links: record.links.map { $0.clause == review.clause ? $0.applying(review) : $0 })
        case .reviewWithdrawn(_, let clause, _):
            record.with(links: record.links.map { $0.clause == clause ? $0.unreviewed : $0 })
        case .approved(_, let approval):
            record.with(approvals: record.approvals(except: approval.revision) + [approval])
        case .approvalWithdrawn(_, let revision, _):
            record.with(approvals: record.approvals(except: revision))
        }
    }
}

extension EvidenceRecord {
    fileprivate func links(except clause: ClauseReference) -> [Link] { links.filter { $0.clause != clause } }

    fileprivate func approvals(except revision: Int) -> [Approval] {
        approvals.filter { $0.revision != revision }
    }

    /// The same record with some parts replaced.
    fileprivate func with(
        evidence: Evidence? = nil, retired: String?? = nil, revisions: [Revision]? = nil,
        links: [Link]? = nil,
        approvals: [Approval]? = nil
    ) -> EvidenceRecord {
        EvidenceRecord(
            evidence: evidence ?? self.evidence, retired: retired ?? self.retired,
            revisions: revisions ?? self.revisions, links: links ?? self.links,
            approvals: approvals ?? self.approvals)
    }
}
