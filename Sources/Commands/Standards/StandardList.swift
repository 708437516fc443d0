import ArgumentParser
import Certification

/// `dossier standard list`
struct StandardList: Command {
    static let configuration = CommandConfiguration(
        "list", "List the standards that the register holds and those that can be added.",
        examples: ["dossier standard list", "dossier standard list --format json"])

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    private struct Item: Encodable {
        let id: String
        let designation: String
        let edition: String
        let published: String
        let title: String
        let clauses: Int
        let requirements: Int
        let inRegister: Bool
        let status: String
        let successor: String?
    }

    func run(in session: Session) throws -> ExitStatus {
        let (held, all) = try session.reachableCatalogues()
        let holds = Set(held.map(\.standard.id))
        let items = all.map { item($0, inRegister: holds.contains($0.standard.id)) }
        switch format.format {
        case .json: try session.console.json(items)
        case .csv:
            try session.console.csv(
                [
                    "id", "designation", "edition", "published", "requirements", "clauses", "in_register",
                    "status",
                ],
                items.map {
                    [
                        $0.id, $0.designation, $0.edition, $0.published, "\($0.requirements)",
                        "\($0.clauses)",
                        $0.inRegister ? "yes" : "no", $0.status,
                    ]
                })
        case .table:
            try session.console.table(table(items))
            session.console.tell("Next: dossier standard show ID, dossier standard add ID")
        }
        return .done
    }

    private func item(_ catalogue: Catalogue, inRegister: Bool) -> Item {
        let standard = catalogue.standard
        return Item(
            id: standard.id, designation: standard.designation, edition: standard.edition,
            published: standard.published, title: standard.title, clauses: catalogue.clauses.count,
            requirements: catalogue.requirements.count, inRegister: inRegister, status: standard.status,
            successor: standard.successor)
    }

    private func table(_ items: [Item]) -> TextTable {
        var table = TextTable(columns: [
            .init("id"), .init("standard"), .init("requirements", .right), .init("clauses", .right),
            .init("register"), .init("status"),
        ])
        table.rows = items.map {
            [
                $0.id, $0.designation, "\($0.requirements)", "\($0.clauses)", $0.inRegister ? "yes" : "-",
                $0.status,
            ]
        }
        return table
    }
}
