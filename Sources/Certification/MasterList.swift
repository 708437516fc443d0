/// A master list of documents in our own column names, as a table.
public struct MasterList: Sendable {
    /// A row that was understood.
    public struct Row: Hashable, Sendable {
        /// The line of the list on which the row begins.
        public let line: Int
        public let id: String
        public let title: String?
        public let kind: EvidenceKind?
        public let owner: String?
        /// As written; which standards they belong to, the register knows.
        public let clauses: [String]
        public let revision: String?
        public let effective: Day?
        public let period: Period?
        public let reviewEvery: Months?
        public let review: Day?
        public let expires: Day?
        public let retain: Months?
        public let classification: Classification?
        public let tags: [String]
        /// From the folder of the list; nil when the document is still to come.
        public let path: String?
        public let locator: String?
        public let note: String?
    }

    /// Why a row, or the whole list, cannot be used.
    public struct Problem: Error, Hashable, Sendable {
        public let line: Int
        /// The column as it is headed; nil when the row as a whole is meant.
        public let column: String?
        public let message: String

        public init(line: Int, column: String?, message: String) {
            self.line = line
            self.column = column
            self.message = message
        }
    }

    public enum Column: String, CaseIterable, Sendable {
        case id, title, kind, owner, clauses, revision, effective, period
        case reviewEvery = "review_every"
        case review, expires, retain, classification, tags, path, locator, note
    }

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
        for row in text.rows.dropFirst() {
            var reader = RowReader(row: row, places: places, width: header.fields.count)
            if let row = reader.read() { rows.append(row) }
            problems += reader.problems
        }
        self.rows = rows
        self.problems = problems
    }

    /// Where each column stands.
    private static func places(_ header: DelimitedText.Row) throws(Problem) -> [Column: Int] {
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

    mutating func read() -> MasterList.Row? {
        guard row.fields.count == width else {
            report(nil, "\(row.fields.count) fields where the header has \(width)")
            return nil
        }
        let read = MasterList.Row(
            line: row.line, id: identifier(), title: text(.title),
            kind: value(.kind, "no kind of evidence; see dossier help kinds") {
                EvidenceKind(rawValue: $0.lowercased())
            },
            owner: text(.owner), clauses: list(.clauses), revision: text(.revision),
            effective: day(.effective),
            period: value(.period, "no period; write 2026-06, 2026 or 2026-06-01..2026-06-30") { Period($0) },
            reviewEvery: months(.reviewEvery), review: day(.review), expires: day(.expires),
            retain: months(.retain),
            classification: value(.classification, "not public, internal, confidential or restricted") {
                Classification(rawValue: $0.lowercased())
            },
            tags: list(.tags), path: text(.path), locator: text(.locator), note: text(.note))
        if read.review != nil, read.reviewEvery != nil {
            report(.review, "say either review or review_every")
        }
        return problems.isEmpty ? read : nil
    }

    private mutating func report(_ column: MasterList.Column?, _ message: String) {
        problems.append(.init(line: row.line, column: column?.rawValue, message: message))
    }

    private func text(_ column: MasterList.Column) -> String? {
        guard let place = places[column] else { return nil }
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
