import Certification

/// A text in Markdown, or without any markup: headings outside of code, begun with # or underlined; what stands at its
/// top and before the first section.
struct MarkdownDocument {
    private var collection = TextCollection()
    private var statements: [DocumentStatement] = []
    private let matter: FrontMatter?
    private var places = 0
    private let extent: DocumentExtent
    private var table: [[String]] = []
    /// The mark that ends the code in which we are.
    private var fence: Substring?
    /// The line before, which may turn out to be a heading.
    private var waiting: Substring?
    private var hasHeadings = false
    /// Lines since the document began to speak of itself.
    private var linesAbout = 0
    /// Whether what is read now speaks of the document itself.
    private var isAbout = true

    var content: DocumentContent {
        DocumentContent(collection.text, statements, matter: matter, places: places)
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
        endTable()
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
        case UInt8(ascii: "|"): read(row: text, line)
        default: read(plain: text, line)
        }
    }

    /// Its first page, or a section about the document as long as one.
    private mutating func speaksOfItself(in text: Substring) -> Bool {
        guard isAbout, !text.isEmpty else { return false }
        linesAbout += 1
        return linesAbout <= Paragraphs.firstPage
    }

    private mutating func open(_ text: Substring, _ line: Substring) {
        guard text.utf8.starts(with: "```".utf8) || text.utf8.starts(with: "~~~".utf8) else {
            return read(plain: text, line)
        }
        keepWaiting()
        fence = Substring(text.utf8.prefix(3))
    }

    private mutating func read(plain text: Substring, _ line: Substring) {
        wait(for: line)
        endTable()
        guard speaksOfItself(in: text), ControlLine.mayState(text) else { return }
        statements += ControlLine.statements(Self.plain(text), at: .firstLines)
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
        let wasAbout = isAbout
        take(heading: above, isTop: mark == UInt8(ascii: "="))
        // `Author: A` above a rule is perhaps no heading: what follows is read as before.
        if ControlLine.mayState(above) { isAbout = wasAbout }
    }

    private mutating func take(heading: Substring, isTop: Bool) {
        endTable()
        let text = Self.plain(heading).oneLine
        guard !text.isEmpty else { return }
        linesAbout = 0
        isAbout = isTop && !hasHeadings || ControlLine.isAboutTheDocument(text)
        hasHeadings = true
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

    private mutating func read(row: Substring, _ line: Substring) {
        wait(for: line)
        guard speaksOfItself(in: row) else { return }
        var cells = row.split(separator: "|", omittingEmptySubsequences: false).map { Self.plain($0).oneLine }
        if cells.first == "" { cells.removeFirst() }
        if cells.last == "" { cells.removeLast() }
        let isRule = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
        if !isRule { table.append(cells) }
    }

    private mutating func endTable() {
        if !table.isEmpty { statements += ControlTable(rows: table, place: .controlTable).statements }
        table = []
    }

    /// Without the marks of lists and emphasis.
    private static func plain(_ text: Substring) -> String {
        String(text.drop { "-*>+ ".contains($0) }.filter { $0 != "*" && $0 != "`" })
    }
}
