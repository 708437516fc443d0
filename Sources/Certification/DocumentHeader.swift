/// What a document says of itself at its top: the facts of the item and of the file, in the document's own words.
public struct DocumentHeader: Hashable, Sendable {
    /// A key whose value cannot be used.
    public struct Problem: Hashable, Sendable {
        /// The line of the document, from 1.
        public let line: Int
        /// The key as it is written: `effective`.
        public let key: String
        /// What is wrong, in words, without line and key.
        public let message: String
    }

    /// The identifier, well formed; nil when the header states none.
    public private(set) var id: String?
    /// What the header says of the item.
    public private(set) var facts = EvidenceFacts()
    /// What the header says of the file.
    public private(set) var file = RevisionFacts()
    /// As written; which standards they belong to, the register knows.
    public private(set) var clauses: [String] = []
    /// The keys from which something was taken, in the order of the document.
    public private(set) var stated: [String] = []
    /// In the order of the document.
    public private(set) var problems: [Problem] = []

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
        do throws(Complaint) {
            guard !stated.contains(entry.key) else { throw Complaint("stands twice") }
            let texts = try Self.texts(entry.value)
            guard !texts.isEmpty else { return }
            try take(key, texts)
            stated.append(entry.key)
        } catch {
            problems.append(Problem(line: entry.line, key: entry.key, message: error.message))
        }
    }

    /// Blank texts and those still to be filled in are left out.
    private static func texts(_ value: FrontMatter.Value) throws(Complaint) -> [String] {
        let texts: [String]
        switch value {
        case .text(let text): texts = [text]
        case .list(let list): texts = list
        case .unreadable(let why): throw Complaint(why)
        }
        let said = texts.map(\.trimmed).filter { !$0.isEmpty && places(in: $0) == 0 }
        guard said.allSatisfy({ $0.count <= longest }), said.count <= 200 else {
            throw Complaint("is too long")
        }
        guard said.allSatisfy({ !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } })
        else { throw Complaint("holds control characters") }
        return said
    }
}

/// Why a value cannot be used, in words.
private struct Complaint: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

extension DocumentHeader {
    /// The keys that are known; a document's version is the revision of a master list.
    private enum Key: String {
        case id, title, kind, owner, clauses, version, revision, effective, period, review, expires, retain
        case classification, tags, note
        case reviewEvery = "review_every"
    }

    private mutating func take(_ key: Key, _ texts: [String]) throws(Complaint) {
        switch key {
        case .clauses: clauses = Self.words(texts)
        case .tags: facts.tags = Self.words(texts)
        default: try take(key, one: texts)
        }
    }

    private mutating func take(_ key: Key, one texts: [String]) throws(Complaint) {
        guard let text = texts.first, texts.count == 1 else { throw Complaint("is a list, not a text") }
        switch key {
        case .id: id = try Self.identifier(text)
        case .title: facts.title = text
        case .owner: facts.owner = text
        case .note: facts.note = text
        case .version, .revision: file.label = text
        case .kind: facts.kind = try Self.kind(text)
        case .classification: facts.classification = try Self.classification(text)
        case .effective: file.effective = try Self.day(text)
        case .review: facts.reviewOn = try Self.day(text)
        case .expires: facts.expires = try Self.day(text)
        case .period: file.period = try Self.period(text)
        case .reviewEvery: facts.reviewEvery = try Self.months(text)
        case .retain: facts.retain = try Self.months(text)
        case .clauses, .tags: break
        }
    }

    /// A list may be written as one text too: `8.6.1, 8.6.2`.
    private static func words(_ texts: [String]) -> [String] {
        texts.flatMap { $0.split { $0 == "," || $0 == ";" } }.map(\.trimmed).filter { !$0.isEmpty }
    }

    private static func value<Value>(
        _ text: String, _ complaint: String, _ parse: (String) -> Value?
    ) throws(Complaint) -> Value {
        guard let value = parse(text) else { throw Complaint("\"\(text)\" \(complaint)") }
        return value
    }

    private static func identifier(_ text: String) throws(Complaint) -> String {
        try value(text, "is no identifier") { EvidenceIdentifier.isWellFormed($0) ? $0 : nil }
    }

    private static func kind(_ text: String) throws(Complaint) -> EvidenceKind {
        try value(text, "is no kind of evidence") { EvidenceKind(rawValue: $0.lowercased()) }
    }

    private static func classification(_ text: String) throws(Complaint) -> Classification {
        try value(text, "is not public, internal, confidential or restricted") {
            Classification(rawValue: $0.lowercased())
        }
    }

    private static func period(_ text: String) throws(Complaint) -> Period {
        try value(text, "is no period; write 2026-06") { Period($0) }
    }

    private static func day(_ text: String) throws(Complaint) -> Day {
        try value(text, "is no day; write YYYY-MM-DD") { Day($0) }
    }

    private static func months(_ text: String) throws(Complaint) -> Months {
        try value(text, "is no interval; write 12m or 1y") { Months(text: $0) }
    }
}
