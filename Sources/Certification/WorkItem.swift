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

    /// A thing to do with what it rests on.
    public init(
        due: Day, evidence: String?, clauses: [String], status: ClauseStatus, reasons: [Reason]
    ) {
        self.due = due
        self.evidence = evidence
        self.clauses = clauses
        self.status = status
        self.reasons = reasons
    }
}

extension GapReport {
    /// What is to be done, in the order of the day by which it must be done.
    ///
    /// An item that several clauses wait for is one thing to do. What lapsed beside something current is to be renewed
    /// too: an auditor sees both.
    public var worklist: [WorkItem] {
        (clauses.filter(\.status.applies).flatMap { $0.ownWork(on: day) } + itemWork)
            .sorted { $0.order < $1.order }
    }

    /// The items that do not hold, each with the clauses that it is linked to.
    private var itemWork: [WorkItem] {
        var clausesOf: [String: [String]] = [:]
        var judgements: [String: EvidenceJudgement] = [:]
        for judgement in clauses where judgement.status.applies {
            for item in judgement.evidence where item.standing != .current {
                clausesOf[item.id, default: []].append(judgement.clause.number)
                judgements[item.id] = judgements[item.id].map { $0.combined(with: item) } ?? item
            }
        }
        return judgements.values.map { item in
            WorkItem(
                due: item.reasons.compactMap(\.day).filter { $0 <= day }.min() ?? day, evidence: item.id,
                clauses: clausesOf[item.id] ?? [], status: item.standing.status, reasons: item.reasons)
        }
    }
}

extension ClauseJudgement {
    /// What is to be done for the clause itself: evidence that nobody has asked for yet, and what a person found.
    fileprivate func ownWork(on day: Day) -> [WorkItem] {
        func work(_ due: Day, _ reasons: [Reason]) -> WorkItem {
            WorkItem(due: due, evidence: nil, clauses: [clause.number], status: status, reasons: reasons)
        }
        let isWanting = status == .partial || status.isOpen && evidence.allSatisfy { $0.standing == .current }
        let wanting = reasons.filter { $0.evidence == nil }.map(\.reason)
        return (isWanting ? [work(day, wanting)] : [])
            + (finding.map { [work(min($0.day ?? day, day), [$0])] } ?? [])
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
