/// How many clauses of a standard have which status, and nothing more: for one screen about a large register.
///
/// Gives the same counts as a `GapReport`, without keeping what they rest on.
public struct ReadinessTally: Sendable {
    /// The standard that is counted.
    public let catalogue: Catalogue
    private let targets: ClauseTargets
    private var statuses: [ClauseStatus]

    /// Nothing is linked yet, so every clause is missing.
    public init(of catalogue: Catalogue) {
        self.catalogue = catalogue
        targets = ClauseTargets(catalogue)
        statuses = Array(repeating: .missing, count: targets.requirements.count)
    }

    /// Takes in one live item with the clauses of this standard that it is linked to.
    public mutating func add(_ standing: Standing, linkedTo clauses: some Sequence<String>) {
        let status = ClauseStatus(best: standing)
        for number in clauses {
            for position in targets[number] where status < statuses[position] { statuses[position] = status }
        }
    }

    /// The number of requirement clauses.
    public var requirements: Int { statuses.count }

    /// How many requirement clauses have a status.
    public func count(_ status: ClauseStatus) -> Int { statuses.count { $0 == status } }
}
