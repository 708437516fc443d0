extension DocumentText {
    /// Reads a page of the web: its title, its headings and the text without what is not shown.
    ///
    /// No document is built: a page of a stranger may nest as deep as it likes.
    public init(html text: String) {
        self.init()
        var (rest, skipping, heading): (Substring, String?, String?) = (
            text.prefix(Self.bodyLimit * 4), nil, nil
        )
        while let start = rest.firstIndex(of: "<") {
            take(rest[..<start], skipping: skipping, heading: &heading)
            rest = rest[start...]
            if rest.hasPrefix("<!--") {
                rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { rest = ""; break }
            let name = rest[..<end].dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }
                .lowercased()
            rest = rest[rest.index(after: end)...]
            if skipping != nil {
                if name == skipping { skipping = nil }
            } else {
                enter(name, &skipping, &heading)
            }
        }
        take(rest, skipping: skipping, heading: &heading)
    }

    private static let unseen: Set<String> = ["script", "style", "template", "noscript"]
    /// Parts of a word may stand in these.
    private static let inline: Set<String> = [
        "b", "i", "em", "strong", "span", "a", "u", "code", "mark", "small",
    ]
    private static let headingNames: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6", "title"]

    private mutating func enter(_ name: String, _ skipping: inout String?, _ heading: inout String?) {
        if Self.unseen.contains(name) { skipping = "/" + name }
        if Self.headingNames.contains(name) { heading = "" }
        if name.hasPrefix("/"), Self.headingNames.contains(String(name.dropFirst())) {
            let found = (heading ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            heading = nil
            if found.isEmpty { return }
            if title == nil { title = found } else if headings.count < 1000 { headings.append(found) }
        }
        if !Self.inline.contains(name.hasPrefix("/") ? String(name.dropFirst()) : name), body.utf8.last != 10
        {
            body += "\n"
        }
    }

    private mutating func take(_ text: Substring, skipping: String?, heading: inout String?) {
        guard skipping == nil, !text.isEmpty else { return }
        let plain = Self.withoutEntities(text)
        if heading != nil { heading? += plain }
        guard body.utf8.count + plain.utf8.count <= Self.bodyLimit else { isCut = true; return }
        body += plain
    }

    private static let entities = [
        ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"),
        ("&auml;", "ä"), ("&ouml;", "ö"), ("&uuml;", "ü"), ("&szlig;", "ß"), ("&amp;", "&"),
    ]

    private static func withoutEntities(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        return entities.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
