/// What people call the columns of a list, and what they write in its cells.
public struct ListVocabulary: Sendable {
    /// What a vocabulary says of a sort of cell.
    enum Sort: String, CaseIterable {
        case kind, classification, interval, unit, status, month
    }

    private var columns: [String: MasterList.Column] = [:]
    private var values: [Sort: [String: String]] = [:]

    /// Dossier's own words alone.
    public init() {
        for column in MasterList.Column.allCases { columns[ListWord.key(column.rawValue)] = column }
        for kind in EvidenceKind.allCases { take(kind.rawValue, as: kind.rawValue, of: .kind) }
        for level in Classification.allCases { take(level.rawValue, as: level.rawValue, of: .classification) }
        for status in DocumentStatus.allCases { take(status.rawValue, as: status.rawValue, of: .status) }
    }

    /// The words of the two tables `lists/columns.tsv` and `lists/values.tsv` beside dossier's own.
    public init(columns: String, values: String) throws(CatalogueFile.Problem) {
        self.init()
        for row in try Self.rows(columns, ["field", "language", "names"]) {
            guard let column = MasterList.Column(rawValue: row.fields[0]) else {
                throw .init(line: row.line, message: "\"\(row.fields[0])\" is no field of a master list")
            }
            for name in Self.words(row.fields[2]) { self.columns[ListWord.key(name)] = column }
        }
        for row in try Self.rows(values, ["of", "value", "language", "words"]) {
            guard let sort = Sort(rawValue: row.fields[0]) else {
                throw .init(line: row.line, message: "\"\(row.fields[0])\" is no sort of cell")
            }
            for word in Self.words(row.fields[3]) { take(word, as: row.fields[1], of: sort) }
        }
    }

    private mutating func take(_ word: String, as value: String, of sort: Sort) {
        values[sort, default: [:]][ListWord.key(word)] = value
    }

    private static func words(_ text: String) -> [String] { text.split(separator: ";").map(\.trimmed) }

    private static func rows(_ text: String, _ columns: [String]) throws(CatalogueFile.Problem)
        -> [(line: Int, fields: [String])]
    {
        let table = CommentedTable(text, columns: columns)
        if let problem = table.problems.first { throw problem }
        if let short = table.rows.first(where: { $0.fields.count != columns.count }) {
            throw .init(line: short.line, message: "\(short.fields.count) cells, not \(columns.count)")
        }
        return table.rows
    }
}

extension ListVocabulary {
    /// The field that a column means by its heading: by the whole of it or, failing that, without what is in brackets.
    func column(_ heading: String) -> MasterList.Column? {
        columns[ListWord.key(heading)] ?? columns[ListWord.key(ListWord.withoutBrackets(heading))]
    }

    /// What a word means among those of a sort.
    func value(_ word: some StringProtocol, of sort: Sort) -> String? {
        let known = values[sort] ?? [:]
        if let value = known[ListWord.key(word)] { return value }
        return known[ListWord.key(ListWord.withoutBrackets(String(word)))]
    }

    func kind(_ text: String) -> EvidenceKind? {
        value(text, of: .kind).flatMap { EvidenceKind(rawValue: $0) }
    }

    func classification(_ text: String) -> Classification? {
        value(text, of: .classification).flatMap { Classification(rawValue: $0) }
    }

    func status(_ text: String) -> DocumentStatus? {
        value(text, of: .status).flatMap { DocumentStatus(rawValue: $0) }
    }

    /// `12m`, `annually`, `every 2 years`, `1,5 Jahre`; a number alone counts what `unit` says.
    func interval(_ text: String, unit: String?) -> Months? {
        if let months = Months(text: text.lowercased()) { return months }
        if let value = value(text, of: .interval) { return Months(text: value) }
        let number = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." || $0 == "," }
        let before = text.prefix { !$0.isNumber }
        let rest = text.dropFirst(before.count + number.count)
        guard before.allSatisfy({ $0.isLetter || $0.isWhitespace }), let tenths = Self.tenths(number) else {
            return nil
        }
        let word = ListWord.key(rest)
        guard let unit = word.isEmpty ? unit : value(word, of: .unit) else { return nil }
        let months = unit == "y" ? tenths * 12 : tenths
        return months.isMultiple(of: 10) ? Months(text: "\(months / 10)m") : nil
    }

    /// `1.5` and `1,5` are 15 tenths.
    private static func tenths(_ text: Substring) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let whole = parts.first.flatMap({ Int($0) }), whole <= 1_200, parts.count <= 2 else {
            return nil
        }
        guard parts.count == 2 else { return whole * 10 }
        guard parts[1].count == 1, let tenth = Int(parts[1]) else { return nil }
        return whole * 10 + tenth
    }

    /// The month that a word names, from 1.
    func month(_ word: some StringProtocol) -> Int? { value(word, of: .month).flatMap { Int($0) } }
}

/// Where a document stands by the word of the list that names it.
public enum DocumentStatus: String, CaseIterable, Sendable {
    /// In force: what a list says of most.
    case current
    /// Not released yet: its file is no evidence.
    case draft
    /// No longer in force.
    case obsolete
}
