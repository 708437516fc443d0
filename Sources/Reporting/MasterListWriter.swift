import Certification

/// Writes a master list as comma-separated values that a spreadsheet opens without running anything in them, and that
/// read the same again: line breaks within a cell stay.
public enum MasterListWriter {
    /// The row of the names of the columns.
    public static var header: String { row(RegisterList.columns.map(\.rawValue)) }

    /// One row of a list.
    public static func row(_ row: RegisterList.Row) -> String {
        Self.row(RegisterList.columns.map { row[$0]?.written ?? "" })
    }

    private static func row(_ cells: [String]) -> String { cells.map(field).joined(separator: ",") + "\r\n" }

    private static func field(_ text: String) -> String {
        let shown = ShownText.spelled(FormulaGuard.added(to: text))
        let isSpecial = shown.utf8.contains { ",;\"\t\n\r".utf8.contains($0) }
        guard isSpecial || shown.first?.isWhitespace == true || shown.last?.isWhitespace == true else {
            return shown
        }
        return "\"" + shown.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    /// Whether a cell holds characters that are written by their names, and so does not read the same again.
    public static func isAltered(_ row: RegisterList.Row) -> Bool {
        row.values.contains { ShownText.spelled($0.written) != $0.written }
    }
}
