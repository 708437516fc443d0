import Mustache

/// How text enters a page: every character with a meaning in HTML is escaped, in elements and in attributes alike.
///
/// Mustache's own escaping compares whole characters, so a quotation mark followed by a combining accent would
/// pass; here each scalar is looked at.
struct PageText: MustacheContentType {
    /// The name by which templates ask for this escaping.
    static let name = "PAGE"

    /// Templates can ask for `PAGE` from here on.
    static let registered: Void = MustacheContentTypes.register(PageText(), named: name)

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        let shown = ShownText.spelled(text)
        escaped.reserveCapacity(shown.utf8.count)
        for byte in shown.utf8 {
            if let entity = Self.entity(for: byte) {
                escaped.append(contentsOf: entity.utf8)
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
