/// How an evidence item stands on a day.
public struct EvidenceJudgement: Hashable, Sendable {
    /// The identifier of the item.
    public let id: String
    /// What sort of document or record it is, which decides the demands that it answers.
    public let kind: EvidenceKind
    /// Whether it holds on the day.
    public let standing: Standing
    /// Empty when the item is current.
    public let reasons: [Reason]

    /// A judgement made already; `reasons` is empty for a current item.
    public init(id: String, kind: EvidenceKind, standing: Standing, reasons: [Reason]) {
        self.id = id
        self.kind = kind
        self.standing = standing
        self.reasons = reasons
    }

    /// Judges an item by its dates.
    public init(id: String, kind: EvidenceKind, dates: EvidenceDates, on day: Day) {
        let (standing, reasons) = dates.judged(on: day)
        self.init(id: id, kind: kind, standing: standing, reasons: reasons)
    }
}

/// How ready a requirement clause is. Ordered from the best to the worst.
public enum ClauseStatus: String, Codable, Sendable, CaseIterable, Comparable {
    /// At least one current evidence item is linked.
    case covered
    /// Files are there, but none holds on the day.
    case stale
    /// Something is asked for, nothing is there.
    case requested
    /// Nothing is linked.
    case missing
}

extension ClauseStatus {
    /// The status of a clause whose best item has this standing.
    init(best standing: Standing) {
        self =
            switch standing {
            case .current: .covered
            case .stale: .stale
            case .requested: .requested
            }
    }

    private var rank: Int {
        switch self {
        case .covered: 0
        case .stale: 1
        case .requested: 2
        case .missing: 3
        }
    }

    /// From the best to the worst.
    public static func < (left: ClauseStatus, right: ClauseStatus) -> Bool { left.rank < right.rank }
}

/// A clause's status on a day, with the evidence it rests on.
public struct ClauseJudgement: Hashable, Sendable {
    /// The requirement clause that was judged.
    public let clause: Clause
    /// That of the best item linked: one current item covers the clause.
    public let status: ClauseStatus
    /// Every live item linked to the clause or to a heading above it, current ones first.
    public let evidence: [EvidenceJudgement]

    /// Judges a clause by the items linked to it.
    public init(clause: Clause, evidence: [EvidenceJudgement]) {
        self.clause = clause
        self.evidence =
            evidence.allSatisfy { $0.standing == .current }
            ? evidence
            : [Standing.current, .stale, .requested].flatMap { standing in
                evidence.filter { $0.standing == standing }
            }
        status = self.evidence.first.map { ClauseStatus(best: $0.standing) } ?? .missing
    }

    /// Why the clause stands as it does: the lack of any link, or what is wrong with items linked to it.
    /// A covered clause may have reasons too: an auditor sees the stale document beside the current one.
    public var reasons: [(evidence: String?, reason: Reason)] {
        if evidence.isEmpty { return [(nil, .noLink(typical: clause.typicalKinds))] }
        return evidence.flatMap { item in item.reasons.map { (item.id, $0) } }
    }

    /// The demands for documented information, each with the linked items that answer it.
    ///
    /// An item without a file answers nothing; a stale one answers, and is reported as stale.
    public var demands: [DemandJudgement] {
        clause.demands.map { demand in
            DemandJudgement(
                clause: clause, demand: demand,
                providedBy: evidence.filter { $0.standing != .requested && $0.kind.answers.contains(demand) }
                    .map(\.id))
        }
    }
}

/// One demand for documented information and what answers it.
public struct DemandJudgement: Hashable, Sendable {
    /// The clause that makes the demand.
    public let clause: Clause
    /// A document to maintain or a record to retain.
    public let demand: DocumentedInformation
    /// Identifiers of evidence; empty when nothing linked to the clause is of a kind that answers.
    public let providedBy: [String]
}
