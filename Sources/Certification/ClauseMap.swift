/// How closely a clause of one standard asks for what a clause of another asks. Our own judgement.
public enum MapStrength: String, Codable, Sendable, CaseIterable, Comparable {
    /// The same duty apart from the system's name: a suggestion to reuse, not a proof.
    case equal
    /// A shared duty whose content must be specific, or a part that overlaps.
    case partial
    /// Worth a look; never counts as coverage.
    case related

    /// The strongest first.
    public static func < (left: MapStrength, right: MapStrength) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .equal: 0
        case .partial: 1
        case .related: 2
        }
    }
}

/// One row of the map between standards.
public struct ClauseRelation: Hashable, Sendable, Codable {
    /// The clause from which the relation is read.
    public let from: ClauseReference
    /// The clause of the other standard.
    public let to: ClauseReference
    /// How closely the two ask for the same.
    public let strength: MapStrength
    /// Why, in our words.
    public let why: String

    /// A relation between clauses of two standards, as a row of the map states it.
    public init(from: ClauseReference, to: ClauseReference, strength: MapStrength, why: String) {
        self.from = from
        self.to = to
        self.strength = strength
        self.why = why
    }
}

/// The relations between the clauses of different standards.
public struct ClauseMap: Sendable {
    /// In the order of the map.
    public let relations: [ClauseRelation]

    /// A map of these relations.
    public init(relations: [ClauseRelation]) { self.relations = relations }

    static let columns = ["from_standard", "from_clause", "to_standard", "to_clause", "strength", "why"]

    /// Reads the map's table; every line that cannot be read is a problem.
    public init(parsing text: String) throws(CatalogueFile.Problems) {
        let (rows, problems) = Self.rows(text)
        guard problems.isEmpty else { throw CatalogueFile.Problems(problems: problems) }
        relations = rows.map(\.relation)
    }

    /// The relations of a table with their lines, and what cannot be read.
    static func rows(_ text: String) -> (
        rows: [(line: Int, relation: ClauseRelation)], problems: [CatalogueFile.Problem]
    ) {
        let table = CommentedTable(text, columns: columns)
        var (rows, problems) = ([(line: Int, relation: ClauseRelation)](), table.problems)
        for (line, fields) in table.rows {
            do {
                rows.append((line, try relation(fields)))
            } catch {
                problems.append(.init(line: line, message: error.words))
            }
        }
        return (rows, problems)
    }

    /// Why a row tells no relation.
    private struct Unreadable: Error {
        let words: String
    }

    private static func relation(_ fields: [String]) throws(Unreadable) -> ClauseRelation {
        guard fields.count == columns.count else {
            throw Unreadable(words: "no relation of the form \(columns.joined(separator: ", "))")
        }
        guard let strength = MapStrength(rawValue: fields[4]) else {
            let known = MapStrength.allCases.map(\.rawValue).joined(separator: ", ")
            throw Unreadable(words: "\"\(fields[4])\" is no strength; known: \(known)")
        }
        return ClauseRelation(
            from: ClauseReference(standard: fields[0], number: fields[1]),
            to: ClauseReference(standard: fields[2], number: fields[3]), strength: strength, why: fields[5])
    }

    /// The clauses related to `reference`, whichever side of the row it stands on, strongest first.
    public func related(to reference: ClauseReference) -> [(other: ClauseReference, relation: ClauseRelation)]
    {
        let touching = relations.compactMap {
            relation -> (other: ClauseReference, relation: ClauseRelation)? in
            if relation.from == reference { return (relation.to, relation) }
            if relation.to == reference { return (relation.from, relation) }
            return nil
        }
        return MapStrength.allCases.flatMap { strength in touching.filter { $0.relation.strength == strength }
        }
    }

    /// How a clause is related to clauses of another standard, strongest first.
    ///
    /// Where the map holds no relation between the two standards, two of its rows are taken together by way of
    /// a third standard.
    public func related(to reference: ClauseReference, in standard: String) -> [(
        other: ClauseReference, relation: ClauseRelation
    )] {
        if relatesDirectly(reference.standard, standard) {
            return related(to: reference).filter { $0.other.standard == standard }
        }
        var best: [ClauseReference: ClauseRelation] = [:]
        for (hub, first) in related(to: reference) {
            for (other, second) in related(to: hub) where other.standard == standard {
                let joined = ClauseRelation(from: reference, to: other, first, second, by: hub)
                if best[other].map({ joined.strength < $0.strength }) ?? true { best[other] = joined }
            }
        }
        return best.sorted {
            ($0.value.strength, $0.key.number) < ($1.value.strength, $1.key.number)
        }.map { ($0.key, $0.value) }
    }

    /// The standards by way of which two others are related; empty where rows relate the two directly.
    public func standards(between one: String, and other: String) -> [String] {
        if relatesDirectly(one, other) { return [] }
        let all = Set(relations.flatMap { [$0.from.standard, $0.to.standard] })
        return all.filter { relatesDirectly(one, $0) && relatesDirectly($0, other) }.sorted()
    }

    /// Whether any row relates the two standards.
    public func relatesDirectly(_ one: String, _ other: String) -> Bool {
        relations.contains {
            $0.from.standard == one && $0.to.standard == other
                || $0.from.standard == other && $0.to.standard == one
        }
    }
}

extension ClauseRelation {
    /// Two relations that meet in a clause, as one: equal twice is equal, equal and partial is partial,
    /// everything weaker is only related.
    fileprivate init(
        from: ClauseReference, to: ClauseReference, _ first: ClauseRelation, _ second: ClauseRelation,
        by hub: ClauseReference
    ) {
        let strengths = Set([first.strength, second.strength])
        let strength: MapStrength =
            strengths == [.equal] ? .equal : strengths == [.equal, .partial] ? .partial : .related
        self.init(
            from: from, to: to, strength: strength,
            why: "by way of \(hub): \(first.why); \(second.why)")
    }
}
