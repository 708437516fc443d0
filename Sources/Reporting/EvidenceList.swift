import Certification

/// The list `evidence.csv` of a bundle: one row a file, and one for each item without a file.
public enum EvidenceList {
    static let header = [
        "id", "title", "kind", "owner", "classification", "standing", "reasons", "clauses", "file",
        "original_name",
        "size", "sha256", "revision", "label", "effective", "period", "received", "absence", "review_due",
        "expires",
    ]

    /// Writes the list as a file for a spreadsheet, with a byte order mark, item by item.
    public static func write(_ index: BundleIndex, _ sink: ([UInt8]) throws -> Void) rethrows {
        try sink(Array(CSVWriter.text([header], byteOrderMark: true).utf8))
        for item in index.evidence { try sink(Array(CSVWriter.text(rows(item)).utf8)) }
    }

    private static func rows(_ item: BundleIndex.EvidenceEntry) -> [[String]] {
        let files = item.files.isEmpty ? [Array(repeating: "", count: 10)] : item.files.map(cells)
        return files.map { itemCells(item) + $0 + [text(item.reviewDue), text(item.expires)] }
    }

    private static func itemCells(_ item: BundleIndex.EvidenceEntry) -> [String] {
        [
            item.id, item.title, item.kind.rawValue, item.owner ?? "", item.classification?.rawValue ?? "",
            item.standing.rawValue, ListCell.reasons(item.reasons, within: item.id),
            ListCell.joined(item.links.map(\.clause)),
        ]
    }

    private static func cells(_ file: BundleIndex.FileEntry) -> [String] {
        [
            file.path ?? "", file.originalName, String(file.size), file.fingerprint.hex,
            String(file.revision),
            file.label ?? "", text(file.effective), text(file.period), text(file.received),
            file.absence?.rawValue ?? "",
        ]
    }

    private static func text(_ value: (some CustomStringConvertible)?) -> String {
        value.map(\.description) ?? ""
    }
}
