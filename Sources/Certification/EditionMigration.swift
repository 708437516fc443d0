/// What is to be done so that evidence for one edition of a standard becomes evidence for another: a list of work.
/// Nothing moves by itself, because somebody must look at every file with the new clause beside it.
public struct EditionMigration: Sendable {
    /// What a person does about one link.
    public enum Task: String, Codable, Sendable, CaseIterable {
        /// The new clause asks for the same.
        case link
        /// A part is shared: the evidence must grow first.
        case revise
        /// The new clause is only worth a look.
        case look
        /// No clause takes the place of the old one.
        case decide
        /// The evidence is linked to the new clause already.
        case done
    }

    /// A link to the old edition and one clause of the new one.
    public struct Line: Hashable, Sendable {
        /// The identifier of the item.
        public let evidence: String
        /// The title of the item.
        public let title: String
        /// The linked clause of the old edition.
        public let from: Clause
        /// The clause that takes its place; nil where there is none.
        public let successor: EditionMap.Successor?
        /// What is to be done.
        public let task: Task
    }

    /// By which the clauses are led from one edition to the other.
    public let map: EditionMap
    /// In the order in which items were taken in, and of the old edition's clauses.
    public private(set) var work: [Line] = []
    /// How many items are linked to the old edition.
    public private(set) var items = 0
    /// How many links to the old edition they have.
    public private(set) var links = 0

    /// A list that has seen no evidence yet.
    public init(by map: EditionMap) { self.map = map }

    /// Takes in an item with its links to both editions; a retired one needs no work.
    public mutating func add(_ record: EvidenceRecord) {
        if record.retired != nil { return }
        let reached = reached(by: record)
        let clauses = clauses(of: record)
        links += clauses.count
        items += clauses.isEmpty ? 0 : 1
        for clause in clauses {
            let successors: [EditionMap.Successor?] = map.successors(of: clause)
            work += (successors.isEmpty ? [nil] : successors).map { line(record, clause, $0, reached) }
        }
    }

    /// The clauses of the old edition to which an item is linked.
    private func clauses(of record: EvidenceRecord) -> [Clause] {
        record.links.filter { $0.clause.standard == map.old.standard.id }
            .compactMap { map.old.clause($0.clause.number) }
    }

    /// The requirement clauses of the new edition for which its links stand.
    private func reached(by record: EvidenceRecord) -> Set<String> {
        let links = record.links.filter { $0.clause.standard == map.new.standard.id }
        return Set(links.flatMap { map.new.requirements(under: $0.clause.number).map(\.number) })
    }

    private func line(
        _ record: EvidenceRecord, _ clause: Clause, _ successor: EditionMap.Successor?, _ reached: Set<String>
    ) -> Line {
        let isDone = successor.map { successor in
            map.new.requirements(under: successor.clause.number).allSatisfy { reached.contains($0.number) }
        }
        return Line(
            evidence: record.evidence.id, title: record.evidence.title, from: clause, successor: successor,
            task: isDone == true ? .done : Task(successor?.strength))
    }

    /// How many lines ask for this.
    public func count(_ task: Task) -> Int { work.count { $0.task == task } }
}

extension EditionMigration.Task {
    fileprivate init(_ strength: MapStrength?) {
        switch strength {
        case .equal: self = .link
        case .partial: self = .revise
        case .related: self = .look
        case nil: self = .decide
        }
    }
}
