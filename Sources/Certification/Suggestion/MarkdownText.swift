extension DocumentText {
    /// How many octets of a running text are kept.
    public static let bodyLimit = 1 << 20

    /// Reads Markdown and plain text: headings that begin with # or are underlined, the front matter's title.
    public init(markdown text: String) {
        self.init()
        var rest = Self.withoutFrontMatter(text)
        if let header = FrontMatter(text), let entry = header.entries.first(where: { $0.key == "title" }),
            case .text(let title) = entry.value
        {
            self.title = title
        }
        isCut = rest.utf8.count > Self.bodyLimit
        if isCut { rest = Self.cut(rest) }
        readHeadings(of: rest)
        body = String(rest)
    }

    private mutating func readHeadings(of text: Substring) {
        var previous: Substring = ""
        var isCode = false
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).forEach { octets in
            let line = Substring(octets)
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
            if !isCode { readHeading(line, after: previous) }
            previous = line
        }
    }

    private mutating func readHeading(_ line: Substring, after previous: Substring) {
        let marks = line.prefix { $0 == "#" }.count
        if marks > 0, marks <= 6, line.dropFirst(marks).first?.isWhitespace == true {
            let heading = line.dropFirst(marks).drop { $0.isWhitespace }
            return take(String(heading).trimmedHeading, isTop: marks == 1)
        }
        let mark = line.first
        guard mark == "=" || mark == "-", line.utf8.count >= 3,
            line.allSatisfy({ $0 == mark || $0.isWhitespace }),
            previous.first?.isLetter == true
        else { return }
        take(String(previous).trimmedHeading, isTop: mark == "=")
    }

    private mutating func take(_ heading: String, isTop: Bool) {
        guard !heading.isEmpty, headings.count < 1000 else { return }
        if isTop, title == nil { title = heading } else { headings.append(heading) }
    }

    private static func withoutFrontMatter(_ text: String) -> Substring {
        guard FrontMatter(text)?.isClosed == true else { return text[...] }
        guard let end = text.dropFirst(3).firstRange(of: "\n---")?.upperBound else { return text[...] }
        return text[end...]
    }

    private static func cut(_ text: Substring) -> Substring {
        var octets = text.utf8.prefix(bodyLimit)
        while let last = octets.last, last & 0xC0 == 0x80 { octets = octets.dropLast() }
        if let last = octets.last, last >= 0xC0 { octets = octets.dropLast() }
        return Substring(octets)
    }
}

extension String {
    /// Without closing marks and emphasis.
    fileprivate var trimmedHeading: String {
        String(filter { $0 != "#" && $0 != "*" && $0 != "`" }).trimmed
    }
}
