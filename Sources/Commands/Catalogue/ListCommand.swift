import ArgumentParser
import Certification
import Store

/// `dossier list`
struct ListCommand: Command {
    static let configuration = CommandConfiguration(
        "list", "List evidence.",
        examples: [
            "dossier list --clause 8", "dossier list --state requested --owner \"Service desk lead\"",
            "dossier list --kind kpi-export --format csv",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(
        help: ArgumentHelp(
            "Linked to this clause, to one below it, or to a heading above it.", valueName: "clause"))
    var clause: String?

    @Option(help: "Of this kind.")
    var kind: EvidenceKind?

    @Option(help: "Of this owner.")
    var owner: String?

    @Option(help: "requested, held or retired.")
    var state: EvidenceState?

    @Option(help: "With this tag.")
    var tag: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    private struct Item: Encodable {
        let id: String
        let title: String
        let kind: EvidenceKind
        let owner: String?
        let state: EvidenceState
        let standing: Standing?
        let reviewDue: Day?
        let expires: Day?
        let classification: Classification?
        let tags: [String]
        let clauses: [ClauseReference]
        let revisions: Int
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        try register.read { view in
            let catalogues = try view.catalogues()
            let filter = EvidenceFilter(
                clauses: try clause.map { try family(of: $0, in: catalogues) }, kind: kind, owner: owner,
                state: state, tag: tag)
            func items(_ body: (Item) throws -> Void) throws {
                try view.forEachEvidence(filter) { try body(item($0, today)) }
            }
            try show(items, severalStandards: catalogues.count > 1, session.console)
        }
        return .done
    }

    /// The clause, everything below it, and the headings above it, whose links stand for it.
    private func family(of text: String, in catalogues: [Catalogue]) throws -> [ClauseReference] {
        let match = try ClauseFinder(catalogues).clause(text)
        let below = match.catalogue.subtree(of: match.clause.number).dropFirst().map {
            ClauseReference(standard: match.catalogue.standard.id, number: $0.number)
        }
        return match.answering + below
    }

    private func item(_ record: EvidenceRecord, _ today: Day) -> Item {
        let evidence = record.evidence
        return Item(
            id: evidence.id, title: evidence.title, kind: evidence.kind, owner: evidence.owner,
            state: record.state,
            standing: record.retired == nil ? record.judged(on: today).standing : nil,
            reviewDue: record.reviewDue(on: today), expires: evidence.expires,
            classification: evidence.classification, tags: evidence.tags, clauses: record.links.map(\.clause),
            revisions: record.revisions.count)
    }

    /// Streams where a program reads; a table must be seen whole to fit its columns.
    private func show(
        _ items: ((Item) throws -> Void) throws -> Void, severalStandards: Bool, _ console: Console
    ) throws {
        func clauses(_ item: Item) -> String {
            item.clauses.map { severalStandards ? $0.description : $0.number }.joined(separator: " ")
        }
        switch format.format {
        case .json: try console.json(streaming: items)
        case .csv:
            try console.csv(Self.header, [])
            try items { try console.csv(Self.row($0, clauses($0))) }
        case .table:
            var table = TextTable(columns: [
                .init("id"), .init("kind", shrinks: true), .init("standing"), .init("title", shrinks: true),
                .init("owner", shrinks: true), .init("clauses"),
            ])
            try items {
                let state = $0.standing?.rawValue ?? $0.state.rawValue
                table.rows.append([$0.id, $0.kind.rawValue, state, $0.title, $0.owner ?? "-", clauses($0)])
            }
            guard !table.rows.isEmpty else {
                return console.tell("Nothing found. Next: dossier add FILE, or dossier list without filters.")
            }
            try console.table(table)
            try console.say(counted(table.rows.count, "item"))
        }
    }

    private static let header = [
        "id", "title", "kind", "owner", "state", "standing", "review_due", "expires", "classification",
        "tags",
        "clauses", "revisions",
    ]

    private static func row(_ item: Item, _ clauses: String) -> [String] {
        [
            item.id, item.title, item.kind.rawValue, item.owner ?? "", item.state.rawValue,
            item.standing?.rawValue ?? "", item.reviewDue?.description ?? "", item.expires?.description ?? "",
            item.classification?.rawValue ?? "", item.tags.joined(separator: " "), clauses,
            "\(item.revisions)",
        ]
    }
}
