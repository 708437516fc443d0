/// Finds the row that names the columns: the first one, or the one that the user says. It is never guessed.
enum ListHeader {
    /// How far down a header is looked for, to name it to the user.
    private static let depth = 30

    /// The header and the rows below it in which anything stands. Spreadsheets leave rows of nothing but separators.
    static func split(_ rows: [DelimitedText.Row], _ reading: ListReading) throws(MasterList.Problem) -> (
        DelimitedText.Row, [DelimitedText.Row]
    ) {
        let filled = rows.filter(\.isFilled)
        guard let first = filled.first else {
            throw .init(line: rows.first?.line ?? 1, column: nil, message: "the list is empty")
        }
        guard let line = reading.headerRow else { return (first, Array(filled.dropFirst())) }
        guard let header = filled.first(where: { $0.line == line }) else {
            throw .init(line: line, column: nil, message: "no row begins on this line")
        }
        return (header, filled.filter { $0.line > line })
    }

    /// Without identifiers a list cannot be read: says where they may be.
    static func demandID(
        _ mapping: ColumnMapping, _ header: DelimitedText.Row, _ rows: [DelimitedText.Row],
        _ reading: ListReading
    ) throws(MasterList.Problem) {
        guard mapping.places(of: .id).isEmpty else { return }
        if let better = likely(rows.filter(\.isFilled), reading), better != header.line {
            throw .init(
                line: header.line, column: nil,
                message: "this is no header; line \(better) looks like it", hint: "--header-row \(better)")
        }
        let headings = mapping.entries.map(\.heading).joined(separator: ", ")
        throw .init(
            line: header.line, column: "id", message: "the column is missing",
            hint: "say which column numbers the documents, --map 'COLUMN=id'; the list has: \(headings)")
    }

    /// The line of the row among the first that names most fields, the identifier among them.
    private static func likely(_ rows: [DelimitedText.Row], _ reading: ListReading) -> Int? {
        let named = rows.prefix(depth).map { row in
            (line: row.line, columns: row.fields.compactMap { reading.vocabulary.column($0) })
        }
        return named.filter { $0.columns.contains(.id) && $0.columns.count > 1 }
            .max { ($0.columns.count, $1.line) < ($1.columns.count, $0.line) }?.line
    }
}

extension DelimitedText.Row {
    /// Whether anything stands in the row.
    var isFilled: Bool { fields.contains { $0.contains { !$0.isWhitespace } } }
}
