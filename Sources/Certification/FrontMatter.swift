/// The lines between `---` and `---` at the top of a text document, as many programs write them: `key: value`.
///
/// The document is a stranger's, so this reads the small part of YAML that a header needs, a text or one flat list
/// a key, and nothing that could be built to grow: no anchors, no aliases, no nesting.
public struct FrontMatter: Sendable {
    /// What stands at a key.
    public enum Value: Hashable, Sendable {
        /// One text, unquoted.
        case text(String)
        /// The texts of a flat list.
        case list([String])
        /// Nothing that is read here; why, in words.
        case unreadable(String)
    }

    /// A key at the beginning of a line, with what stands at it.
    public struct Entry: Hashable, Sendable {
        /// The line of the document, from 1.
        public let line: Int
        /// As it is written: `owner`.
        public let key: String
        /// What stands at it.
        public internal(set) var value: Value
    }

    /// In the order of the document.
    public let entries: [Entry]
    /// Whether the second `---` was found.
    public let isClosed: Bool

    /// Octets; front matter that has not ended by then is none.
    public static let most = 64 << 10

    /// Reads the top of a document; nil when its first line is not `---`.
    public init?(_ text: String) {
        // A byte order mark is a scalar of its own, but may be part of a character.
        let mark = "\u{FEFF}".utf8
        let content = text.utf8.starts(with: mark) ? text.utf8.dropFirst(mark.count) : text.utf8[...]
        guard content.starts(with: "---".utf8) else { return nil }
        let lines = String(decoding: content.prefix(Self.most), as: UTF8.self).lines
        guard lines.first.map(Self.isFence) == true else { return nil }
        var entries: [Entry] = []
        var isClosed = false
        for (index, line) in lines.enumerated().dropFirst() {
            if Self.isFence(line) { isClosed = true; break }
            Self.read(line, number: index + 1, into: &entries)
        }
        self.entries = entries
        self.isClosed = isClosed
    }

    /// The text at a key; nil where there is none, or it is still to be filled in.
    public func text(of key: String) -> String? {
        guard case .text(let text) = entries.first(where: { $0.key == key })?.value,
            DocumentHeader.places(in: text) == 0
        else { return nil }
        return text
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
    }

    private static func read(_ line: Substring, number: Int, into entries: inout [Entry]) {
        let text = line.trimmed
        if text.isEmpty || text.hasPrefix("#") { return }
        if line.first?.isWhitespace == true || text.hasPrefix("- ") || text == "-" {
            return read(continuation: text, of: &entries)
        }
        guard let colon = line.firstIndex(of: ":"), isKey(line[..<colon]) else { return }
        let value = line[line.index(after: colon)...]
        guard value.isEmpty || value.first?.isWhitespace == true else { return }
        entries.append(
            Entry(line: number, key: String(line[..<colon]), value: FrontMatterValue.read(value.trimmed)))
    }

    /// A line that belongs to the key above it: the next text of its list, or more than is read here.
    private static func read(continuation text: String, of entries: inout [Entry]) {
        guard var last = entries.popLast() else { return }
        last.value = next(after: last.value, text)
        entries.append(last)
    }

    private static func next(after value: Value, _ text: String) -> Value {
        let item = text.hasPrefix("- ") ? FrontMatterValue.read(text.dropFirst(2).trimmed) : nil
        switch (value, item) {
        case (.text(""), .text(let text)?): return .list([text])
        case (.list(let texts), .text(let text)?): return .list(texts + [text])
        case (.unreadable, _): return value
        case (_, .unreadable(let why)?): return .unreadable(why)
        default: return .unreadable("goes on in another line")
        }
    }

    private static func isKey(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 40
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}
