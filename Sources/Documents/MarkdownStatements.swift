import Certification

/// What a text in Markdown says of itself: on its first page, up to the first section, and in sections about the document.
struct MarkdownStatements {
    private(set) var found: [DocumentStatement] = []
    private var table: [[String]] = []
    /// Lines since the text began to speak of itself.
    private var lines = 0
    private var isAbout = true
    private var isBeforeHeadings = true

    /// A heading ends what was said before it; a title does not end the first page.
    mutating func begin(section heading: String, isTitle: Bool) {
        endTable()
        lines = 0
        isAbout = isTitle && isBeforeHeadings || ControlLine.isAboutTheDocument(heading)
        isBeforeHeadings = false
    }

    mutating func read(line: Substring) {
        endTable()
        guard speaksOfItself(in: line), ControlLine.mayState(line) else { return }
        found += ControlLine.statements(line.withoutMarks, at: .firstLines)
    }

    mutating func read(row: Substring) {
        guard speaksOfItself(in: row) else { return }
        var cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.withoutMarks.oneLine
        }
        if cells.first == "" { cells.removeFirst() }
        if cells.last == "" { cells.removeLast() }
        let isRule = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
        if !isRule { table.append(cells) }
    }

    mutating func endTable() {
        if !table.isEmpty { found += ControlTable(rows: table, place: .controlTable).statements }
        table = []
    }

    private mutating func speaksOfItself(in line: Substring) -> Bool {
        guard isAbout, !line.isEmpty else { return false }
        lines += 1
        return lines <= Paragraphs.firstPage
    }
}

extension Substring {
    /// Without the marks of lists and emphasis.
    var withoutMarks: String {
        String(drop { "-*>+ ".contains($0) }.filter { $0 != "*" && $0 != "`" })
    }
}
