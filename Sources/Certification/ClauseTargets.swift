/// Which requirement clauses a link to a clause counts for: the clause itself, or all below a heading.
struct ClauseTargets: Sendable {
    /// The requirement clauses in the order of the standard.
    let requirements: [Clause]
    /// For every clause number, headings included, positions in `requirements`.
    private let positions: [String: [Int]]

    init(_ catalogue: Catalogue) {
        let requirements = catalogue.requirements
        let own = Dictionary(
            requirements.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        self.requirements = requirements
        positions = Dictionary(
            catalogue.clauses.map { clause in
                (clause.number, catalogue.requirements(under: clause.number).compactMap { own[$0.number] })
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The positions of the requirement clauses that a link to this number stands for.
    subscript(number: String) -> [Int] { positions[number] ?? [] }
}
