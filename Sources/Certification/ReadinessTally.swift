/// How many clauses of a standard have which status, and nothing more: for one screen about a large register.
///
/// Gives the same counts as a `GapReport`, without keeping what they rest on.
public struct ReadinessTally: Sendable {
    /// The standard that is counted.
    public let catalogue: Catalogue
    private let day: Day
    private let kinds: KindAnswers
    private let targets: ClauseTargets
    private let settled: [ClauseStatus?]
    private let found: Set<String>
    private var accounts: [ClauseAccount]

    /// Nothing is linked yet, so every clause that applies is missing.
    public init(of catalogue: Catalogue, on day: Day, decisions: ClauseDecisions = ClauseDecisions()) {
        self.catalogue = catalogue
        self.day = day
        kinds = catalogue.kindAnswers
        targets = ClauseTargets(catalogue)
        found = Set(
            decisions.assessments.values.filter { [.gap, .partial].contains($0.verdict) }.map(\.clause.number)
        )
        accounts = Array(repeating: [], count: targets.requirements.count)
        settled = targets.requirements.map { clause in
            decisions.settled(clause.number, in: catalogue).map {
                ClauseJudgement(clause: clause, evidence: [], settled: $0).status
            }
        }
    }

    /// Takes in one live item with its links to this standard.
    public mutating func add(
        _ standing: Standing, kind: EvidenceKind, dates: EvidenceDates, links: some Sequence<LinkFacts>
    ) {
        for link in links {
            let isDoubtful = standing == .current && !dates.doubts(about: link, on: day).isEmpty
            let account = ClauseAccount(
                isDoubtful ? .suspect : standing,
                answering: link.answers ?? kinds.demands(answeredBy: kind))
            for position in targets[link.clause] { accounts[position].formUnion(account) }
        }
    }

    /// The status of each requirement clause, in the order of the standard.
    public var statuses: [(clause: Clause, status: ClauseStatus)] {
        zip(targets.requirements, zip(accounts, settled)).map { clause, state in
            (clause, state.1 ?? state.0.status(demanding: clause.demandSet))
        }
    }

    /// How many clauses need work, by their evidence or by a person's verdict.
    public var open: Int {
        statuses.count { $0.status.isOpen || $0.status.applies && found.contains($0.clause.number) }
    }

    /// The number of requirement clauses.
    public var requirements: Int { accounts.count }
}
