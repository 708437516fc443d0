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

    /// The lines of the table; cells are cut to fit `width`, never wrapped.
    func lines(width: Int?) -> [String] {
        let cells = (titled ? [columns.map(\.title)] : []) + rows.map { $0.map(ShownText.line) }
        guard !rows.isEmpty else { return [] }
        let widths = fittedWidths(of: cells, width: width)
        return cells.map { line($0, widths) }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = zip(cells, zip(columns, widths)).map { cell, place in
            let text = TerminalText.fitted(cell, to: place.1)
            let blank = String(repeating: " ", count: max(0, place.1 - TerminalText.columns(text)))
            return place.0.alignment == .left ? text + blank : blank + text
        }
        var line =
            String(repeating: " ", count: indent)
            + padded.joined(separator: String(repeating: " ", count: Self.gap))
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    /// The natural widths or, when they do not fit, those of the shrinking columns cut down, the widest first.
    private func fittedWidths(of cells: [[String]], width: Int?) -> [Int] {
        var widths = columns.indices.map { column in cells.map { TerminalText.columns($0[column]) }.max() ?? 0
        }
        guard let width else { return widths }
        let shrinking = columns.indices.filter { columns[$0].shrinks || $0 == columns.count - 1 }
        var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) + indent - width
        while excess > 0, let widest = shrinking.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Self.narrowest
        {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
