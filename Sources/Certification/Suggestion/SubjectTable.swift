/// A table of subjects as people write it: tabs between columns, `;` between phrases, blanks between clauses.
///
/// The columns are `subject`, `names`, `words` and then one for each standard, named by its identifier. A weight other
/// than the usual one stands behind a phrase as `^0.5` and behind a clause as `*0.5`.
public struct SubjectTable: Sendable {
    /// Something in the table that cannot be used.
    public struct Problem: Hashable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// What is wrong, in words.
        public let message: String
    }

    /// The subjects that could be read, in the order of the table.
    public private(set) var subjects: [EvidenceSubject] = []
    /// Everything that could not.
    public private(set) var problems: [Problem] = []

    /// A clause after the first counts for so much of the one before it.
    private static let rankWeights = [1, 0.92, 0.84, 0.76, 0.7, 0.64]

    /// Reads a table; empty lines and lines that begin with # say nothing.
    public init(_ text: String) { self.init(text, columns: ["subject", "names", "words"], isOpen: true) }

    /// Reads a table of kinds, which answer nothing.
    init(kinds text: String) { self.init(text, columns: ["kind", "names", "words"], isOpen: false) }

    private init(_ text: String, columns: [String], isOpen: Bool) {
        var standards: [String]?
        let content = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for (index, line) in content.lines.enumerated() where !Self.saysNothing(line) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
            guard let known = standards else {
                standards = header(fields, columns, isOpen: isOpen, line: index + 1)
                if standards == nil { return }
                continue
            }
            read(fields, standards: known, line: index + 1)
        }
        if standards == nil { problems.append(Problem(line: 1, message: "the table is empty")) }
    }

    private static func saysNothing(_ line: Substring) -> Bool {
        line.hasPrefix("#") || line.allSatisfy(\.isWhitespace)
    }

    private mutating func header(_ fields: [String], _ columns: [String], isOpen: Bool, line: Int)
        -> [String]?
    {
        guard fields.count > columns.count || !isOpen, Array(fields.prefix(3)) == columns else {
            let wanted = columns.joined(separator: ", ")
            problems.append(
                Problem(line: line, message: "the columns must be: \(wanted) and one a standard"))
            return nil
        }
        return Array(fields.dropFirst(3))
    }

    private mutating func read(_ fields: [String], standards: [String], line: Int) {
        guard let name = fields.first, !name.isEmpty, fields.count <= standards.count + 3 else {
            let message =
                fields.count > standards.count + 3 ? "has more fields than columns" : "names no subject"
            return problems.append(Problem(line: line, message: message))
        }
        let filled = fields + Array(repeating: "", count: standards.count + 3 - fields.count)
        let answers = zip(standards, filled.dropFirst(3)).map { standard, cell in
            (standard, self.answers(cell, line: line))
        }
        subjects.append(
            EvidenceSubject(
                name: name, names: phrases(filled[1], line: line), words: phrases(filled[2], line: line),
                answers: Dictionary(
                    answers.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })))
    }

    private mutating func phrases(_ cell: String, line: Int) -> [EvidenceSubject.Phrase] {
        cell.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }.map { item in
            let (text, weight) = weighed(item, mark: "^", usual: 1, line: line)
            return EvidenceSubject.Phrase(text: text, weight: weight)
        }
    }

    private mutating func answers(_ cell: String, line: Int) -> [EvidenceSubject.Answer] {
        cell.split(separator: " ").enumerated().map { rank, item in
            let usual = Self.rankWeights[min(rank, Self.rankWeights.count - 1)]
            let (clause, weight) = weighed(String(item), mark: "*", usual: usual, line: line)
            return EvidenceSubject.Answer(clause: clause, weight: weight)
        }
    }

    private mutating func weighed(_ item: String, mark: Character, usual: Double, line: Int)
        -> (String, Double)
    {
        guard let position = item.lastIndex(of: mark) else { return (item, usual) }
        let digits = item[item.index(after: position)...]
        guard let weight = Double(digits), weight > 0, weight <= 1 else {
            problems.append(Problem(line: line, message: "\"\(item)\": a weight is above 0 and at most 1"))
            return (String(item[..<position]).trimmed, usual)
        }
        return (String(item[..<position]).trimmed, weight)
    }
}
