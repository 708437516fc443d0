/// How much of one standard another asks for as well, by the map alone. Our own judgement.
public struct StandardOverlap: Sendable {
    /// The class into which a clause falls.
    public enum Share: String, Codable, Sendable, CaseIterable {
        /// The other standard has the same duty.
        case shared
        /// The other standard asks for a part of it.
        case partly
        /// The other standard does not ask for it; at most a clause there is worth a look.
        case own
    }

    /// The clauses of a standard, or the controls that are stated apart from them.
    public enum Part: String, Codable, Sendable, CaseIterable {
        case clauses
        case controls
    }

    /// A requirement clause, its class, and the relations that put it there.
    public struct Line: Hashable, Sendable {
        /// The clause.
        public let clause: Clause
        /// Where it stands in its standard.
        public let part: Part
        /// Its class.
        public let share: Share
        /// Its closest relations to requirement clauses of the other standard, with why; empty where there is none.
        public let relations: [ClauseRelation]
    }

    /// The standard whose clauses are sorted.
    public let standard: Standard
    /// The standard with which it is compared.
    public let other: Standard
    /// Every requirement clause, in order.
    public let lines: [Line]
    /// The standards by way of which the two are related; empty where the map relates them directly, or not at all.
    public let byWayOf: [String]
    /// Whether the map knows any relation between the two.
    public var isKnown: Bool { lines.contains { !$0.relations.isEmpty } }

    /// Sorts the clauses of a catalogue; headings neither give nor take.
    public init(of catalogue: Catalogue, with other: Catalogue, map: ClauseMap) {
        let estimate = CreditEstimate(of: catalogue, ifCertified: other, map: map)
        standard = catalogue.standard
        self.other = other.standard
        byWayOf = map.standards(between: standard.id, and: other.standard.id)
        lines = estimate.lines.map { line in
            Line(
                clause: line.clause, part: catalogue.isControl(line.clause.number) ? .controls : .clauses,
                share: Share(line.strength), relations: line.relations)
        }
    }

    /// The parts in which the standard has clauses.
    public var parts: [Part] { Part.allCases.filter { part in lines.contains { $0.part == part } } }

    /// How many clauses of a part fall into a class; into any, when none is named.
    public func count(_ share: Share? = nil, of part: Part) -> Int {
        lines.count { $0.part == part && (share == nil || $0.share == share) }
    }
}

extension StandardOverlap.Share {
    fileprivate init(_ strength: MapStrength?) {
        switch strength {
        case .equal: self = .shared
        case .partial: self = .partly
        case .related, nil: self = .own
        }
    }
}
