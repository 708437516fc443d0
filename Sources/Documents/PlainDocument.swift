import Certification

/// A text without markup.
enum PlainDocument {
    static func content(_ text: String) -> DocumentContent {
        var collection = TextCollection()
        collection.add(paragraph: text)
        return DocumentContent(collection.text)
    }
}

/// A page of the web, read as text: tags are passed over, never followed.
enum HTMLDocument {
    private static let silent: Set<String> = ["script", "style", "template", "noscript", "svg"]

    static func content(_ text: String) -> DocumentContent {
        var collection = TextCollection()
        var rest = text[...]
        var heading: String?
        while let open = rest.firstIndex(of: "<") {
            let before = entities(rest[..<open])
            if heading != nil {
                heading?.append(before)
            } else {
                collection.add(paragraph: before.trimmedLines)
            }
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                rest = rest.after("-->")
                continue
            }
            guard let close = rest.firstIndex(of: ">") else { break }
            let tag = rest[..<close].prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
            rest = rest[rest.index(after: close)...]
            if silent.contains(tag) { rest = rest.after("</\(tag)"); rest = rest.after(">") }
            switch tag {
            case "h1", "h2", "h3", "h4", "h5", "h6", "title": heading = ""
            case "/title":
                collection.name(heading)
                heading = nil
            case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6":
                collection.add(heading: heading ?? "")
                heading = nil
            default: break
            }
        }
        collection.add(paragraph: entities(rest).trimmedLines)
        return DocumentContent(collection.text)
    }

    private static let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]

    private static func entities(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            guard let end = rest.prefix(10).firstIndex(of: ";"), let known = character(rest[..<end]) else {
                result += "&"
                continue
            }
            result += known
            rest = rest[rest.index(after: end)...]
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

extension Substring {
    /// What stands behind a mark, whatever its case; nothing where there is none.
    fileprivate func after(_ mark: String) -> Substring {
        let (text, wanted) = (utf8, Array(mark.lowercased().utf8))
        guard let first = wanted.first else { return self }
        var place = text.startIndex
        while place != text.endIndex {
            if text[place] | 0x20 == first | 0x20,
                text[place...].prefix(wanted.count).elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 })
            {
                return self[text.index(place, offsetBy: wanted.count)...]
            }
            place = text.index(after: place)
        }
        return self[endIndex...]
    }
}

extension String {
    /// Without blanks at its ends.
    fileprivate var trimmedLines: String {
        contains { !$0.isWhitespace } ? oneLine : ""
    }
}
