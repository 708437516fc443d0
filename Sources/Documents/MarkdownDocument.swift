import Certification

/// A Markdown text: headings outside of code, and what stands before the first section.
struct MarkdownDocument {
    private var collection = TextCollection()
    private var statements: [DocumentStatement] = []
    private var table: [[String]] = []
    private var fence: Substring?
    /// Whether what is read now speaks of the document itself.
    private var isAbout = true

    var content: DocumentContent { DocumentContent(collection.text, statements) }

    init(_ text: String) {
        for line in body(of: text) { read(line) }
        endTable()
    }

    /// The lines behind the front matter.
    private func body(of text: String) -> ArraySlice<Substring> {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard lines.first?.hasPrefix("---") == true,
            let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("---") })
        else { return lines[...] }
        return lines[(end + 1)...]
    }

    private mutating func read(_ line: Substring) {
        let text = line.drop { $0 == " " }
        if let open = fence {
            if text.hasPrefix(open) { fence = nil }
            return collection.add(paragraph: String(line))
        }
        if text.hasPrefix("```") || text.hasPrefix("~~~") {
            fence = text.prefix(3)
            return
        }
        if text.hasPrefix("#") { return read(heading: text) }
        collection.add(paragraph: String(line))
        guard isAbout, statements.count < 100 else { return }
        if text.hasPrefix("|") { return read(row: text) }
        endTable()
        statements += ControlLine.statements(Self.plain(text), at: .firstLines)
    }

    private mutating func read(heading line: Substring) {
        endTable()
        let depth = line.prefix { $0 == "#" }.count
        let text = Self.plain(line.drop { $0 == "#" }).oneLine
        let isTitle = depth == 1 && collection.text.title == nil && collection.text.headings.isEmpty
        if isTitle { collection.name(text) } else { collection.add(heading: text) }
        isAbout = isTitle || ControlLine.isAboutTheDocument(text)
    }

    private mutating func read(row: Substring) {
        var cells = row.split(separator: "|", omittingEmptySubsequences: false).map { Self.plain($0).oneLine }
        if cells.first == "" { cells.removeFirst() }
        if cells.last == "" { cells.removeLast() }
        let isRule = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
        if !isRule, table.count < 100 { table.append(cells) }
    }

    private mutating func endTable() {
        if !table.isEmpty { statements += ControlTable(rows: table, place: .controlTable).statements }
        table = []
    }

    /// Without the marks of emphasis.
    private static func plain(_ text: Substring) -> String {
        String(text.drop { "-*>+ ".contains($0) }.filter { $0 != "*" && $0 != "`" })
    }
}
