/// A document as a suggestion looks at it: how it is called, where it lay, and what stands in it.
public struct DescribedDocument: Sendable {
    /// The name of its file; empty where it has none.
    public var fileName: String
    /// The folders above it, as far as they are known.
    public var folders: [String]
    /// The title under which somebody catalogued it.
    public var title: String?
    /// What could be read of it.
    public var text: DocumentText

    /// A document with what is known of it.
    public init(
        fileName: String, folders: [String] = [], title: String? = nil, text: DocumentText = DocumentText()
    ) {
        self.fileName = fileName
        self.folders = folders
        self.title = title
        self.text = text
    }
}

/// A clause that a document may be evidence for.
public struct ClauseSuggestion: Hashable, Sendable {
    /// The clause.
    public let clause: ClauseReference
    /// The share of such suggestions that were right where it was measured, in hundredths: of those with 0.8, eight in ten.
    public let score: Double
    /// What the document is about, in our words.
    public let subject: String
    /// The words that spoke for it, the strongest first.
    public let words: [String]

    /// A suggestion with the words that spoke for it.
    public init(clause: ClauseReference, score: Double, subject: String, words: [String]) {
        self.clause = clause
        self.score = score
        self.subject = subject
        self.words = words
    }
}
