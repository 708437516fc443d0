/// How far a standard would be backed by another that is held but not catalogued: by the map alone, an estimate.
public struct CreditEstimate: Hashable, Sendable {
    /// A requirement clause and the strongest relation that it has to a requirement clause of the other standard.
    public struct Line: Hashable, Sendable {
        /// The clause that would take credit.
        public let clause: Clause
        /// Nil where the map knows nothing that would help.
        public let strength: MapStrength?
        /// The clauses of the other standard with this strength and why.
        public let relations: [ClauseRelation]
        /// Their numbers in the other standard.
        public let from: [String]
    }

    /// The standard that is to be reached.
    public let standard: Standard
    /// The standard that is held.
    public let held: Standard
    /// Every requirement clause, in order.
    public let lines: [Line]

    /// Reads the map between two standards; headings neither give nor take credit.
    public init(of catalogue: Catalogue, ifCertified held: Catalogue, map: ClauseMap) {
        standard = catalogue.standard
        self.held = held.standard
        let giving = Set(held.requirements.map(\.number))
        lines = catalogue.requirements.map { clause in
            let here = ClauseReference(standard: catalogue.standard.id, number: clause.number)
            let related = map.related(to: here, in: held.standard.id).filter {
                giving.contains($0.other.number)
            }
            let strength = related.map(\.relation.strength).min()
            let best = related.filter { $0.relation.strength == strength }
            return Line(
                clause: clause, strength: strength, relations: best.map(\.relation),
                from: best.map(\.other.number))
        }
    }

    /// How many clauses have this strength as their best; nil for those without any relation.
    public func count(_ strength: MapStrength?) -> Int { lines.count { $0.strength == strength } }
}
