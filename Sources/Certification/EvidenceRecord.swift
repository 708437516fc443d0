/// An evidence item with everything the register knows of it.
public struct EvidenceRecord: Hashable, Sendable {
    /// The item itself.
    public let evidence: Evidence
    /// Why it was retired; nil while it counts.
    public let retired: String?
    /// In order; the first is number 1.
    public let revisions: [Revision]
    /// In the order of standard and clause.
    public let links: [Link]
    /// In the order of the revisions.
    public let approvals: [Approval]

    /// An item with its revisions and links; `retired` is the reason, nil while the item counts.
    public init(
        evidence: Evidence, retired: String?, revisions: [Revision], links: [Link], approvals: [Approval] = []
    ) {
        self.evidence = evidence
        self.retired = retired
        self.revisions = revisions
        self.links = links
        self.approvals = approvals
    }

    /// Where the item stands in its life: retired goes before held, held before requested.
    public var state: EvidenceState {
        if retired != nil { return .retired }
        return revisions.isEmpty ? .requested : .held
    }

    /// The dates that decide whether it holds on a day.
    public var dates: EvidenceDates { evidence.dates(of: revisions.map(\.dates)) }

    /// The revisions that count on a day.
    public func currentRevisions(on day: Day) -> [Revision] {
        let numbers = Set(revisions.map(\.dates).current(on: day).map(\.number))
        return revisions.filter { numbers.contains($0.number) }
    }

    /// The day by which the item must be reviewed, as it stands on `day`.
    public func reviewDue(on day: Day) -> Day? {
        dates.reviewDue(of: dates.revisions.current(on: day))
    }

    /// How the item stands on a day, by its dates alone; that it is retired makes no difference.
    public func judged(on day: Day) -> EvidenceJudgement {
        EvidenceJudgement(id: evidence.id, kind: evidence.kind, dates: dates, on: day)
    }

    /// How the item stands on a day for a clause that it is linked to.
    public func judged(_ link: Link, in catalogue: Catalogue, on day: Day) -> EvidenceJudgement {
        judged(on: day).linked(
            by: facts(of: link, in: catalogue), dates: dates, kinds: catalogue.kindAnswers, on: day)
    }
}
