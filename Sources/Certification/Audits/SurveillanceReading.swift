/// Which evidence shows the items of a surveillance checklist, for one standard.
public struct SurveillanceReading: Sendable {
    /// An item of evidence with the last day that it speaks of.
    public struct Shown: Hashable, Sendable, Encodable {
        /// The identifier of the item.
        public let evidence: String
        /// The last day that it speaks of.
        public let day: Day
    }

    /// One thing to be shown, with what shows it.
    public struct Answer: Hashable, Sendable {
        /// What is asked for.
        public let part: SurveillanceChecklist.Part
        /// The latest first.
        public let evidence: [Shown]
    }

    private let checklist: SurveillanceChecklist
    private let targets: ClauseTargets
    /// For each part of each item, the positions of its clauses.
    private let places: [[ClauseSet]]
    private let named: [String: [NamedEvidence]]
    private var found: [[[String: Day]]]

    /// A reading for a catalogue. `named` is what audits and findings name as evidence.
    public init(
        _ checklist: SurveillanceChecklist, by structure: HarmonizedStructure, of catalogue: Catalogue,
        named: [NamedEvidence] = []
    ) {
        let targets = ClauseTargets(catalogue)
        let clauses = Dictionary(
            structure.assignment(of: catalogue).map { ($0.row.number, $0.clauses.map(\.number)) },
            uniquingKeysWith: { first, _ in first })
        places = checklist.items.map { item in
            item.parts.map { part in
                ClauseSet(part.rows.flatMap { clauses[$0] ?? [] }.flatMap { targets[$0] })
            }
        }
        found = checklist.items.map { $0.parts.map { _ in [:] } }
        self.named = Dictionary(grouping: named) { $0.id.lowercased() }
        (self.checklist, self.targets) = (checklist, targets)
    }

    /// Takes an item of evidence in.
    public mutating func add(_ item: DatedEvidence) {
        let named = named[item.id.lowercased()] ?? []
        for (index, entry) in checklist.items.enumerated() {
            for (place, part) in entry.parts.enumerated() {
                let days = named.filter { part.rows.contains($0.row) }.map(\.day)
                let own = shows(item, part, places[index][place]) ? [item.day].compactMap(\.self) : []
                guard let day = (days + own).max() else { continue }
                found[index][place][item.id] = day
            }
        }
    }

    private func shows(_ item: DatedEvidence, _ part: SurveillanceChecklist.Part, _ clauses: ClauseSet)
        -> Bool
    {
        if item.tags.contains(where: { part.tags.contains($0.lowercased()) }) { return true }
        guard part.kinds.isEmpty ? !part.rows.isEmpty : part.kinds.contains(item.kind) else { return false }
        if part.rows.isEmpty { return !item.isElsewhere }
        return item.clauses.contains { number in targets[number].contains(where: clauses.contains) }
    }

    /// Each item with what shows its parts.
    public var answers: [(item: SurveillanceChecklist.Item, parts: [Answer])] {
        zip(checklist.items, found).map { item, found in
            (
                item,
                zip(item.parts, found).map { part, days in
                    Answer(
                        part: part,
                        evidence: days.map { Shown(evidence: $0.key, day: $0.value) }
                            .sorted { ($1.day, $0.evidence) < ($0.day, $1.evidence) })
                }
            )
        }
    }
}
