/// What judging needs of a link, without its texts.
public struct LinkFacts: Hashable, Sendable {
    /// The number of the linked clause in its standard.
    public let clause: String
    /// The latest revision that was looked at for this clause; 0 when none was.
    public let reviewedRevision: Int
    /// Whether the catalogue asks for something else than at the review.
    public let clauseChanged: Bool
    /// The demands that the item answers here; nil for those of its kind.
    public let answers: DocumentedInformationSet?
    /// Whether the program suggested the link and no person looked at it yet.
    public let isSuggested: Bool

    /// A link that was reviewed for a revision, 0 for none.
    public init(
        clause: String, reviewedRevision: Int, clauseChanged: Bool = false,
        answers: DocumentedInformationSet? = nil, isSuggested: Bool = false
    ) {
        self.clause = clause
        self.reviewedRevision = reviewedRevision
        self.clauseChanged = clauseChanged
        self.answers = answers
        self.isSuggested = isSuggested
    }
}

extension EvidenceRecord {
    /// What judging needs of one of this item's links. `catalogue` is that of the linked standard.
    public func facts(of link: Link, in catalogue: Catalogue) -> LinkFacts {
        LinkFacts(
            clause: link.clause.number,
            reviewedRevision: revisions.last { $0.fingerprint == link.reviewed }?.number ?? 0,
            clauseChanged: link.edition.map { $0 != catalogue.edition(ofClause: link.clause.number) }
                ?? false,
            answers: link.answers.map { DocumentedInformationSet($0) }, isSuggested: link.isSuggested)
    }
}

extension EvidenceRecord {
    /// The links that somebody must look at again, as the item stands on a day.
    public func suspectLinks(in catalogues: [Catalogue], on day: Day) -> [Link] {
        links.filter { link in
            guard let catalogue = catalogues.first(where: { $0.standard.id == link.clause.standard }) else {
                return false
            }
            return !dates.doubts(about: facts(of: link, in: catalogue), on: day).isEmpty
        }
    }
}

extension EvidenceDates {
    /// The revision in force on a day that nobody looked at since revision `reviewed`; nil when there is none.
    ///
    /// A new file takes the place of the one that was looked at. A record of a further period does not: the export
    /// for June leaves the one for May as it was.
    public func unreviewed(since reviewed: Int, on day: Day) -> Int? {
        // Most links were made with the item's only file.
        guard let newest = revisions.last, newest.number > reviewed else { return nil }
        return revisions.current(on: day).first { revision in
            revision.number > reviewed
                && (reviewed == 0 || revision.period == nil
                    || revisions.contains { $0.period == revision.period && $0.number <= reviewed })
        }?.number
    }

    /// Why a link is suspect on a day; empty while the review holds.
    public func doubts(about link: LinkFacts, on day: Day) -> [Reason] {
        let revision = unreviewed(since: link.reviewedRevision, on: day)
        return (link.isSuggested ? [.linkSuggested] : revision.map { [.revisionUnreviewed($0)] } ?? [])
            + (link.clauseChanged ? [.clauseChanged] : [])
    }
}
