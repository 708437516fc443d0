import Certification

/// A text in Markdown, or without any markup: what stands at its top, what it says of itself, and its headings, which are
/// begun with # or underlined, and not in code.
struct MarkdownDocument {
    private var collection = TextCollection()
    private var statements = MarkdownStatements()
    private let matter: FrontMatter?
    private var places = 0
    private let extent: DocumentExtent
    /// The mark that ends the code in which we are.
    private var fence: Substring?
    /// The line before, which may turn out to be a heading.
    private var waiting: Substring?

    var content: DocumentContent {
        DocumentContent(collection.text, statements.found, matter: matter, places: places)
    }

    init(_ text: String, _ extent: DocumentExtent) {
        self.extent = extent
        matter = FrontMatter(text)
        var rest = text[...]
        if let matter, matter.isClosed {
            if !DocumentHeader(matter).stated.isEmpty { places = DocumentHeader.places(in: text) }
            collection.name(matter.text(of: "title"))
            rest.skipMatter()
        }
        while !collection.isFull, let line = rest.popLine() { read(line) }
        keepWaiting()
        statements.endTable()
    }

    private mutating func read(_ line: Substring) {
        let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let text = line.dropOctets(indent)
        if let open = fence {
            if text.utf8.starts(with: open.utf8) { fence = nil } else { keep(line) }
            return
        }
        switch text.utf8.first {
        case UInt8(ascii: "`"), UInt8(ascii: "~"): open(text, line)
        case UInt8(ascii: "#") where indent < 4: read(marked: text, line)
        case UInt8(ascii: "="), UInt8(ascii: "-"): read(underline: text, line)
        case UInt8(ascii: "|"):
            wait(for: line)
            statements.read(row: text)
        default: read(plain: text, line)
        }
    }

    private mutating func read(plain text: Substring, _ line: Substring) {
        wait(for: line)
        statements.read(line: text)
    }

    private mutating func open(_ text: Substring, _ line: Substring) {
        guard text.utf8.starts(with: "```".utf8) || text.utf8.starts(with: "~~~".utf8) else {
            return read(plain: text, line)
        }
        keepWaiting()
        fence = Substring(text.utf8.prefix(3))
    }

    private mutating func read(marked text: Substring, _ line: Substring) {
        let depth = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        let rest = text.dropOctets(depth)
        guard depth <= 6, rest.first?.isWhitespace == true else { return read(plain: text, line) }
        keepWaiting()
        var heading = rest.trimmed[...]
        while heading.hasSuffix("#") { heading.removeLast() }
        take(heading: heading, isTop: depth == 1)
    }

    /// A line of = or - makes the line above it a heading, unless that says something of the document.
    private mutating func read(underline text: Substring, _ line: Substring) {
        guard let mark = text.utf8.first, text.utf8.count >= 3,
            text.utf8.allSatisfy({ $0 == mark || $0 == UInt8(ascii: " ") }), let above = waiting,
            above.first?.isLetter == true,
            mark == UInt8(ascii: "=") || ControlLine.statements(String(above), at: .firstLines).isEmpty
        else { return read(plain: text, line) }
        waiting = nil
        // `Author: A` above a rule is perhaps no heading: what follows is read as before.
        take(
            heading: above, isTop: mark == UInt8(ascii: "="), isSection: !ControlLine.mayState(above))
    }

    private mutating func take(heading: Substring, isTop: Bool, isSection: Bool = true) {
        let text = heading.withoutMarks.oneLine
        guard !text.isEmpty else { return }
        if isSection { statements.begin(section: text, isTitle: isTop) }
        if isTop, collection.text.title == nil {
            collection.name(text)
        } else {
            collection.add(heading: text)
        }
    }

    private mutating func wait(for line: Substring) {
        keepWaiting()
        waiting = line
    }

    private mutating func keepWaiting() {
        if let line = waiting { keep(line) }
        waiting = nil
    }

    private mutating func keep(_ line: Substring) {
        if extent == .whole { collection.add(paragraph: line) }
    }
}
