/// Folds a register's evidence, one item after another, into a judgement of every requirement clause.
///
/// Items stream through: a register of any size needs memory only for what is kept of each judgement.
public struct GapAnalysis: Sendable {
    /// The standard that is judged.
    public let catalogue: Catalogue
    /// The day on which it is judged.
    public let day: Day
    private let targets: ClauseTargets
    private var linked: [[EvidenceJudgement]]

    /// An analysis that has seen no evidence yet.
    public init(of catalogue: Catalogue, on day: Day) {
        self.catalogue = catalogue
        self.day = day
        targets = ClauseTargets(catalogue)
        linked = Array(repeating: [], count: targets.requirements.count)
    }

    /// Takes in one live item with all clauses of this standard that it is linked to.
    public mutating func add(_ judgement: EvidenceJudgement, linkedTo clauses: some Sequence<String>) {
        for number in clauses {
            for position in targets[number] where linked[position].last?.id != judgement.id {
                linked[position].append(judgement)
            }
        }
    }

    /// The finished judgement.
    public func report() -> GapReport {
        GapReport(
            standard: catalogue.standard, day: day,
            clauses: zip(targets.requirements, linked).map { ClauseJudgement(clause: $0, evidence: $1) })
    }
}

/// The readiness of one standard on one day.
public struct GapReport: Sendable {
    /// The edition that was judged.
    public let standard: Standard
    /// The day on which it was judged.
    public let day: Day
    /// Every requirement clause in the order of the standard.
    public let clauses: [ClauseJudgement]

    /// How many requirement clauses have this status.
    public func count(_ status: ClauseStatus) -> Int { clauses.count { $0.status == status } }

    /// The clauses that are not covered.
    public var open: [ClauseJudgement] { clauses.filter { $0.status != .covered } }

    /// The demands for documented information that no linked evidence answers.
    public var unansweredDemands: [DemandJudgement] {
        clauses.flatMap(\.demands).filter { $0.providedBy.isEmpty }
    }

    /// All demands of the standard.
    public var demandCount: Int { clauses.reduce(0) { $0 + $1.clause.demands.count } }
}
