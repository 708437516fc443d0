import Certification

/// The list `clauses.csv` of a bundle: one row a clause, in the order of the standard.
public enum ClauseList {
    static let header = [
        "number", "title", "title_confirmed", "requirement", "status", "reasons", "demands", "answered_by",
        "evidence",
    ]

    /// Writes the list as a file for a spreadsheet, with a byte order mark.
    public static func write(_ index: BundleIndex, _ sink: ([UInt8]) throws -> Void) rethrows {
        try sink(Array(CSVWriter.text([header] + index.clauses.map(row), byteOrderMark: true).utf8))
    }

    private static func row(_ clause: BundleIndex.ClauseEntry) -> [String] {
        [
            clause.number, clause.title, clause.titleUnconfirmed ? "no" : "yes",
            clause.status == nil ? "no" : "yes",
            clause.status?.rawValue ?? "", ListCell.reasons(clause.reasons),
            ListCell.joined(clause.demands.map(\.demand.rawValue)),
            ListCell.joined(clause.demands.map(answer)),
            ListCell.joined(clause.links.map(\.evidence)),
        ]
    }

    /// `maintain: PRO-003, PRO-004`
    private static func answer(_ demand: BundleIndex.DemandEntry) -> String {
        let items = demand.providedBy.isEmpty ? "nothing" : demand.providedBy.joined(separator: ", ")
        return "\(demand.demand.rawValue): \(items)"
    }
}

/// Several facts in one cell of a list.
enum ListCell {
    static func joined(_ facts: [String]) -> String { facts.joined(separator: "; ") }

    /// `PRO-003: review was due 2026-10-01`; without the item where the row is about the item.
    static func reasons(_ reasons: [BundleIndex.ReasonEntry], within id: String? = nil) -> String {
        joined(
            reasons.map { reason in
                guard let subject = reason.evidence, subject != id else { return reason.text }
                return "\(subject): \(reason.text)"
            })
    }
}
