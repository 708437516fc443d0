/// The clauses that ISO's management-system standards have in common, and which clauses of each edition belong to
/// which of them.
///
/// The assignment is our own judgement, never made by equal number: 10.1 is continual improvement in one standard
/// and nonconformity in another.
public struct HarmonizedStructure: Sendable {
    /// One common clause, or what single disciplines ask for beside the common clauses of a chapter.
    public struct Row: Hashable, Sendable {
        /// `10.1`; `8+` for what is a discipline's own; `A` for the controls of Annex A.
        public let number: String
        /// In our words.
        public let title: String
        /// The clauses of each edition that belong here, each with all below it, by the edition's identifier.
        public fileprivate(set) var roots: [String: [String]]

        /// What belongs to no other row: all clauses of a standard that the structure does not know.
        public static let own = Row(number: "own", title: "Own clauses", roots: [:])
    }

    /// In the order in which they are shown.
    public private(set) var rows: [Row] = []

    static let columns = ["row", "title", "standard", "clauses"]

    /// Reads the table of rows; everything that is wrong with it is reported by line.
    public init(parsing text: String) throws(CatalogueFile.Problems) {
        let table = CommentedTable(text, columns: Self.columns)
        var problems = table.problems
        for (line, fields) in table.rows {
            if let message = take(fields) { problems.append(.init(line: line, message: message)) }
        }
        guard problems.isEmpty else { throw CatalogueFile.Problems(problems: problems) }
    }

    /// Takes in a line of the table, or says why it cannot be used.
    private mutating func take(_ fields: [String]) -> String? {
        guard fields.count == Self.columns.count, !fields.contains("") else {
            return "no row of the form \(Self.columns.joined(separator: ", "))"
        }
        let (number, title, standard) = (fields[0], fields[1], fields[2])
        let clauses = fields[3].split(separator: " ").map(String.init)
        if let bad = clauses.first(where: { !ClauseNumber.isWellFormed($0) }) {
            return "\"\(bad)\" is no clause number"
        }
        if let taken = clauses.first(where: { row(ofRoot: $0, in: standard) != nil }) {
            return
                "\(standard) \(taken) stands in row \(row(ofRoot: taken, in: standard)?.number ?? "") already"
        }
        let index = rows.firstIndex { $0.number == number } ?? rows.endIndex
        if index == rows.endIndex { rows.append(Row(number: number, title: title, roots: [:])) }
        guard rows[index].title == title else {
            return "row \(number) has the title \"\(title)\" here and \"\(rows[index].title)\" before"
        }
        guard rows[index].roots.updateValue(clauses, forKey: standard) == nil else {
            return "row \(number) names \(standard) twice"
        }
        return nil
    }

    private func row(ofRoot root: String, in standard: String) -> Row? {
        rows.first { $0.roots[standard]?.contains(root) ?? false }
    }
}

extension HarmonizedStructure {
    /// All rows with the requirement clauses of a catalogue that belong there, each clause in exactly one row.
    ///
    /// The longest number that fits decides. What fits nowhere stands in the last row, `Row.own`.
    public func assignment(of catalogue: Catalogue) -> [(row: Row, clauses: [Clause])] {
        let roots = roots(of: catalogue.standard.id)
        let byRow = Dictionary(grouping: catalogue.requirements) { place(of: $0.number, among: roots) }
        return (rows + [.own]).enumerated().map { ($1, byRow[$0] ?? []) }
    }

    private func roots(of standard: String) -> [(root: String, row: Int)] {
        rows.enumerated().flatMap { index, row in (row.roots[standard] ?? []).map { ($0, index) } }
    }

    private func place(of number: String, among roots: [(root: String, row: Int)]) -> Int {
        let fitting = roots.filter { number == $0.root || number.hasPrefix($0.root + ".") }
        return fitting.max { $0.root.utf8.count < $1.root.utf8.count }?.row ?? rows.endIndex
    }
}
