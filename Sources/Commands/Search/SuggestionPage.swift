import Certification

/// What is suggested for documents, with the words that spoke for it.
struct SuggestionPage: Listing {
    /// One document.
    struct Item: Encodable {
        /// Its identifier, or the path of a file that has none.
        let id: String
        let title: String
        let kind: EvidenceKind?
        let suggestedKind: EvidenceKind?
        let isLikelyNoEvidence: Bool
        let suggestions: [Suggestion]
    }

    /// One clause for it.
    struct Suggestion: Encodable {
        let clause: ClauseReference
        let title: String
        let score: Double
        let subject: String
        let words: [String]
        let isLinked: Bool

        init(_ suggestion: ClauseSuggestion, title: String, isLinked: Bool) {
            clause = suggestion.clause
            self.title = title
            score = suggestion.score
            subject = suggestion.subject
            words = suggestion.words
            self.isLinked = isLinked
        }
    }

    let items: [Item]
    private let names: RegisterNames

    init(_ items: [Item], names: RegisterNames) {
        self.items = items
        self.names = names
    }

    func encode(to encoder: any Encoder) throws { try items.encode(to: encoder) }

    static let header = [
        "id", "title", "kind", "suggested_kind", "clause", "clause_title", "score", "linked", "words",
    ]

    var rows: [[String]] {
        items.flatMap { item in
            item.suggestions.map { suggestion in
                [
                    item.id, item.title, item.kind?.rawValue ?? "", item.suggestedKind?.rawValue ?? "",
                    suggestion.clause.description, suggestion.title, Self.text(suggestion.score),
                    suggestion.isLinked ? "yes" : "no", suggestion.words.joined(separator: "; "),
                ]
            }
        }
    }

    /// `0.90`
    static func text(_ score: Double) -> String {
        let hundredths = Int((score * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    func show(_ console: Console) throws {
        var table = TextTable(columns: [
            .init("document", shrinks: true), .init("kind"), .init("score"), .init("clause"),
            .init("title", shrinks: true), .init("words that speak for it"),
        ])
        for item in items { table.rows += lines(of: item) }
        try console.table(table)
    }

    private func lines(of item: Item) -> [[String]] {
        guard !item.suggestions.isEmpty else {
            let why = item.isLikelyNoEvidence ? "looks like no evidence" : "no clause suggests itself"
            return [[item.id, kind(item), "-", "-", why, ""]]
        }
        return item.suggestions.enumerated().map { position, suggestion in
            [
                position == 0 ? item.id : "", position == 0 ? kind(item) : "", Self.text(suggestion.score),
                names.clause(suggestion.clause), suggestion.title,
                (suggestion.isLinked ? "(linked) " : "") + suggestion.words.joined(separator: ", "),
            ]
        }
    }

    /// The kind that is recorded, with the one that its words speak for where that is another.
    private func kind(_ item: Item) -> String {
        guard let kind = item.kind else { return item.suggestedKind?.rawValue ?? "-" }
        guard let suggested = item.suggestedKind, suggested != kind else { return kind.rawValue }
        return "\(kind.rawValue), or \(suggested.rawValue)"
    }
}
