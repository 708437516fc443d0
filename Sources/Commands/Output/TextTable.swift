import Reporting

/// Rows in columns for people. Plain text when it is not read on a terminal.
struct TextTable {
    enum Alignment {
        case left, right
    }

    struct Column {
        let title: String
        var alignment = Alignment.left
        /// May be cut when the terminal is narrow; the last column always may.
        var shrinks = false

        init(_ title: String, _ alignment: Alignment = .left, shrinks: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.shrinks = shrinks
        }
    }

    let columns: [Column]
    var rows: [[String]] = []
    /// Whether the titles are shown.
    var titled = true
    var indent = 0

    private static let gap = 2
    private static let narrowest = 8
    /// Columns that may shrink give way down to this width before the last column, which says why.
    private static let readable = 22
    /// Where nothing is cut, one long cell shall not push all rows apart.
    private static let widest = 100

    /// The lines of the table; cells are cut to fit `width`, never wrapped.
    func lines(width: Int?) -> [String] {
        let cells = (titled ? [columns.map(\.title)] : []) + rows.map { $0.map(ShownText.line) }
        guard !rows.isEmpty else { return [] }
        let widths = fittedWidths(of: cells, width: width)
        return cells.map { line($0, widths, isCut: width != nil) }
    }

    /// Whether nothing has to be cut at this width.
    func fits(_ width: Int?) -> Bool {
        guard let width else { return true }
        let cells = rows.map { $0.map(ShownText.line) }
        return columns.indices.reduce(indent + Self.gap * (columns.count - 1)) { sum, column in
            sum + (cells.map { TerminalText.columns($0[column]) }.max() ?? 0)
        } <= width
    }

    private func line(_ cells: [String], _ widths: [Int], isCut: Bool) -> String {
        let padded = zip(cells, zip(columns, widths)).map { cell, place in
            let text = isCut ? TerminalText.fitted(cell, to: place.1) : cell
            let blank = String(repeating: " ", count: max(0, place.1 - TerminalText.columns(text)))
            return place.0.alignment == .left ? text + blank : blank + text
        }
        let line =
            String(repeating: " ", count: indent)
            + padded.joined(separator: String(repeating: " ", count: Self.gap))
        let blanks = line.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        return blanks == 0 ? line : String(line.utf8.dropLast(blanks)) ?? line
    }

    /// The natural widths or, when they do not fit, cut down: first the shrinking columns as far as they stay
    /// readable, then the last one, then what is left.
    private func fittedWidths(of cells: [[String]], width: Int?) -> [Int] {
        let widths = columns.indices.map { column in
            cells.map { TerminalText.columns($0[column]) }.max() ?? 0
        }
        guard let width else { return widths.map { min($0, Self.widest) } }
        let last = columns.count - 1
        let shrinking = columns.indices.filter { columns[$0].shrinks && $0 != last }
        let room = width - Self.gap * last - indent
        let readable = cut(widths, shrinking, downTo: Self.readable, to: room)
        return cut(
            cut(readable, [last], downTo: Self.readable, to: room), shrinking + [last],
            downTo: Self.narrowest,
            to: room)
    }

    /// Narrows columns, the widest first, until the table fits or they are as narrow as they may be.
    private func cut(_ widths: [Int], _ places: [Int], downTo least: Int, to room: Int) -> [Int] {
        var widths = widths
        while widths.reduce(0, +) > room, let place = places.max(by: { widths[$0] < widths[$1] }),
            widths[place] > least
        {
            widths[place] -= 1
        }
        return widths
    }
}
