import Certification

/// Clauses by audits for people: a numbered audit a column.
struct CoverageMatrix {
    private let coverage: ClauseCoverage

    init(_ coverage: ClauseCoverage) { self.coverage = coverage }

    /// The audits with the numbers of their columns.
    var legend: TextTable {
        var table = TextTable(
            columns: ["no", "audit", "kind", "state", "days", "auditors"].map { .init($0) }, titled: false,
            indent: 4)
        table.rows = coverage.audits.enumerated().map { index, audit in
            [
                "\(index + 1)", audit.id, audit.kind.words, audit.state.rawValue, audit.days,
                audit.auditors.joined(separator: ", "),
            ]
        }
        return table
    }

    /// Every clause or, with a catalogue, headings for what is alike below them.
    func table(foldedBy catalogue: Catalogue?) -> TextTable {
        var table = TextTable(
            columns: [.init("clause"), .init("title", shrinks: true), .init("clauses", .right)]
                + coverage.audits.indices.map { .init("\($0 + 1)") } + [.init("not yet")], indent: 2)
        let lines =
            catalogue.map(coverage.folded)
            ?? coverage.lines.map { FoldedClauses(clause: $0.clause, count: 1, audits: $0.audits) }
        table.rows = lines.map(row)
        return table
    }

    private func row(_ line: FoldedClauses) -> [String] {
        [line.clause.number, line.clause.title, "\(line.count)"]
            + coverage.audits.map { line.audits.contains($0) ? $0.mark : "" }
            + [ClauseCoverage.partiesMissing(in: line.audits).map(\.rawValue).joined(separator: ", ")]
    }
}

extension Audit {
    fileprivate var mark: String {
        state == .planned ? "p" : kind.isExternal ? "E" : "I"
    }
}
