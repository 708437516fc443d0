/// Which clauses of a new edition take the place of those of an old one.
public struct EditionMap: Sendable {
    /// A clause of the new edition that takes the place of one of the old.
    public struct Successor: Hashable, Sendable {
        /// The clause of the new edition.
        public let clause: Clause
        /// How closely it asks for the same.
        public let strength: MapStrength
        /// Why, in the words of the map.
        public let why: String
    }

    /// The edition that is left.
    public let old: Catalogue
    /// The edition that is to be reached.
    public let new: Catalogue
    private let successors: [String: [Successor]]

    /// Reads a table of relations between two editions, in either direction; everything that is wrong with it is
    /// reported by line, also clauses that their edition does not have.
    public init(parsing text: String, from old: Catalogue, to new: Catalogue) throws(CatalogueFile.Problems) {
        var (rows, problems) = ClauseMap.rows(text)
        for (line, relation) in rows {
            problems += Self.problems(relation, old, new).map { .init(line: line, message: $0) }
        }
        guard problems.isEmpty else {
            throw CatalogueFile.Problems(problems: problems.sorted { $0.line < $1.line })
        }
        self.init(ClauseMap(relations: rows.map(\.relation)), from: old, to: new)
    }

    init(_ map: ClauseMap, from old: Catalogue, to new: Catalogue) {
        self.old = old
        self.new = new
        let order = Dictionary(
            new.clauses.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        successors = Dictionary(grouping: map.relations) { relation in
            (relation.from.standard == old.standard.id ? relation.from : relation.to).number
        }.mapValues { relations in
            relations.compactMap { Successor($0, in: new) }
                .sorted {
                    ($0.strength, order[$0.clause.number] ?? 0) < ($1.strength, order[$1.clause.number] ?? 0)
                }
        }
    }

    private static func problems(_ relation: ClauseRelation, _ old: Catalogue, _ new: Catalogue) -> [String] {
        let (ids, editions) = (
            [old.standard.id, new.standard.id], [relation.from.standard, relation.to.standard]
        )
        guard editions == ids || editions.reversed() == ids else {
            return ["relates \(editions[0]) to \(editions[1]), not \(ids[0]) to \(ids[1])"]
        }
        return [relation.from, relation.to].compactMap { reference in
            let catalogue = reference.standard == ids[0] ? old : new
            return catalogue.clause(reference.number) == nil
                ? "\(reference.number) is no clause of \(catalogue.standard.designation)" : nil
        }
    }
}

extension EditionMap.Successor {
    /// Nil where the relation ends at a clause that the edition does not have.
    fileprivate init?(_ relation: ClauseRelation, in new: Catalogue) {
        let reference = relation.from.standard == new.standard.id ? relation.from : relation.to
        guard let clause = new.clause(reference.number) else { return nil }
        self.init(clause: clause, strength: relation.strength, why: relation.why)
    }
}

extension EditionMap {
    /// What takes the place of a clause of the old edition, strongest first; for a heading, of the clauses below it.
    ///
    /// What the map says of headings only counts where it says nothing of the clauses below them.
    public func successors(of clause: Clause) -> [Successor] {
        let below = old.requirements(under: clause.number).flatMap { narrowed(successors[$0.number] ?? []) }
        return distinct(below.isEmpty ? successors[clause.number] ?? [] : below)
    }

    /// Without headings below which another one stands.
    private func narrowed(_ found: [Successor]) -> [Successor] {
        found.filter { heading in
            !found.contains { $0.clause.number.hasPrefix(heading.clause.number + ".") }
        }
    }

    /// Each clause once, with its strongest relation.
    private func distinct(_ found: [Successor]) -> [Successor] {
        var seen: Set<String> = []
        return MapStrength.allCases.flatMap { strength in found.filter { $0.strength == strength } }
            .filter { seen.insert($0.clause.number).inserted }
    }

    /// A requirement clause of the new edition to which nothing of the old one carries over.
    public struct Arrival: Hashable, Sendable {
        /// The clause of the new edition.
        public let clause: Clause
        /// The numbers of clauses of the old edition that are worth a look, no more.
        public let related: [String]
    }

    /// The requirement clauses of the new edition to which nothing carries over, in order.
    public var arrivals: [Arrival] {
        var (carried, related) = (Set<String>(), [String: [String]]())
        for clause in old.clauses {
            for successor in successors(of: clause) {
                for target in new.requirements(under: successor.clause.number) {
                    if successor.strength < .related {
                        carried.insert(target.number)
                    } else if clause.isRequirement {
                        related[target.number, default: []].append(clause.number)
                    }
                }
            }
        }
        return new.requirements.filter { !carried.contains($0.number) }.map {
            Arrival(clause: $0, related: related[$0.number] ?? [])
        }
    }
}
