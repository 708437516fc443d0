/// One thing to do before a clause is ready, with the day by which it must be renewed.
public struct WorkItem: Hashable, Sendable {
    /// By when: for a stale item the day on which it lapsed or lapses, for everything else the day asked about.
    public let due: Day
    /// The item to renew, review or fill; nil where a clause has none.
    public let evidence: String?
    /// The clauses that wait for it, in the order of the standard.
    public let clauses: [String]
    /// How the item or, without one, the clause stands.
    public let status: ClauseStatus
    /// Why.
    public let reasons: [Reason]
}

extension GapReport {
    /// What is to be done, in the order of the day by which it must be done.
    ///
    /// An item that keeps several clauses open is one thing to do. Items beside a current one wait for nobody.
    public var worklist: [WorkItem] {
        var clausesOf: [String: [String]] = [:]
        var judgements: [String: EvidenceJudgement] = [:]
        var items: [WorkItem] = []
        for judgement in open {
            let number = judgement.clause.number
            let waiting = judgement.evidence.filter { $0.standing != .current }
            for item in waiting {
                clausesOf[item.id, default: []].append(number)
                judgements[item.id] = judgements[item.id].map { $0.combined(with: item) } ?? item
            }
            if waiting.isEmpty || judgement.status == .partial {
                items.append(
                    WorkItem(
                        due: day, evidence: nil, clauses: [number], status: judgement.status,
                        reasons: judgement.reasons.filter { $0.evidence == nil }.map(\.reason)))
            }
        }
        items += judgements.values.map { item in
            WorkItem(
                due: item.reasons.compactMap(\.day).filter { $0 <= day }.min() ?? day, evidence: item.id,
                clauses: clausesOf[item.id] ?? [], status: item.standing.status, reasons: item.reasons)
        }
        return items.sorted { $0.order < $1.order }
    }
}

extension WorkItem {
    /// By day, then by identifier; clauses without an item come last of a day, in the order of the standard.
    fileprivate var order: (Day, Int, String) { (due, evidence == nil ? 1 : 0, evidence ?? "") }
}

extension Standing {
    /// The status of a clause whose best item stands like this.
    var status: ClauseStatus {
        switch self {
        case .current: .covered
        case .suspect: .suspect
        case .stale: .stale
        case .requested: .requested
        }
    }
}
