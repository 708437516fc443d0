/// A kind that a document may be of, and what speaks for it.
public struct KindSuggestion: Hashable, Sendable {
    /// What speaks for a kind, the surest first.
    public enum Ground: Hashable, Sendable {
        /// A document of this name is of this kind.
        case name
        /// The folder in which it lies is called so.
        case folder
        /// It speaks of what such documents speak of.
        case words
        /// A word of its name that others bear too: `guide`.
        case hint
    }

    /// The kind.
    public let kind: EvidenceKind
    /// Why.
    public let ground: Ground

    /// Whether a plan may propose it. With the tuning half of the labels of `Tests/SuggestionMeasure` names were right for 99 of
    /// 123 documents, folders for 55 of 56, but words for 8 of 22 and hints for 9 of 16.
    public var isSure: Bool { ground == .name || ground == .folder }
}

/// Says what sort of document it is, by how it is called and then by what is spoken of in it.
public struct KindSuggester: Sendable {
    private let kinds: [EvidenceKind]
    private let index: PhraseIndex

    /// A suggester over a table with the columns `kind`, `names` and `words`; rows of no kind are left out.
    public init(_ table: String) {
        let subjects = SubjectTable(kinds: table).subjects.compactMap { subject in
            EvidenceKind(rawValue: subject.name).map { ($0, subject) }
        }
        kinds = subjects.map(\.0)
        index = PhraseIndex(subjects.map(\.1))
    }

    /// The likeliest kind; nil where nothing speaks for any.
    public func suggestion(for document: DescribedDocument) -> KindSuggestion? {
        let names = [document.title, FileTitle.title(fileName: document.fileName), document.text.title]
        let said = names.compactMap { $0.flatMap { kind(named: $0) } }
        let placed = document.folders.suffix(2).reversed().compactMap { kind(named: $0) }
        if let named = said.first(where: \.isClear) { return KindSuggestion(kind: named.kind, ground: .name) }
        if let lies = placed.first(where: \.isClear) {
            return KindSuggestion(kind: lies.kind, ground: .folder)
        }
        if let spoken = kind(spokenOf: document.text) { return KindSuggestion(kind: spoken, ground: .words) }
        return said.first.map { KindSuggestion(kind: $0.kind, ground: .hint) }
    }

    /// The heavier phrase counts, then the longer one, then the later one.
    private func kind(named name: String) -> (kind: EvidenceKind, isClear: Bool)? {
        var best: (rank: (Double, Int), kind: EvidenceKind)?
        let words = WordReading.words(of: name, camel: true)
        index.forEachPhrase(in: words.map(index.number)) { position, entry in
            for use in entry.uses where use.isName {
                let rank = (use.weight + (entry.length > 1 ? 0.5 : 0), position)
                if best.map({ $0.rank <= rank }) ?? true { best = (rank, kinds[use.subject]) }
            }
        }
        return best.map { ($0.kind, $0.rank.0 >= 0.6) }
    }

    private func kind(spokenOf text: DocumentText) -> EvidenceKind? {
        var scores = Array(repeating: 0.0, count: kinds.count)
        let beginning = String(text.body.prefix(4000))
        for part in text.headings.prefix(50) + [beginning] {
            let words = WordReading.words(of: part)
            index.forEachPhrase(in: words.map(index.number)) { _, entry in
                for use in entry.uses where !use.isName {
                    scores[use.subject] += use.weight * Double(entry.length)
                }
            }
        }
        guard let most = scores.max(), most >= 2, let position = scores.firstIndex(of: most) else {
            return nil
        }
        return kinds[position]
    }
}
