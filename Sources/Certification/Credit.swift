/// What a clause of another standard offers for a clause of this one: evidence, by way of the map.
public struct CreditPath: Hashable, Sendable {
    /// The clause of the other standard.
    public let from: ClauseReference
    /// Its title.
    public let title: String
    /// How closely the two ask for the same; our own judgement.
    public let strength: MapStrength
    /// Why, in our words.
    public let why: String
    /// The current items of the other clause.
    public let evidence: [String]
    /// Why items of the other clause do not back this one: stale, suspect, still to come.
    public let doubts: [ClauseReason]
    /// What is missing where the relation is partial; nil when nobody said.
    public let note: CreditNote?

    /// Whether the backing clause has a demand that nothing current answers: credit is no better than what backs it.
    public let isBackedInPart: Bool

    /// What the path is worth: `credited` by an equal clause with live evidence, `partial` by a partial one whose
    /// gaps somebody named; nil when it counts for nothing.
    public var status: ClauseStatus? {
        guard !evidence.isEmpty else { return nil }
        switch strength {
        case .equal: return isBackedInPart ? .partial : .credited
        case .partial: return note == nil ? nil : .partial
        case .related: return nil
        }
    }

    /// The reason that the path gives for the clause's status; nil when it counts for nothing.
    var reason: Reason? {
        switch status {
        case .credited: .credited(from: from, evidence: evidence)
        case .partial: .creditedInPart(from: from, evidence: evidence, missing: note?.missing ?? unanswered)
        default: nil
        }
    }

    /// What the backing clause itself lacks.
    private var unanswered: String {
        doubts.filter { $0.evidence == nil }.map(\.sentence).joined(separator: "; ")
    }
}

extension GapReport {
    /// This report with the credit that a standard held already gives: what its live evidence backs here, through
    /// the map. A heading never gives or takes credit; what is related only never counts.
    public func crediting(_ other: GapReport, map: ClauseMap, notes: [CreditNote]) -> GapReport {
        let backing = Dictionary(
            other.clauses.map { ($0.clause.number, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Dictionary(
            notes.map { (Pair(to: $0.clause, from: $0.from), $0) }, uniquingKeysWith: { _, later in later })
        return GapReport(
            standard: standard, day: day,
            clauses: clauses.map { judgement in
                let here = ClauseReference(standard: standard.id, number: judgement.clause.number)
                let paths = map.related(to: here, in: other.standard.id).compactMap { there, relation in
                    backing[there.number].map {
                        CreditPath(
                            $0, there, relation, note: known[Pair(to: here, from: there)])
                    }
                }
                return judgement.taking(judgement.credits + paths)
            })
    }

    private struct Pair: Hashable {
        let to: ClauseReference
        let from: ClauseReference
    }
}

extension CreditPath {
    fileprivate init(
        _ judgement: ClauseJudgement, _ from: ClauseReference, _ relation: ClauseRelation, note: CreditNote?
    ) {
        self.from = from
        title = judgement.clause.title
        strength = relation.strength
        why = relation.why
        // A person who found a gap there speaks for nothing here.
        let counts = judgement.status.applies && judgement.assessment?.verdict != .gap
        isBackedInPart = judgement.status == .partial || judgement.assessment?.verdict == .partial
        evidence = counts ? judgement.evidence.filter { $0.standing == .current }.map(\.id) : []
        doubts = judgement.reasons + (judgement.finding.map { [ClauseReason($0)] } ?? [])
        self.note = note
    }
}
