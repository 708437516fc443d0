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
    public struct Dialect: Hashable, Sendable {
        /// The character between two fields.
        public let separator: UInt8
        /// The character around fields that hold separators or line breaks; nil where there is none.
        public let quote: UInt8?

        /// Comma, double quotes, line breaks allowed inside quotes.
        public static let csv = Dialect(separator: UInt8(ascii: ","))
        /// The same with semicolons: what spreadsheets write where the comma is the decimal sign.
        public static let semicolons = Dialect(separator: UInt8(ascii: ";"))
        /// Tab, no quoting at all.
        public static let tsv = Dialect(separator: UInt8(ascii: "\t"), quote: nil)

        /// Fields with this separator, in double quotes where need be.
        public init(separator: UInt8, quote: UInt8? = UInt8(ascii: "\"")) {
            self.separator = separator
            self.quote = quote
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

    /// Rows that came otherwise than as text: from a workbook.
    public init(rows: [Row]) { self.rows = rows }
}

/// The state of reading a delimited text byte by byte.
struct RowSplitter {
    private let separator: UInt8
    private let quote: UInt8?
    /// The rows that are complete.
    private(set) var rows: [DelimitedText.Row] = []
    /// Fields that were quoted as the rules have it.
    private(set) var quotedFields = 0
    /// Fields in which something stands behind the closing quote: the character was no quote.
    private(set) var brokenQuotes = 0
    private var fields: [String] = []
    private var field: [UInt8] = []
    private var line = 1
    private var rowLine = 1
    private var quoteLine = 0
    private var insideQuotes = false
    private var closedQuote = false
    private var afterReturn = false

    init(dialect: DelimitedText.Dialect) {
        separator = dialect.separator
        quote = dialect.quote
    }

    mutating func take(_ byte: UInt8) {
        let pairedFeed = afterReturn && byte == UInt8(ascii: "\n")
        afterReturn = byte == UInt8(ascii: "\r")
        if insideQuotes { return takeQuoted(byte, pairedFeed: pairedFeed) }
        switch byte {
        case UInt8(ascii: "\n") where pairedFeed: rowLine = line
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endRow()
        case separator: endField()
        case quote where closedQuote:
            field.append(byte)
            insideQuotes = true
        case quote where field.isEmpty:
            insideQuotes = true
            quoteLine = line
        default:
            if closedQuote { brokenQuotes += 1 }
            field.append(byte)
        }
    }

    private mutating func takeQuoted(_ byte: UInt8, pairedFeed: Bool) {
        if byte == quote {
            insideQuotes = false
            closedQuote = true
            return
        }
        if (byte == UInt8(ascii: "\n") && !pairedFeed) || byte == UInt8(ascii: "\r") { line += 1 }
        field.append(byte)
    }

    private mutating func endField() {
        if closedQuote { quotedFields += 1 }
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
