import Certification

/// The list `findings-template.csv` of a bundle: for an auditor who writes findings in a spreadsheet and sends it back.
public enum FindingsTemplate {
    /// The names of the columns.
    public static let header = ["grade", "clause", "statement", "evidence"]

    /// The list without findings. Its first lines say which index it belongs to and how it is filled in; a reader passes
    /// over lines that begin with #, save for the fingerprint.
    public static func csv(index fingerprint: Fingerprint) -> String {
        let grades = FindingGrade.allCases.map(\.rawValue).joined(separator: " / ")
        return CSVWriter.text(
            [
                ["# bundle index \(fingerprint.hex)"],
                ["# grade is one of: \(grades)"],
                [
                    "# one finding a line below the names of the columns; several items of evidence with ; between them"
                ],
                header,
            ], byteOrderMark: true)
    }
}
