/// Why a value cannot be used, in words.
struct HeaderComplaint: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

extension DocumentHeader {
    /// The keys that are known; a document's version is the revision of a master list.
    enum Key: String {
        case id, title, kind, owner, clauses, version, revision, effective, period, review, expires, retain
        case classification, tags, note
        case reviewEvery = "review_every"
    }

    mutating func take(_ key: Key, _ texts: [String]) throws(HeaderComplaint) {
        switch key {
        case .clauses: clauses = Self.words(texts)
        case .tags: facts.tags = Self.words(texts)
        default: try take(key, one: texts)
        }
    }

    private mutating func take(_ key: Key, one texts: [String]) throws(HeaderComplaint) {
        guard let text = texts.first, texts.count == 1 else { throw HeaderComplaint("is a list, not a text") }
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
    ) throws(HeaderComplaint) -> Value {
        guard let value = parse(text) else { throw HeaderComplaint("\"\(text)\" \(complaint)") }
        return value
    }

    private static func identifier(_ text: String) throws(HeaderComplaint) -> String {
        try value(text, "is no identifier") { EvidenceIdentifier.isWellFormed($0) ? $0 : nil }
    }

    private static func kind(_ text: String) throws(HeaderComplaint) -> EvidenceKind {
        try value(text, "is no kind of evidence") { EvidenceKind(rawValue: $0.lowercased()) }
    }

    private static func classification(_ text: String) throws(HeaderComplaint) -> Classification {
        try value(text, "is not public, internal, confidential or restricted") {
            Classification(rawValue: $0.lowercased())
        }
    }

    private static func period(_ text: String) throws(HeaderComplaint) -> Period {
        try value(text, "is no period; write 2026-06") { Period($0) }
    }

    private static func day(_ text: String) throws(HeaderComplaint) -> Day {
        try value(text, "is no day; write YYYY-MM-DD") { Day($0) }
    }

    private static func months(_ text: String) throws(HeaderComplaint) -> Months {
        try value(text, "is no interval; write 12m or 1y") { Months(text: $0) }
    }
}
