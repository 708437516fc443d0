/// How an evidence item stands on a day, by itself or for a clause that it is linked to.
public struct EvidenceJudgement: Hashable, Sendable {
    /// The identifier of the item.
    public let id: String
    /// What sort of document or record it is.
    public let kind: EvidenceKind
    /// Whether it holds on the day.
    public let standing: Standing
    /// Empty when the item is current.
    public let reasons: [Reason]
    /// The demands for documented information that it answers for the clause; empty where no clause is meant.
    public let answers: DocumentedInformationSet

    /// A judgement made already; `reasons` is empty for a current item.
    public init(
        id: String, kind: EvidenceKind, standing: Standing, reasons: [Reason],
        answers: DocumentedInformationSet = []
    ) {
        self.id = id
        self.kind = kind
        self.standing = standing
        self.reasons = reasons
        self.answers = answers
    }

    /// Judges an item by its dates.
    public init(id: String, kind: EvidenceKind, dates: EvidenceDates, on day: Day) {
        let (standing, reasons) = dates.judged(on: day)
        self.init(id: id, kind: kind, standing: standing, reasons: reasons)
    }

    /// The judgement for a clause: a doubt about the link makes a current item suspect.
    public func linked(
        by link: LinkFacts, dates: EvidenceDates, kinds: KindAnswers, on day: Day
    ) -> EvidenceJudgement {
        let doubts = dates.doubts(about: link, on: day)
        return EvidenceJudgement(
            id: id, kind: kind, standing: standing == .current && !doubts.isEmpty ? .suspect : standing,
            reasons: doubts.isEmpty ? reasons : reasons + doubts,
            answers: link.answers ?? kinds.demands(answeredBy: kind))
    }

    /// Of two links of one item to a clause, itself and a heading above it, the better one counts.
    func combined(with other: EvidenceJudgement) -> EvidenceJudgement {
        let better = other.standing.rank < standing.rank ? other : self
        return EvidenceJudgement(
            id: id, kind: kind, standing: better.standing, reasons: better.reasons,
            answers: answers.union(other.answers))
    }
}

extension Standing {
    /// From the best to the worst.
    var rank: Int {
        switch self {
        case .current: 0
        case .suspect: 1
        case .stale: 2
        case .requested: 3
        }
    }
}
