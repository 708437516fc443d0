/// How closely a clause of one standard asks for what a clause of another asks. Our own judgement.
public enum MapStrength: String, Codable, Sendable, CaseIterable {
    /// The same duty apart from the system's name: a suggestion to reuse, not a proof.
    case equal
    /// A shared duty whose content must be specific, or a part that overlaps.
    case partial
    /// Worth a look; never counts as coverage.
    case related
}

/// One row of the map between standards.
public struct ClauseRelation: Hashable, Sendable, Codable {
    public let from: ClauseReference
    public let to: ClauseReference
    public let strength: MapStrength
    /// Why, in our words.
    public let why: String

    public init(from: ClauseReference, to: ClauseReference, strength: MapStrength, why: String) {
        self.from = from
        self.to = to
        self.strength = strength
        self.why = why
    }
}

/// The relations between the clauses of different standards.
public struct ClauseMap: Sendable {
    public let relations: [ClauseRelation]

    public init(relations: [ClauseRelation]) { self.relations = relations }

    static let columns = ["from_standard", "from_clause", "to_standard", "to_clause", "strength", "why"]

    /// Reads the map's table; every line that cannot be read is a problem.
    public init(parsing text: String) throws(CatalogueFile.Problems) {
        let lines = text.lines.enumerated()
            .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
            .map { (line: $0.offset + 1, fields: $0.element.split(separator: "\t", omittingEmptySubsequences: false)) }
        var problems: [CatalogueFile.Problem] = []
        var relations: [ClauseRelation] = []
        if lines.first?.fields.map(String.init) != Self.columns {
            problems.append(.init(line: 1, message: "the columns must be: \(Self.columns.joined(separator: ", "))"))
        }
        for (line, fields) in lines.dropFirst() {
            if let relation = Self.relation(fields.map(String.init)) {
                relations.append(relation)
            } else {
                problems.append(.init(line: line, message: "no relation of the form \(Self.columns.joined(separator: ", "))"))
            }
        }
        guard problems.isEmpty else { throw CatalogueFile.Problems(problems: problems) }
        self.relations = relations
    }

    private static func relation(_ fields: [String]) -> ClauseRelation? {
        guard fields.count == columns.count, let strength = MapStrength(rawValue: fields[4]) else { return nil }
        return ClauseRelation(
            from: ClauseReference(standard: fields[0], number: fields[1]),
            to: ClauseReference(standard: fields[2], number: fields[3]), strength: strength, why: fields[5])
    }

    /// The clauses related to `reference`, whichever side of the row it stands on, strongest first.
    public func related(to reference: ClauseReference) -> [(other: ClauseReference, relation: ClauseRelation)] {
        let touching = relations.compactMap { relation -> (other: ClauseReference, relation: ClauseRelation)? in
            if relation.from == reference { return (relation.to, relation) }
            if relation.to == reference { return (relation.from, relation) }
            return nil
        }
        return MapStrength.allCases.flatMap { strength in touching.filter { $0.relation.strength == strength } }
    }
}
