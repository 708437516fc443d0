/// What a document says of itself at its top: the facts of the item and of the file, in the document's own words.
public struct DocumentHeader: Hashable, Sendable {
    /// A key whose value cannot be used.
    public struct Problem: Hashable, Sendable {
        /// The line of the document, from 1; 0 where it has no lines.
        public let line: Int
        /// The key as it is written: `effective`.
        public let key: String
        /// What is wrong, in words, without line and key.
        public let message: String
    }

    /// The identifier, well formed; nil when the header states none.
    public internal(set) var id: String?
    /// What the header says of the item.
    public internal(set) var facts = EvidenceFacts()
    /// What the header says of the file.
    public internal(set) var file = RevisionFacts()
    /// As written; which standards they belong to, the register knows.
    public internal(set) var clauses: [String] = []
    /// The keys from which something was taken, in the order of the document.
    public internal(set) var stated: [String] = []
    /// Where a key was stated, if not in front matter.
    public internal(set) var places: [String: DocumentStatement.Place] = [:]
    /// In the order of the document.
    public internal(set) var problems: [Problem] = []

    /// Characters; a longer value is none that a person wrote into a header.
    static let longest = 500

    /// What a place still to be filled in begins with.
    public static let place = "(fill in"

    /// How many places of a text are still to be filled in.
    public static func places(in text: String) -> Int {
        let mark = Array(place.utf8)
        var (found, matched) = (0, 0)
        for octet in text.utf8 {
            // The mark begins with the only "(" that it holds, so nothing is missed by starting over.
            matched = octet == mark[matched] ? matched + 1 : octet == mark[0] ? 1 : 0
            if matched == mark.count { (found, matched) = (found + 1, 0) }
        }
        return found
    }

    /// Reads what stands at the top of a document. Keys that are not known, and values that are empty or still to be
    /// filled in, say nothing.
    public init(_ matter: FrontMatter) {
        for entry in matter.entries { read(entry) }
    }

    private mutating func read(_ entry: FrontMatter.Entry) {
        guard let key = Key(rawValue: entry.key.lowercased()) else { return }
        do throws(HeaderComplaint) {
            guard !stated.contains(entry.key) else { throw HeaderComplaint("stands twice") }
            let texts = try Self.texts(entry.value)
            guard !texts.isEmpty else { return }
            try take(key, texts)
            stated.append(entry.key)
        } catch {
            problems.append(Problem(line: entry.line, key: entry.key, message: error.message))
        }
    }

    /// Blank texts and those still to be filled in are left out.
    private static func texts(_ value: FrontMatter.Value) throws(HeaderComplaint) -> [String] {
        let texts: [String]
        switch value {
        case .text(let text): texts = [text]
        case .list(let list): texts = list
        case .unreadable(let why): throw HeaderComplaint(why)
        }
        let said = texts.map(\.trimmed).filter { !$0.isEmpty && places(in: $0) == 0 }
        guard said.allSatisfy({ $0.count <= longest }), said.count <= 200 else {
            throw HeaderComplaint("is too long")
        }
        guard said.allSatisfy({ !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } })
        else { throw HeaderComplaint("holds control characters") }
        return said
    }
}
