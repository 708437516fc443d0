/// A master list of documents in our own column names, as a table.
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
        public let clauses: [String]
        /// From the folder of the list; nil when the document is still to come.
        public let path: String?
        /// Where in the document its clauses are answered: `section 4.2`.
        public let locator: String?
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

        /// Something wrong in a column of the row on a line or, where `column` is nil, in the whole row.
        public init(line: Int, column: String?, message: String, item: String? = nil) {
            self.line = line
            self.column = column
            self.message = message
            self.item = item
        }
    }

    /// The columns that a list may have, in any order; only `id` must be there.
    public enum Column: String, CaseIterable, Sendable {
        case id, title, kind, owner, clauses, revision, effective, period
        case reviewEvery = "review_every"
        case approvedBy = "approved_by"
        case approvedOn = "approved_on"
        case review, expires, retain, classification, tags, path, locator, note, location
    }

    /// The rows that were understood, in the order of the list.
    public let rows: [Row]
    /// What is wrong with the rows that were not understood, in the order of the list.
    public let problems: [Problem]

    /// Reads a list. Throws when its header cannot be used; a bad row is a problem among the others.
    public init(_ text: DelimitedText) throws(Problem) {
        guard let header = text.rows.first else {
            throw Problem(line: 1, column: nil, message: "the list is empty")
        }
        let places = try Self.places(header)
        var rows: [Row] = []
        var problems: [Problem] = []
        // Spreadsheets leave rows of nothing but separators behind.
        for row in text.rows.dropFirst() where row.fields.contains(where: { !$0.trimmed.isEmpty }) {
            var reader = RowReader(row: row, places: places, width: header.fields.count)
            if let row = reader.read() { rows.append(row) }
            problems += reader.problemsInOrder
        }
        self.rows = rows
        self.problems = problems
    }

    /// Where each column stands.
    private static func places(_ header: DelimitedText.Row) throws(Problem) -> [Column: Int] {
        if header.fields.count == 1, let separator = header.fields[0].first(where: { ";\t|".contains($0) }) {
            let name = separator == ";" ? "semicolons" : separator == "|" ? "bars" : "tabs"
            throw Problem(
                line: header.line, column: nil, message: "the columns are separated by \(name); write commas")
        }
        var places: [Column: Int] = [:]
        for (place, name) in header.fields.enumerated() {
            guard let column = Column(rawValue: name.trimmed.lowercased()) else {
                let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem(line: header.line, column: name, message: "unknown column; known: \(known)")
            }
            guard places.updateValue(place, forKey: column) == nil else {
                throw Problem(line: header.line, column: name, message: "the column stands twice")
            }
        }
        guard places[.id] != nil else {
            throw Problem(line: header.line, column: "id", message: "the column is missing")
        }
        return places
    }
}

/// Reads one row field by field and collects everything that is wrong with it.
private struct RowReader {
    let row: DelimitedText.Row
    let places: [MasterList.Column: Int]
    let width: Int
    var problems: [MasterList.Problem] = []

    /// As the columns stand in the list.
    var problemsInOrder: [MasterList.Problem] {
        func place(_ problem: MasterList.Problem) -> Int {
            problem.column.flatMap { MasterList.Column(rawValue: $0) }.flatMap { places[$0] } ?? -1
        }
        return problems.sorted { place($0) < place($1) }
    }

    mutating func read() -> MasterList.Row? {
        guard row.fields.count == width else {
            report(nil, "\(row.fields.count) cells where the header has \(width)")
            return nil
        }
        let read = MasterList.Row(
            line: row.line, id: identifier(), facts: facts(),
            file: RevisionFacts(
                label: text(.revision), effective: day(.effective),
                period: value(.period, "no period; write 2026-06, 2026 or 2026-06-01..2026-06-30") {
                    Period($0)
                },
                approvedBy: text(.approvedBy), approvedOn: day(.approvedOn)),
            clauses: list(.clauses), path: text(.path), locator: text(.locator))
        return problems.isEmpty ? read : nil
    }

    private mutating func facts() -> EvidenceFacts {
        var facts = EvidenceFacts()
        facts.title = text(.title)
        facts.kind = value(.kind, "no kind of evidence; see dossier help kinds") {
            EvidenceKind(rawValue: $0.lowercased())
        }
        facts.owner = text(.owner)
        facts.classification = value(.classification, "not public, internal, confidential or restricted") {
            Classification(rawValue: $0.lowercased())
        }
        facts.reviewEvery = months(.reviewEvery)
        facts.reviewOn = day(.review)
        facts.expires = day(.expires)
        facts.retain = months(.retain)
        facts.tags = text(.tags) == nil ? nil : list(.tags)
        facts.note = text(.note)
        facts.location = text(.location)
        if facts.reviewOn != nil, facts.reviewEvery != nil {
            report(.review, "say either review or review_every")
        }
        return facts
    }

    private mutating func report(_ column: MasterList.Column?, _ message: String) {
        problems.append(
            .init(line: row.line, column: column?.rawValue, message: message, item: text(.id)))
    }

    private func text(_ column: MasterList.Column) -> String? {
        guard let place = places[column], row.fields.indices.contains(place) else { return nil }
        let text = row.fields[place].trimmed
        return text.isEmpty ? nil : text
    }

    private func list(_ column: MasterList.Column) -> [String] {
        (text(column) ?? "").split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    }

    private mutating func identifier() -> String {
        guard let id = text(.id) else {
            report(.id, "the id is missing")
            return ""
        }
        if !EvidenceIdentifier.isWellFormed(id) { report(.id, "\"\(id)\" is no identifier") }
        return id
    }

    private mutating func value<Value>(
        _ column: MasterList.Column, _ complaint: String, _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = text(column) else { return nil }
        let value = parse(text)
        if value == nil { report(column, "\"\(text)\" is \(complaint)") }
        return value
    }

    private mutating func day(_ column: MasterList.Column) -> Day? {
        value(column, "no day; write YYYY-MM-DD") { Day($0) }
    }

    private mutating func months(_ column: MasterList.Column) -> Months? {
        value(column, "no interval; write 12m or 1y") { Months(text: $0) }
    }
}
