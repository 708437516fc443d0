/// What spreadsheets write into a cell whose formula has no value.
public enum SpreadsheetError {
    /// What stands for a formula that no spreadsheet has computed yet.
    public static let neverComputed = "#NOT-COMPUTED!"

    private static let all: Set<String> = [
        "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!",
        "#CALC!",
        neverComputed,
    ]

    static func isOne(_ text: String) -> Bool { all.contains(text) }
}
