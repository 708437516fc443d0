import Certification

/// Reads the cells of one sheet as a stream (18.3). What a sheet declares costs nothing; what it holds is counted.
struct WorksheetReading {
    let strings: SharedStrings
    let formats: CellFormats
    private var rows: [WorksheetRow] = []
    /// Cells that were kept, empty ones between others included.
    private var kept = 0

    /// A list of documents has some twenty.
    static let mostColumns = 256
    private static let mostCells = 4_000_000
    private static let mostOctetsOfCell = 64 << 10

    init(strings: SharedStrings, formats: CellFormats) {
        self.strings = strings
        self.formats = formats
    }

    mutating func rows(_ reader: XMLReader) throws -> [WorksheetRow] {
        var number = 0
        while let event = try reader.next() {
            switch event {
            case .start("row"):
                // The number may be left out: it follows on the one before.
                number = reader.attribute("r").flatMap { Int($0) } ?? number + 1
                try readRow(number, reader)
            case .start("mergeCell"): try fill(reader.attribute("ref") ?? "")
            default: break
            }
        }
        return rows
    }

    private mutating func readRow(_ number: Int, _ reader: XMLReader) throws {
        var row = WorksheetRow(number: number, cells: [])
        var column = -1
        while let event = try reader.next() {
            switch event {
            case .start("c"):
                column = CellReference(reader.attribute("r") ?? "")?.column ?? column + 1
                let text = try readCell(reader)
                if !text.isEmpty { try put(text, in: &row, column) }
            case .end("row"):
                if !row.cells.isEmpty { rows.append(row) }
                return
            default: break
            }
        }
    }

    private mutating func put(_ text: String, in row: inout WorksheetRow, _ column: Int) throws {
        guard column < Self.mostColumns, column >= 0 else {
            throw WorkbookRefusal.tooWide(row: row.number, columns: Self.mostColumns)
        }
        let missing = column + 1 - row.cells.count
        if missing > 0 { row.cells += Array(repeating: "", count: missing) }
        kept += max(0, missing)
        guard kept <= Self.mostCells else { throw WorkbookRefusal.tooManyCells(Self.mostCells) }
        row.cells[column] = text
    }

    /// The value of a cell as it was when the workbook was saved.
    private func readCell(_ reader: XMLReader) throws -> String {
        let type = reader.attribute("t") ?? "n"
        let style = reader.attribute("s").flatMap { Int($0) }
        var (value, inline, isValue, hasFormula) = ("", "", false, false)
        while let event = try reader.next() {
            switch event {
            case .start("v"): isValue = true
            case .end("v"): isValue = false
            case .start("f"): hasFormula = true
            case .start("is"): inline = try RichText.read(reader, until: "is")
            case .text(let piece) where isValue: value += piece
            case .end("c"):
                if value.isEmpty, inline.isEmpty, hasFormula { return SpreadsheetError.neverComputed }
                let text = type == "inlineStr" ? inline : shown(value, type, style)
                return text.utf8.count > Self.mostOctetsOfCell ? String(text.prefix(4_096)) + "…" : text
            default: break
            }
        }
        return ""
    }

    private func shown(_ value: String, _ type: String, _ style: Int?) -> String {
        if value.isEmpty { return "" }
        switch type {
        case "s": return Int(value.trimmed).flatMap { strings[$0] } ?? "#REF!"
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "str": return RichText.unescaped(value)
        case "e", "d", "inlineStr": return value
        default: return formats.shown(value, style: style)
        }
    }

    /// Cells merged downwards all show what the first one holds.
    private mutating func fill(_ area: String) throws {
        let corners = area.split(separator: ":").compactMap { CellReference(String($0)) }
        guard corners.count == 2, corners[0].row < corners[1].row else { return }
        let column = corners[0].column
        guard let first = place(of: corners[0].row), rows[first].cells.indices.contains(column) else {
            return
        }
        let text = rows[first].cells[column]
        for place in rows.indices.dropFirst(first + 1) {
            guard rows[place].number <= corners[1].row else { return }
            if rows[place].cells.indices.contains(column), !rows[place].cells[column].isEmpty { continue }
            var row = rows[place]
            try put(text, in: &row, column)
            rows[place] = row
        }
    }

    /// Rows are in order in every workbook that a program wrote.
    private func place(of number: Int) -> Int? {
        let place = rows.partitioningIndex { $0.number >= number }
        return place < rows.count && rows[place].number == number ? place : nil
    }
}

extension [WorksheetRow] {
    /// The first place from which on a condition holds.
    fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// The place of a cell: `B12`.
struct CellReference: Hashable {
    /// From 0.
    let column: Int
    /// From 1.
    let row: Int

    init?(_ text: String) {
        let letters = text.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)), row > 0 else {
            return nil
        }
        column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
        self.row = row
    }
}
