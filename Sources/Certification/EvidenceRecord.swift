/// An evidence item with everything the register knows of it.
public struct EvidenceRecord: Hashable, Sendable {
    public let evidence: Evidence
    /// Why it was retired; nil while it counts.
    public let retired: String?
    /// In order; the first is number 1.
    public let revisions: [Revision]
    /// In the order of standard and clause.
    public let links: [Link]

    public init(evidence: Evidence, retired: String?, revisions: [Revision], links: [Link]) {
        self.evidence = evidence
        self.retired = retired
        self.revisions = revisions
        self.links = links
    }

    public var state: EvidenceState {
        if retired != nil { return .retired }
        return revisions.isEmpty ? .requested : .held
    }

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

    public func judged(on day: Day) -> EvidenceJudgement {
        EvidenceJudgement(id: evidence.id, kind: evidence.kind, dates: dates, on: day)
    }
}
