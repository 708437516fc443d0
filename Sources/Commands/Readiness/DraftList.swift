import Certification

/// The skeletons as they are listed.
struct DraftList {
    let templates: [DocumentTemplate]
    /// The standards whose clauses a table shows; nil shows them all.
    let standards: [String]?

    private struct Item: Encodable {
        let name: String
        let title: String
        let kind: EvidenceKind
        let id: String
        let owner: String
        /// In months; left out for a record of something that happens once.
        let reviewEvery: Months?
        let clauses: [ClauseReference]
    }

    func show(_ format: OutputFormat, _ console: Console) throws {
        switch format {
        case .json:
            try console.json(
                templates.map {
                    Item(
                        name: $0.name, title: $0.title, kind: $0.kind, id: $0.id, owner: $0.owner,
                        reviewEvery: $0.reviewEvery, clauses: $0.clauses)
                })
        case .csv:
            try console.csv(
                ["name", "title", "kind", "id", "owner", "review_months", "clauses"],
                templates.map {
                    [
                        $0.name, $0.title, $0.kind.rawValue, $0.id, $0.owner,
                        $0.reviewEvery.map { "\($0.count)" } ?? "",
                        $0.clauses.map(\.description).joined(separator: " "),
                    ]
                })
        case .table: try table(console)
        }
    }

    private func table(_ console: Console) throws {
        guard !templates.isEmpty else {
            return console.tell("No skeleton is made for this clause. Next: dossier draft --list")
        }
        var table = TextTable(columns: [
            .init("name"), .init("title", shrinks: true), .init("kind"), .init("clauses"),
        ])
        table.rows = templates.map { [$0.name, $0.title, $0.kind.rawValue, clauses(of: $0)] }
        try console.table(table)
        try console.say(counted(templates.count, "skeleton"))
        console.tell("Next: dossier draft CLAUSE -o FILE.md, or dossier draft --template NAME")
    }

    private func clauses(of template: DocumentTemplate) -> String {
        guard let standards else { return template.clauses.map(\.description).joined(separator: " ") }
        let held = template.clauses(in: standards)
        let texts = held.map { standards.count == 1 ? $0.number : $0.description }
        return texts.isEmpty ? "-" : texts.joined(separator: " ")
    }
}
