import Certification

/// The work of moving to a new edition, as programs and people read it.
struct MigrationPage: Listing {
    /// A link to the old edition and one clause of the new one.
    struct Line: Encodable {
        let evidence: String
        let title: String
        let from: String
        let to: String?
        let toTitle: String?
        let strength: MapStrength?
        let why: String?
        let task: EditionMigration.Task
        /// Nil where nothing is to be linked.
        let command: String?
    }

    /// A requirement clause of the new edition to which nothing carries over.
    struct Arrival: Encodable {
        let clause: String
        let title: String
        let demands: [DocumentedInformation]
        /// Clauses of the old edition that are worth a look.
        let related: [String]
    }

    let from: String
    let to: String
    let items: Int
    let links: Int
    /// How many lines ask for what.
    let counts: [String: Int]
    let work: [Line]
    let new: [Arrival]
    /// The designations of the two editions.
    let names: (old: String, new: String)

    private enum CodingKeys: CodingKey {
        case from, to, items, links, counts, work, new
    }

    init(_ migration: EditionMigration) {
        let (old, new) = (migration.map.old.standard, migration.map.new.standard)
        names = (old.designation, new.designation)
        (from, to, items, links) = (old.id, new.id, migration.items, migration.links)
        counts = Dictionary(
            EditionMigration.Task.allCases.map { ($0.rawValue, migration.count($0)) },
            uniquingKeysWith: { first, _ in first })
        work = migration.work.map { Line($0, to: new.id) }
        self.new = migration.map.arrivals.map {
            Arrival(
                clause: $0.clause.number, title: $0.clause.title, demands: $0.clause.demands,
                related: $0.related)
        }
    }

    static let header = ["evidence", "title", "from", "to", "strength", "task", "why", "command"]

    var rows: [[String]] {
        work.map { line in
            [
                line.evidence, line.title, line.from, line.to ?? "", line.strength?.rawValue ?? "",
                line.task.words, line.why ?? "", line.command ?? "",
            ]
        } + new.map { ["", $0.title, "", $0.clause, "", Self.arrivalWords, $0.relatedText, ""] }
    }

    private static let arrivalWords = "new: nothing carries over"
}

extension MigrationPage.Line {
    fileprivate init(_ line: EditionMigration.Line, to standard: String) {
        let clause = line.successor?.clause
        let command = clause.map { "dossier link \(line.evidence) \(standard):\($0.number)" }
        self.init(
            evidence: line.evidence, title: line.title, from: line.from.number, to: clause?.number,
            toTitle: clause?.title, strength: line.successor?.strength, why: line.successor?.why,
            task: line.task, command: line.task == .done ? nil : command)
    }

}

extension MigrationPage.Arrival {
    /// `only related: 6.1.2`
    var relatedText: String {
        related.isEmpty ? "" : "only related: \(related.joined(separator: ", "))"
    }
}

extension EditionMigration.Task {
    /// What a person does.
    var words: String {
        switch self {
        case .link: "link and review"
        case .revise: "review what is missing, revise, then link"
        case .look: "look"
        case .decide: "no successor: decide whether to retire"
        case .done: "done"
        }
    }

}
