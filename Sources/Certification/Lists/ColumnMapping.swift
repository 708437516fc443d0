/// Which column of a list means which field.
public struct ColumnMapping: Sendable {
    /// What becomes of one column.
    public struct Entry: Hashable, Sendable {
        /// As it is headed; `column 5` where it has no heading.
        public let heading: String
        /// The field that it fills; nil where it is left out.
        public let column: MasterList.Column?
        /// The standard whose clauses it names, where the heading says so: `9001`.
        public let standard: String?
        /// Why it is left out, where there is more to say than that its name is unknown.
        public let remark: String?
    }

    /// In the order of the list; columns without heading and content are not among them.
    public let entries: [Entry]
    /// Where the column of each entry stands, from 0.
    let positions: [Int]

    /// Whether every column bears the name of its field, so that there is nothing to say of it.
    public var isPlain: Bool { entries.allSatisfy { $0.column?.rawValue == $0.heading.lowercased() } }

    /// The columns that fill a field: one, except for clauses, which may stand in a column for each standard.
    func places(of column: MasterList.Column) -> [(position: Int, entry: Entry)] {
        zip(positions, entries).filter { $0.1.column == column }.map { (position: $0.0, entry: $0.1) }
    }

    /// As the column of a field is headed, to name it in messages.
    public func heading(of column: MasterList.Column) -> String {
        places(of: column).first?.entry.heading ?? column.rawValue
    }
}

extension ColumnMapping {
    /// The meaning of a header. `filled` are the positions of the columns in which anything stands below it.
    init(
        _ header: DelimitedText.Row, filled: Set<Int>, _ reading: ListReading
    ) throws(MasterList.Problem) {
        let headed = Self.headed(header, filled)
        var entries = headed.map { Self.entry($0.heading, reading) }
        try Self.refuseUnknown(reading.assignments, header, headed.map(\.heading))
        try Self.settle(&entries, header, reading)
        self.entries = entries
        positions = headed.map(\.position)
    }

    private static func headed(_ header: DelimitedText.Row, _ filled: Set<Int>) -> [(
        position: Int, heading: String
    )] {
        let width = max(header.fields.count, (filled.max() ?? -1) + 1)
        return (0..<width).compactMap { position in
            let cell = position < header.fields.count ? header.fields[position] : ""
            let heading = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if heading.isEmpty, !filled.contains(position) { return nil }
            return (position: position, heading: heading.isEmpty ? "column \(position + 1)" : heading)
        }
    }

    private static func entry(_ heading: String, _ reading: ListReading) -> Entry {
        if let said = reading.assignments.first(where: { $0.names(heading) }) {
            return Entry(
                heading: heading, column: said.column,
                standard: said.column == .clauses ? StandardHeading.standard(in: heading) : nil,
                remark: said.column == nil ? "as you said" : nil)
        }
        if let column = reading.vocabulary.column(heading) {
            return Entry(heading: heading, column: column, standard: nil, remark: nil)
        }
        let standard = StandardHeading.clauses(of: heading)
        return Entry(
            heading: heading, column: standard == nil ? nil : .clauses, standard: standard, remark: nil)
    }

    private static func refuseUnknown(
        _ assignments: [ListReading.Assignment], _ header: DelimitedText.Row, _ headings: [String]
    ) throws(MasterList.Problem) {
        for assignment in assignments where !headings.contains(where: assignment.names) {
            throw .init(
                line: header.line, column: nil,
                message: "there is no column \"\(assignment.heading)\"; the list has: "
                    + headings.joined(separator: ", "))
        }
    }

    /// A field is filled by one column: by the one that the user names or that bears its very name, else by the only one.
    private static func settle(_ entries: inout [Entry], _ header: DelimitedText.Row, _ reading: ListReading)
        throws(MasterList.Problem)
    {
        for column in MasterList.Column.allCases where column != .clauses {
            let rivals = entries.indices.filter { entries[$0].column == column }
            guard rivals.count > 1 else { continue }
            let winners = preferred(rivals.map { entries[$0].heading }, column, reading)
            guard winners.count == 1, let winner = winners.first else {
                throw twice(rivals.map { entries[$0].heading }, column, header)
            }
            for place in rivals where entries[place].heading != winner {
                entries[place] = Entry(
                    heading: entries[place].heading, column: nil, standard: nil,
                    remark: "\(column.rawValue) is taken from \(winner)")
            }
        }
    }

    private static func preferred(
        _ headings: [String], _ column: MasterList.Column, _ reading: ListReading
    ) -> [String] {
        let said = headings.filter { heading in reading.assignments.contains { $0.names(heading) } }
        if !said.isEmpty { return said }
        return headings.filter { ListWord.key($0) == ListWord.key(column.rawValue) }
    }

    private static func twice(
        _ headings: [String], _ column: MasterList.Column, _ header: DelimitedText.Row
    ) -> MasterList.Problem {
        if Set(headings).count == 1 {
            return .init(line: header.line, column: headings[0], message: "the column stands twice")
        }
        return .init(
            line: header.line, column: column.rawValue,
            message: "the columns \(headings.joined(separator: " and ")) both say it",
            hint: "choose one of them: --map '\(headings[0])=\(column.rawValue)'")
    }
}

extension ListReading.Assignment {
    /// Whether it speaks of the column with this heading.
    func names(_ heading: String) -> Bool {
        let key = ListWord.key(self.heading)
        return key.isEmpty ? self.heading == heading : key == ListWord.key(heading)
    }
}

/// Headings that name a standard: `ISO 9001 clause`.
enum StandardHeading {
    /// The words that may stand beside the number in the heading of a column of clauses.
    private static let words: Set<String> = [
        "iso", "iec", "en", "din", "clause", "clauses", "control", "controls", "annex", "a", "ref",
        "reference",
        "requirement", "requirements", "section", "kapitel", "abschnitt", "chapitre", "no",
    ]

    /// The standard, where the heading says nothing but the clauses of which one stand below it.
    static func clauses(of heading: String) -> String? {
        let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
        guard words.allSatisfy(Self.words.contains) else { return nil }
        return standard(in: heading)
    }

    /// The number of the standard in a heading: `20000-1` of `ISO/IEC 20000-1:2018 clause`.
    static func standard(in heading: String) -> String? {
        heading.firstMatch(of: /(?:^|[^0-9])([0-9]{4,5}(?:-[0-9]{1,2})?)(?:$|[^0-9])/).map {
            String($0.output.1)
        }
    }
}
