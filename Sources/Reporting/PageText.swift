import Mustache

/// How text enters a page: every character with a meaning in HTML is escaped, in elements and in attributes alike.
///
/// Mustache's own escaping compares whole characters, so a quotation mark followed by a combining accent would
/// pass; here each octet is looked at.
struct PageText: MustacheContentType {
    /// The name by which templates ask for this escaping.
    static let name = "PAGE"

    /// Templates can ask for `PAGE` from here on.
    static let registered: Void = MustacheContentTypes.register(PageText(), named: name)

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        Self.append(text, to: &escaped)
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Appends a text, escaped and made safe to look at.
    static func append(_ text: String, to octets: inout [UInt8]) {
        if isPlain(text) { return octets.append(contentsOf: text.utf8) }
        for octet in ShownText.spelled(text).utf8 {
            if let entity = entity(for: octet) {
                octets.append(contentsOf: entity)
            } else {
                octets.append(octet)
            }
        }
    }

    /// Nearly all texts are, and a large page has a million of them.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? false
    }

    /// Neither has it a meaning in HTML nor is it part of something that cannot be seen.
    private static func isPlain(_ octet: UInt8) -> Bool {
        (0x20..<0x7F).contains(octet) && entity(for: octet) == nil
    }

    private static func entity(for octet: UInt8) -> StaticString? {
        switch octet {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(contentsOf text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }
}
