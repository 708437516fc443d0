/// What every surveillance looks at (rule SV-6), and which evidence shows it.
public struct SurveillanceChecklist: Hashable, Sendable {
    /// One thing to be shown.
    public struct Part: Hashable, Sendable {
        /// `report of an internal audit`
        public let asks: String
        /// The rows of the Harmonized Structure whose clauses it concerns; empty where no clause does.
        public let rows: [String]
        /// The kinds of evidence that show it; empty where any does.
        public let kinds: [EvidenceKind]
        /// Words by which people say of an item that it shows this, in lower case.
        public let tags: [String]
    }

    /// One item of the list: all its parts are to be shown.
    public struct Item: Hashable, Sendable {
        /// `a`
        public let letter: String
        /// `Internal audit and management review`
        public let title: String
        /// What is to be shown.
        public fileprivate(set) var parts: [Part]
    }

    /// In the order of the table.
    public private(set) var items: [Item] = []

    /// The words that are looked for among the tags of evidence.
    public var tags: [String] { items.flatMap(\.parts).flatMap(\.tags) }

    static let columns = ["item", "title", "asks", "clauses", "kinds", "tags"]
    /// The standard names eight subjects; a scheme may add others.
    private static let needed = "abcdefgh"

    /// Reads the table of items; everything that is wrong with it is reported by line.
    public init(parsing text: String) throws(CatalogueFile.Problems) {
        let table = CommentedTable(text, columns: Self.columns)
        var problems = table.problems
        for (line, fields) in table.rows {
            problems += take(fields).map { .init(line: line, message: $0) }
        }
        let missing = Self.needed.filter { letter in !items.contains { $0.letter == String(letter) } }
        problems += missing.map { .init(line: 0, message: "item \($0) is missing") }
        guard problems.isEmpty else { throw CatalogueFile.Problems(problems: problems) }
    }

    /// Takes in a line of the table, and says what is wrong with it.
    private mutating func take(_ fields: [String]) -> [String] {
        guard fields.count == Self.columns.count, !fields.contains(where: { $0.trimmed.isEmpty }) else {
            return ["no row of the form \(Self.columns.joined(separator: ", "))"]
        }
        let (letter, title, asks) = (fields[0], fields[1], fields[2])
        let (rows, kinds) = (Self.words(fields[3], " "), Self.words(fields[4], ","))
        let part = Part(
            asks: asks, rows: rows, kinds: kinds.compactMap { EvidenceKind(rawValue: $0) },
            tags: Self.words(fields[5], ",").map { $0.lowercased() })
        let problems =
            Self.problems(letter, part) + Self.problems(rows, kinds) + add(part, to: letter, title)
        return problems
    }

    private mutating func add(_ part: Part, to letter: String, _ title: String) -> [String] {
        guard let index = items.firstIndex(where: { $0.letter == letter }) else {
            items.append(Item(letter: letter, title: title, parts: [part]))
            return []
        }
        items[index].parts.append(part)
        return items[index].title == title
            ? [] : ["item \(letter) has the title \"\(title)\" here and \"\(items[index].title)\" before"]
    }

    private static func problems(_ letter: String, _ part: Part) -> [String] {
        let isLetter = letter.utf8.count == 1 && letter.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        let saysNothing = part.rows.isEmpty && part.kinds.isEmpty && part.tags.isEmpty
        return (isLetter ? [] : ["\"\(letter)\" is no letter from a to z"])
            + (saysNothing ? ["item \(letter) names no clauses, kinds or tags"] : [])
    }

    private static func problems(_ rows: [String], _ kinds: [String]) -> [String] {
        rows.filter { !HarmonizedStructure.isRowNumber($0) }.map { "\"\($0)\" is no common clause" }
            + kinds.filter { EvidenceKind(rawValue: $0) == nil }.map { "unknown evidence kind \"\($0)\"" }
    }

    private static func words(_ text: String, _ separator: Character) -> [String] {
        text == "-" ? [] : text.split(separator: separator).map(\.trimmed)
    }
}

extension HarmonizedStructure {
    /// Of the form `9.2`, `8+` or `A`.
    static func isRowNumber(_ text: String) -> Bool {
        let number = text.hasSuffix("+") ? String(text.dropLast()) : text
        return ClauseNumber.isWellFormed(number)
    }
}
