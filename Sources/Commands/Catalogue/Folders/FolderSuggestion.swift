import Certification
import Documents

/// What a document shows and its words speak for, for where neither it nor a rule states any.
struct FolderSuggestion {
    /// The title at its top.
    var title: String?
    /// What sort of document it is, where that is sure enough.
    var kind: EvidenceKind?
    /// The clauses that reach the score that was asked for, the likeliest first.
    var clauses: [ClauseReference] = []
}

/// Where the documents of a folder are looked at for what they do not state.
struct FolderSuggester: Sendable {
    private let library: SuggestionLibrary
    private let catalogues: [Catalogue]
    private let least: Double

    /// Clauses of each standard, as `dossier suggest` shows them.
    private static let top = 3

    /// `least` is the score from which a clause is suggested; nil suggests none.
    init(_ library: SuggestionLibrary, _ catalogues: [Catalogue], least: Double?) {
        self.library = library
        self.catalogues = least == nil ? [] : catalogues
        self.least = least ?? 1
    }

    func suggestion(for path: String, _ header: DocumentHeader, _ text: DocumentText) -> FolderSuggestion {
        let document = DescribedDocument(
            fileName: path.lastComponent,
            folders: path.parentFolder.split(separator: "/").map(String.init),
            title: header.facts.title, text: text)
        return FolderSuggestion(
            title: text.title.flatMap(Self.usable), kind: kind(of: document),
            clauses: clauses(for: document))
    }

    /// How much of a document is looked at.
    var extent: DocumentExtent { catalogues.isEmpty ? .beginning : .whole }

    private func kind(of document: DescribedDocument) -> EvidenceKind? {
        let suggestion = library.kinds.suggestion(for: document)
        return suggestion.flatMap { $0.isSure ? $0.kind : nil } ?? FileTitle.kind(fileName: document.fileName)
    }

    private func clauses(for document: DescribedDocument) -> [ClauseReference] {
        guard !catalogues.isEmpty else { return [] }
        let judged = library.clauses.judged(document)
        return catalogues.flatMap {
            library.clauses(for: judged, in: $0, top: Self.top, least: least).map(\.clause)
        }
    }

    private static func usable(_ title: String) -> String? {
        let isHarmless = !title.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return title.count <= 200 && isHarmless ? title : nil
    }
}
