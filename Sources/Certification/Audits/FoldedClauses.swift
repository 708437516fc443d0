/// A heading below which audits looked at every clause alike, or a clause by itself.
public struct FoldedClauses: Hashable, Sendable {
    /// The heading, or the clause.
    public let clause: Clause
    /// How many requirement clauses it stands for.
    public let count: Int
    /// The audits that look at each of them, in the order of days.
    public let audits: [Audit]

    /// A heading or a clause, with the audits that look at all it stands for.
    public init(clause: Clause, count: Int, audits: [Audit]) {
        self.clause = clause
        self.count = count
        self.audits = audits
    }
}

extension ClauseCoverage {
    /// The clauses of a catalogue, those below a heading as one where the same audits look at all of them.
    public func folded(by catalogue: Catalogue) -> [FoldedClauses] {
        let lines = Dictionary(lines.map { ($0.clause.number, $0) }, uniquingKeysWith: { first, _ in first })
        return catalogue.clauses.filter { $0.parent == nil }.flatMap { fold($0, of: catalogue, lines) }
    }

    private func fold(_ clause: Clause, of catalogue: Catalogue, _ lines: [String: Line]) -> [FoldedClauses] {
        let below = catalogue.subtree(of: clause.number).compactMap { lines[$0.number] }
        guard let first = below.first else { return [] }
        if below.allSatisfy({ $0.audits == first.audits }) {
            let only = below.count == 1 ? first.clause : clause
            return [FoldedClauses(clause: only, count: below.count, audits: first.audits)]
        }
        let own = lines[clause.number].map {
            FoldedClauses(clause: clause, count: 1, audits: $0.audits)
        }
        let children = catalogue.clauses.filter { $0.parent == clause.number }
        return [own].compactMap(\.self) + children.flatMap { fold($0, of: catalogue, lines) }
    }
}
