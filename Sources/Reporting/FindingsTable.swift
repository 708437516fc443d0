import Certification

/// The list `findings.csv` of a bundle: one row a finding of an earlier audit, with what was done about it.
public enum FindingsTable {
    static let header = [
        "id", "grade", "audit", "clause", "statement", "raised", "due", "state", "correction", "corrected",
        "cause", "explained", "action", "acted", "action_due", "verified", "closed", "evidence",
        "absent_evidence",
    ]

    /// Writes the list as a file for a spreadsheet, with a byte order mark.
    public static func write(_ findings: [BundleIndex.FindingEntry], _ sink: ([UInt8]) throws -> Void)
        rethrows
    {
        try sink(Array(CSVWriter.text([header] + findings.map(row), byteOrderMark: true).utf8))
    }

    private static func row(_ finding: BundleIndex.FindingEntry) -> [String] {
        [
            finding.id, finding.grade.rawValue, finding.audit, finding.clause ?? "", finding.statement,
            finding.raised.description, text(finding.due), finding.state, finding.correction ?? "",
            text(finding.corrected), finding.cause ?? "", text(finding.explained), finding.action ?? "",
            text(finding.acted), text(finding.actionDue), text(finding.verified), text(finding.closed),
            ListCell.joined(finding.evidence), ListCell.joined(finding.absentEvidence ?? []),
        ]
    }

    private static func text(_ day: Day?) -> String { day?.description ?? "" }
}
