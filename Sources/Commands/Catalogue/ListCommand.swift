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
        statuses: [.unusableData, .notFound])

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
        let (items, severalStandards) = try register.read { view in
            let catalogues = try view.catalogues()
            let filter = EvidenceFilter(
                clauses: try clause.map { try family(of: $0, in: catalogues) }, kind: kind, owner: owner,
                state: state, tag: tag)
            var items: [Item] = []
            try view.forEachEvidence(filter) { items.append(item($0, today)) }
            return (items, catalogues.count > 1)
        }
        try show(items, severalStandards, session.console)
        return .done
    }

    /// The clause, everything below it, and the headings above it, whose links stand for it.
    private func family(of text: String, in catalogues: [Catalogue]) throws -> [ClauseReference] {
        let match = try ClauseFinder(catalogues).clause(text)
        let number = match.clause.number
        let above = match.catalogue.clauses.filter { number.hasPrefix($0.number + ".") && !$0.isRequirement }
        return (above + match.catalogue.subtree(of: number)).map {
            ClauseReference(standard: match.catalogue.standard.id, number: $0.number)
        }
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

    private func show(_ items: [Item], _ severalStandards: Bool, _ console: Console) throws {
        func clauses(_ item: Item) -> String {
            item.clauses.map { severalStandards ? $0.description : $0.number }.joined(separator: " ")
        }
        switch format.format {
        case .json: try console.json(items)
        case .csv:
            try console.csv(
                [
                    "id", "title", "kind", "owner", "state", "standing", "review_due", "expires",
                    "classification", "tags", "clauses", "revisions",
                ],
                items.map {
                    [
                        $0.id, $0.title, $0.kind.rawValue, $0.owner ?? "", $0.state.rawValue,
                        $0.standing?.rawValue ?? "", $0.reviewDue?.description ?? "",
                        $0.expires?.description ?? "",
                        $0.classification?.rawValue ?? "", $0.tags.joined(separator: " "), clauses($0),
                        "\($0.revisions)",
                    ]
                })
        case .table where items.isEmpty:
            console.tell("Nothing found. Next: dossier add FILE, or dossier list without filters.")
        case .table:
            var table = TextTable(columns: [
                .init("id"), .init("kind"), .init("state"), .init("title", shrinks: true),
                .init("owner", shrinks: true), .init("clauses"),
            ])
            table.rows = items.map {
                let state = $0.standing == .stale ? "stale" : $0.state.rawValue
                return [$0.id, $0.kind.rawValue, state, $0.title, $0.owner ?? "-", clauses($0)]
            }
            try console.table(table)
            try console.say(counted(items.count, "item"))
        }
    }
}
