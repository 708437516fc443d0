/// Folds a register's evidence, one item after another, into a judgement of every requirement clause.
///
/// Items stream through: a register of any size needs memory only for what is kept of each judgement.
public struct GapAnalysis: Sendable {
    /// The edition that is judged.
    public let catalogue: Catalogue
    /// The day on which everything is judged.
    public let day: Day
    private let requirements: [Clause]
    /// For every clause number, headings included, the positions of the requirement clauses it stands for.
    private let targets: [String: [Int]]
    private var linked: [[EvidenceJudgement]]

    /// An analysis that has taken in no evidence yet: every requirement clause is missing.
    public init(of catalogue: Catalogue, on day: Day) {
        self.catalogue = catalogue
        self.day = day
        let requirements = catalogue.requirements
        self.requirements = requirements
        linked = Array(repeating: [], count: requirements.count)
        let positions = Dictionary(
            requirements.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        targets = Dictionary(
            catalogue.clauses.map { clause in
                (
                    clause.number,
                    catalogue.requirements(under: clause.number).compactMap { positions[$0.number] }
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes in one live item with the clauses of this standard that it is linked to.
    public mutating func add(_ judgement: EvidenceJudgement, linkedTo clauses: some Sequence<String>) {
        var seen: Set<Int> = []
        for number in clauses {
            for position in targets[number] ?? [] where seen.insert(position).inserted {
                linked[position].append(judgement)
            }
        }
    }

    /// The finished judgement.
    public func report() -> GapReport {
        GapReport(
            standard: catalogue.standard, day: day,
            clauses: zip(requirements, linked).map { ClauseJudgement(clause: $0, evidence: $1) })
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
