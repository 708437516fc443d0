/// A master list of documents, as a table in our own column names or in those of its readers.
public struct MasterList: Sendable {
    /// A row that was understood.
    public struct Row: Hashable, Sendable {
        /// The line of the list on which the row begins.
        public let line: Int
        /// The identifier of the item, well formed.
        public let id: String
        /// What the row says of the item; blank cells say nothing.
        public let facts: EvidenceFacts
        /// What the row says of the file.
        public let file: RevisionFacts
        /// As written; which standards they belong to, the register knows.
        public let clauses: [NamedClause]
        /// From the folder of the list; nil when the document is still to come.
        public let path: String?
        /// Where in the document its clauses are answered: `section 4.2`.
        public let locator: String?
    }

    /// A clause that a row names.
    public struct NamedClause: Hashable, Sendable {
        /// As written, with its standard where the row or its column says one: `27001:A.5.24`.
        public let text: String
        /// Whether the list only passes on what the program suggested, which `8.6.1?` says; without the mark a person says it.
        public let isSuggested: Bool

        /// A clause as written.
        public init(text: String, isSuggested: Bool = false) {
            self.text = text
            self.isSuggested = isSuggested
        }

        /// What stands behind a clause that is only suggested.
        public static let mark: Character = "?"
    }

    /// Why a row, or the whole list, cannot be used.
    public struct Problem: Error, Hashable, Sendable {
        /// The line of the list, from 1.
        public let line: Int
        /// The column as it is headed; nil when the row as a whole is meant.
        public let column: String?
        /// What is wrong, in words, without line and column.
        public let message: String
        /// The identifier in the row, where it has one: further rows of the item stand and fall with it.
        public let item: String?
        /// What to do about it, where that is more than to look at the formats.
        public let hint: String?

        /// Something wrong in a column of the row on a line or, where `column` is nil, in the whole row.
        public init(line: Int, column: String?, message: String, item: String? = nil, hint: String? = nil) {
            self.line = line
            self.column = column
            self.message = message
            self.item = item
            self.hint = hint
        }
    }

    /// The columns that a list may have, in any order; only `id` must be there.
    public enum Column: String, CaseIterable, Sendable {
        case id, title, kind, owner, standard, clauses, status, revision, effective, period
        case reviewEvery = "review_every"
        case approvedBy = "approved_by"
        case approvedOn = "approved_on"
        case review, expires, retain, classification, tags, path, locator, note, location

        /// The columns whose cells are dates.
        static let days: [Column] = [.effective, .approvedOn, .review, .expires]
    }

    /// The rows that were understood, in the order of the list.
    public let rows: [Row]
    /// What is wrong with the rows that were not understood, in the order of the list.
    public let problems: [Problem]
    /// Which column was taken for which field.
    public let mapping: ColumnMapping
    /// What was read otherwise than it is written, and what was passed over.
    public let remarks: ListRemarks

    /// Reads a list. Throws when its header cannot be used; a bad row is a problem among the others.
    public init(_ text: DelimitedText, reading: ListReading = ListReading()) throws(Problem) {
        let (header, body) = try ListHeader.split(text.rows, reading)
        mapping = try ColumnMapping(header, filled: Self.filled(body), reading)
        try ListHeader.demandID(mapping, header, text.rows, reading)
        let table = ListColumns(mapping, header, body, reading)
        var rows: [Row] = []
        var problems: [Problem] = []
        var remarks = ListRemarks(table)
        for row in body {
            var reader = ListRowReader(row: row, columns: table)
            if let row = reader.read() { rows.append(row) }
            problems += reader.problemsInOrder
            remarks.take(reader)
        }
        self.rows = rows
        self.problems = problems
        self.remarks = remarks
    }

    /// The positions at which any row has something to say.
    private static func filled(_ body: [DelimitedText.Row]) -> Set<Int> {
        var filled: Set<Int> = []
        for row in body {
            for (position, cell) in row.fields.enumerated() where !filled.contains(position) {
                if cell.contains(where: { !$0.isWhitespace }) { filled.insert(position) }
            }
        }
        return filled
    }
}
