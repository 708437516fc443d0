/// What documents are about, and for which clauses a document about it is evidence; our own judgement.
///
/// One subject serves all standards: a document about backups is about backups, whoever asks.
public struct EvidenceSubject: Hashable, Sendable {
    /// Words that speak for a subject; the weight is 1 unless the table says otherwise.
    public struct Phrase: Hashable, Sendable {
        /// As people write it: `incident response plan`.
        public let text: String
        /// From 0 to 1.
        public let weight: Double
    }

    /// A clause that documents about the subject are evidence for.
    public struct Answer: Hashable, Sendable {
        /// The number of the clause in its standard.
        public let clause: String
        /// 1 for the first clause that an auditor would file the document under, less for the further ones.
        public let weight: Double
    }

    /// Our name for it; one that begins with a hyphen stands for documents that are no evidence.
    public let name: String
    /// How such documents are called.
    public let names: [Phrase]
    /// What is spoken of in them.
    public let words: [Phrase]
    /// By the identifier of a standard.
    public let answers: [String: [Answer]]

    /// A subject as a table states it.
    public init(name: String, names: [Phrase], words: [Phrase], answers: [String: [Answer]]) {
        self.name = name
        self.names = names
        self.words = words
        self.answers = answers
    }

    /// The clauses of a standard that it answers; those of another edition where the table knows only that.
    public func answers(for standard: String) -> [Answer] {
        if let known = answers[standard] { return known }
        let name = Self.withoutYear(standard)
        return answers.filter { Self.withoutYear($0.key) == name }.max { $0.key < $1.key }?.value ?? []
    }

    /// `iso9001` of `iso9001-2015`
    private static func withoutYear(_ standard: String) -> Substring {
        guard let hyphen = standard.lastIndex(of: "-") else { return standard[...] }
        return standard[..<hyphen]
    }

    /// A licence, a glossary, a list of changes: whatever words stand in it, it shows nothing.
    public var isNoEvidence: Bool { name.hasPrefix("-") }
}
