import Certification

/// Takes the paragraphs and tables of a text document in the order of reading.
struct Paragraphs {
    private(set) var collection = TextCollection()
    private(set) var statements: [DocumentStatement] = []
    private var rows: [[String]] = []
    private var row: [String] = []
    private var cell: String?
    /// Tables may stand in tables.
    private var depth = 0
    private var isAbout = true
    private var blocks = 0
    private let place: DocumentStatement.Place?
    private let extent: DocumentExtent

    /// Paragraphs of a first page.
    static let firstPage = 80

    /// `place` is that of a page header or footer; nil for the body.
    init(_ extent: DocumentExtent = .whole, place: DocumentStatement.Place? = nil) {
        self.extent = extent
        self.place = place
    }

    /// Nothing more would be taken.
    var isDone: Bool { collection.isFull || extent == .beginning && blocks >= Self.firstPage && depth == 0 }

    mutating func beginTable() { depth += 1 }
    mutating func beginCell() { if depth == 1 { cell = "" } }

    mutating func endCell() {
        guard depth == 1 else { return }
        if row.count < 64 { row.append(cell ?? "") }
        cell = nil
    }

    mutating func endRow() {
        guard depth == 1 else { return }
        if rows.count < 100 { rows.append(row) }
        row = []
    }

    mutating func endTable() {
        depth = max(0, depth - 1)
        guard depth == 0 else { return }
        if speaksOfItself {
            let table = ControlTable(rows: rows, place: place ?? .controlTable).statements
            // What is no table of labels may be lines that were set side by side.
            let lines = rows.joined().flatMap { ControlLine.statements($0, at: place ?? .controlTable) }
            statements += table.isEmpty ? lines : table
        }
        (rows, row) = ([], [])
    }

    private var speaksOfItself: Bool { (isAbout && blocks < Self.firstPage) || place != nil }

    mutating func end(paragraph text: String, _ role: ParagraphRole) {
        let line = text.oneLine
        guard !line.isEmpty else { return }
        if depth == 0 { blocks += 1 }
        switch role {
        case .title where collection.text.title == nil: collection.name(line)
        case .title, .text: collection.add(paragraph: line)
        case .heading:
            collection.add(heading: line)
            if depth == 0 { isAbout = ControlLine.isAboutTheDocument(line) }
        }
        if depth > 0 {
            if (cell?.utf8.count ?? 0) < 2_000 {
                cell = (cell ?? "") + (cell?.isEmpty == false ? "\n" : "") + line
            }
        } else if role == .text, speaksOfItself {
            statements += ControlLine.statements(text, at: place ?? .firstLines)
        }
    }
}

/// What a paragraph is in its document.
enum ParagraphRole { case title, heading, text }
