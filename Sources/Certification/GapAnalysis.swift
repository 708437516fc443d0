/// Folds a register's evidence, one item after another, into a judgement of every requirement clause.
///
/// Items stream through: a register of any size needs memory only for what is kept of each judgement.
public struct GapAnalysis: Sendable {
    /// The standard that is judged.
    public let catalogue: Catalogue
    /// The day on which it is judged.
    public let day: Day
    private let decisions: ClauseDecisions
    private let kinds: KindAnswers
    private let targets: ClauseTargets
    private var linked: [[EvidenceJudgement]]

    /// An analysis that has seen no evidence yet.
    public init(of catalogue: Catalogue, on day: Day, decisions: ClauseDecisions = ClauseDecisions()) {
        self.catalogue = catalogue
        self.day = day
        self.decisions = decisions
        kinds = catalogue.kindAnswers
        targets = ClauseTargets(catalogue)
        linked = Array(repeating: [], count: targets.requirements.count)
    }

    /// Takes in one live item, judged by its dates, with all its links to this standard.
    public mutating func add(
        _ item: EvidenceJudgement, dates: EvidenceDates, links: some Sequence<LinkFacts>
    ) {
        for link in links {
            let judgement = item.linked(by: link, dates: dates, kinds: kinds, on: day)
            for position in targets[link.clause] { add(judgement, at: position) }
        }
    }

    private mutating func add(_ judgement: EvidenceJudgement, at position: Int) {
        if let last = linked[position].last, last.id == judgement.id {
            linked[position][linked[position].count - 1] = last.combined(with: judgement)
        } else {
            linked[position].append(judgement)
        }
    }

    /// The finished judgement.
    public func report() -> GapReport {
        GapReport(
            standard: catalogue.standard, day: day,
            clauses: zip(targets.requirements, linked).map { clause, evidence in
                ClauseJudgement(
                    clause: clause, evidence: evidence,
                    settled: decisions.settled(clause.number, in: catalogue),
                    assessment: decisions.assessments[clause.number])
            })
    }
}

/// The readiness of one standard on one day.
public struct GapReport: Sendable {
    /// The edition that was judged.
    public let standard: Standard
    /// The day on which it was judged.
    public let day: Day
    /// The requirement clauses that were judged, in the order of the standard.
    public let clauses: [ClauseJudgement]

    /// How many requirement clauses have this status.
    public func count(_ status: ClauseStatus) -> Int { clauses.count { $0.status == status } }

    /// The clauses that need work, by their evidence or by a person's verdict.
    public var open: [ClauseJudgement] { clauses.filter(\.needsWork) }

    /// How many clauses count: all but those that do not apply.
    public var applicable: Int { clauses.count { $0.status.applies } }

    /// The demands for documented information that no linked evidence answers.
    public var unansweredDemands: [DemandJudgement] {
        clauses.flatMap(\.demands).filter { $0.providedBy.isEmpty && !$0.isMet }
    }

    /// How many demands current evidence answers.
    public var metDemandCount: Int { clauses.reduce(0) { $0 + $1.demands.count(where: \.isMet) } }

    /// All demands of the clauses that apply.
    public var demandCount: Int { clauses.reduce(0) { $0 + $1.demands.count } }

    /// The same report for a clause and everything below it.
    public func subtree(of number: String) -> GapReport {
        GapReport(
            standard: standard, day: day,
            clauses: clauses.filter { $0.clause.number == number || $0.clause.number.hasPrefix(number + ".") }
        )
    }
}
