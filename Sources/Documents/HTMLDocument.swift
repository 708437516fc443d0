import Certification

/// A page of the web, read as text: its title, its headings, and what is shown. Tags are passed over, never followed, and
/// no tree is built: a stranger's page may nest as deep as it likes.
struct HTMLDocument {
    private var collection = TextCollection()
    private var paragraph = ""
    private var heading: String?

    var text: DocumentText { collection.text }

    private static let unseen: Set<String> = ["script", "style", "template", "noscript", "svg"]
    /// Parts of a word may stand in these.
    private static let inline: Set<String> = [
        "b", "i", "em", "strong", "span", "a", "u", "code", "mark", "small", "sub", "sup", "font", "abbr",
        "img", "wbr",
    ]
    private static let headings: Set<String> = ["title", "h1", "h2", "h3", "h4", "h5", "h6"]
    /// Octets; what is longer is a heading that nobody closed.
    private static let longestHeading = 2_000

    init(_ text: String) {
        var rest = text[...]
        while !collection.isFull, let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
            take(rest[..<open])
            rest = rest[open...]
            readTag(&rest)
        }
        take(rest)
        endHeading(isClosed: false)
        endParagraph()
    }

    private mutating func readTag(_ rest: inout Substring) {
        if rest.utf8.starts(with: "<!--".utf8) { return rest = rest.after("-->") }
        rest = rest.dropOctets(1)
        // A sign in a text, and no tag.
        guard let first = rest.utf8.first, "/!?".utf8.contains(first) || (first | 0x20).isLetter else {
            return take("<")
        }
        guard let close = rest.utf8.firstIndex(of: UInt8(ascii: ">")) else { return rest = "" }
        let tag = rest[..<close]
        let name = Substring(tag.utf8.prefix { "/!?".utf8.contains($0) || $0.isLetterOrDigit })
            .lowercased()
        let isClosed = tag.utf8.last == UInt8(ascii: "/")
        rest = rest[rest.utf8.index(after: close)...]
        if Self.unseen.contains(name), !isClosed { rest = rest.after("</" + name).after(">") }
        enter(name)
    }

    private mutating func enter(_ name: String) {
        let element = name.hasPrefix("/") ? String(name.dropFirst()) : name
        if Self.inline.contains(element) { return }
        if Self.headings.contains(element) {
            endHeading(isClosed: element.count < name.count)
            endParagraph()
            if element == name { heading = "" }
        } else if heading == nil {
            endParagraph()
        } else {
            heading?.append(" ")
        }
    }

    private mutating func take(_ text: Substring) {
        guard !text.isEmpty else { return }
        let plain = HTMLEntity.replaced(in: text)
        if heading == nil { paragraph += plain } else { heading? += plain }
        if heading?.utf8.count ?? 0 > Self.longestHeading { endHeading(isClosed: false) }
    }

    private mutating func endHeading(isClosed: Bool) {
        guard let text = heading else { return }
        heading = nil
        if !isClosed {
            paragraph += text
        } else if collection.text.title == nil {
            collection.name(text)
        } else {
            collection.add(heading: text)
        }
    }

    private mutating func endParagraph() {
        collection.add(paragraph: paragraph.oneLine)
        paragraph = ""
    }
}

/// What HTML writes for a character: `&amp;`, `&#228;`, `&#xe4;`.
enum HTMLEntity {
    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä", "ouml": "ö",
        "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "ndash": "–", "mdash": "—",
        "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…", "eacute": "é", "egrave": "è",
    ]

    static func replaced(in text: Substring) -> String {
        var (result, rest) = ("", text)
        while let mark = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
            result += rest[..<mark]
            rest = rest[mark...].dropOctets(1)
            let name = Substring(rest.utf8.prefix(9).prefix { $0 == UInt8(ascii: "#") || $0.isLetterOrDigit })
            guard rest.dropOctets(name.utf8.count).utf8.first == UInt8(ascii: ";"),
                let known = character(name)
            else {
                result += "&"
                continue
            }
            result += known
            rest = rest.dropOctets(name.utf8.count + 1)
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return named[String(name)] }
        let digits = name.dropFirst()
        let number =
            digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isLetterOrDigit: Bool { isLetter || (0x30...0x39).contains(self) }
}

extension Substring {
    /// What stands behind a mark, whatever its case; nothing where there is none.
    fileprivate func after(_ mark: String) -> Substring {
        let (text, wanted) = (utf8, Array(mark.utf8))
        guard let first = wanted.first else { return self }
        var place = text.startIndex
        while let found = text[place...].firstIndex(of: first) {
            if text[found...].prefix(wanted.count).elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 }) {
                return self[text.index(found, offsetBy: wanted.count)...]
            }
            place = text.index(after: found)
        }
        return self[endIndex...]
    }
}
