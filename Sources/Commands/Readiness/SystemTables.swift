import Certification

/// The tables of an integrated system: as many standards beside each other as a terminal has room for, the others
/// below. Titles are cut, cells never.
struct SystemTables {
    private let numbers: [String]
    private let titles: [String]
    /// The texts of each standard, its name first, its total last.
    private let cells: [[String]]

    /// The width down to which titles give way before standards go into another table.
    private static let leastTitle = 14
    private static let gap = 2

    init(_ page: SystemPage) {
        numbers = ["clause"] + page.clauses.map(\.clause) + ["all"]
        titles = ["title"] + page.clauses.map(\.title) + ["Covered"]
        cells = page.standards.enumerated().map { index, standard in
            let total = "\(standard.counts[.covered])/\(standard.counts.applicable)"
            return [standard.name] + page.clauses.map { $0.standards[index].text } + [total]
        }
    }

    func tables(width: Int?) -> [TextTable] {
        guard !cells.isEmpty else { return [] }
        guard let width else { return [table(cells[...], titleWidth: .max)] }
        let parts = (1...cells.count).lazy.map(parts)
            .first { $0.allSatisfy { titleWidth(beside: $0, in: width) >= Self.leastTitle } }
        return (parts ?? self.parts(cells.count)).map { part in
            table(part, titleWidth: max(Self.leastTitle, titleWidth(beside: part, in: width)))
        }
    }

    /// The standards in so many parts, as even as can be.
    private func parts(_ count: Int) -> [ArraySlice<[String]>] {
        (0..<count).map { cells[cells.count * $0 / count..<cells.count * ($0 + 1) / count] }
    }

    private func titleWidth(beside part: ArraySlice<[String]>, in width: Int) -> Int {
        part.reduce(width - Self.widest(numbers) - Self.gap) { $0 - Self.gap - Self.widest($1) }
    }

    private static func widest(_ texts: [String]) -> Int { texts.map(TerminalText.columns).max() ?? 0 }

    private func table(_ part: ArraySlice<[String]>, titleWidth: Int) -> TextTable {
        var table = TextTable(
            columns: [.init("clause"), .init("title")] + part.map { .init($0.first ?? "") })
        table.rows = numbers.indices.dropFirst().map { row in
            [numbers[row], TerminalText.fitted(titles[row], to: titleWidth)] + part.map { $0[row] }
        }
        return table
    }
}
