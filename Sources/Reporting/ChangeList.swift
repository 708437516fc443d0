import Certification

/// The list `changes.csv` of a bundle: one row for each item, clause and finding that is not as an earlier bundle told.
public enum ChangeList {
    static let header = ["what", "name", "title", "change", "before", "now", "details"]

    /// Writes the list as a file for a spreadsheet, with a byte order mark; nothing where the index tells of no earlier
    /// bundle.
    public static func write(_ index: BundleIndex, _ sink: ([UInt8]) throws -> Void) rethrows {
        guard let since = index.since else { return }
        try sink(Array(CSVWriter.text([header] + rows(since, index), byteOrderMark: true).utf8))
    }

    private static func rows(_ since: BundleIndex.SinceEntry, _ index: BundleIndex) -> [[String]] {
        let titles = Dictionary(
            index.evidence.map { ($0.id, $0.title) }
                + index.clauses.map { ("clause \($0.number)", $0.title) },
            uniquingKeysWith: { first, _ in first })
        let statements = Dictionary(
            index.findings?.map { ($0.id, $0.statement) } ?? [], uniquingKeysWith: { first, _ in first })
        return since.items.map { item in
            [
                "evidence", item.evidence, titles[item.evidence] ?? "", item.change.rawValue, "", "",
                ListCell.joined(item.details),
            ]
        }
            + since.clauses.map { clause in
                [
                    "clause", clause.clause, titles["clause \(clause.clause)"] ?? "",
                    clause.direction.rawValue, clause.before?.rawValue ?? "", clause.now.rawValue, "",
                ]
            }
            + (since.findings ?? []).map { finding in
                [
                    "finding", finding.finding, statements[finding.finding] ?? "", finding.change.rawValue,
                    "", "", ListCell.joined(finding.details),
                ]
            }
    }
}
