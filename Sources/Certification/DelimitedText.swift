/// A table written as text: comma-separated with quotes (RFC 4180), the same with semicolons, or tab-separated without.
///
/// Rows keep the number of the line on which they begin, because every complaint names its line.
public struct DelimitedText: Sendable {
    /// One row of the table, which may span several lines.
    public struct Row: Sendable, Equatable {
        /// The line, from 1, on which the row begins.
        public let line: Int
        /// The text of each field, unquoted but not trimmed.
        public let fields: [String]

        /// A row that begins on a line, from 1.
        public init(line: Int, fields: [String]) {
            self.line = line
            self.fields = fields
        }
    }

    /// A quoted field that never ends: the line on which it began.
    public struct UnterminatedQuote: Error, Equatable {
        /// The line, from 1, on which the quote was opened.
        public let line: Int

        /// A quote opened on this line and never closed.
        public init(line: Int) { self.line = line }
    }

    /// How fields are separated and quoted.
    public enum Dialect: Sendable {
        /// Comma, double quotes, line breaks allowed inside quotes.
        case csv
        /// The same with semicolons: what spreadsheets write where the comma is the decimal sign.
        case semicolons
        /// Tab, no quoting at all.
        case tsv

        var separator: UInt8 {
            switch self {
            case .csv: UInt8(ascii: ",")
            case .semicolons: UInt8(ascii: ";")
            case .tsv: UInt8(ascii: "\t")
            }
        }
    }

    /// In the order of the text, the header among them; empty lines are left out.
    public let rows: [Row]

    /// Splits `text`; a leading byte order mark and empty lines are passed over.
    public init(_ text: String, dialect: Dialect) throws(UnterminatedQuote) {
        var splitter = RowSplitter(dialect: dialect)
        let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for byte in content.utf8 { splitter.take(byte) }
        rows = try splitter.finish()
    }
}

/// The state of reading a delimited text byte by byte.
private struct RowSplitter {
    let separator: UInt8
    let quotes: Bool
    var rows: [DelimitedText.Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var rowLine = 1
    var quoteLine = 0
    var insideQuotes = false
    var closedQuote = false
    var afterReturn = false

    init(dialect: DelimitedText.Dialect) {
        separator = dialect.separator
        quotes = dialect != .tsv
    }

    mutating func take(_ byte: UInt8) {
        let pairedFeed = afterReturn && byte == UInt8(ascii: "\n")
        afterReturn = byte == UInt8(ascii: "\r")
        if insideQuotes { return takeQuoted(byte, pairedFeed: pairedFeed) }
        switch byte {
        case UInt8(ascii: "\n") where pairedFeed: rowLine = line
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endRow()
        case separator: endField()
        case UInt8(ascii: "\"") where quotes && closedQuote:
            field.append(byte)
            insideQuotes = true
        case UInt8(ascii: "\"") where quotes && field.isEmpty:
            insideQuotes = true
            quoteLine = line
        default: field.append(byte)
        }
    }

    private mutating func takeQuoted(_ byte: UInt8, pairedFeed: Bool) {
        if byte == UInt8(ascii: "\"") {
            insideQuotes = false
            closedQuote = true
            return
        }
        if (byte == UInt8(ascii: "\n") && !pairedFeed) || byte == UInt8(ascii: "\r") { line += 1 }
        field.append(byte)
    }

    private mutating func endField() {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        closedQuote = false
    }

    private mutating func endRow() {
        endField()
        if fields != [""] { rows.append(.init(line: rowLine, fields: fields)) }
        fields.removeAll(keepingCapacity: true)
        line += 1
        rowLine = line
    }

    mutating func finish() throws(DelimitedText.UnterminatedQuote) -> [DelimitedText.Row] {
        if insideQuotes { throw .init(line: quoteLine) }
        if !field.isEmpty || !fields.isEmpty { endRow() }
        return rows
    }
}
