/// Writes tables as comma-separated values (RFC 4180) that a spreadsheet can open without running anything in them.
public enum CSVWriter {
    /// The rows as text, each ended by CR LF.
    ///
    /// `byteOrderMark` belongs in files that a person opens: without it Excel takes UTF-8 for the local code page.
    /// Leave it away where another program reads.
    public static func text(_ rows: some Sequence<[String]>, byteOrderMark: Bool = false) -> String {
        var text = byteOrderMark ? "\u{FEFF}" : ""
        for row in rows {
            text += row.map(field).joined(separator: ",")
            text += "\r\n"
        }
        return text
    }

    /// One field: defused, on one line, quoted where the rules ask for it.
    static func field(_ value: String) -> String {
        let plain = ShownText.line(defused(value))
        let special = plain.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        guard special || plain.first == " " || plain.last == " " else { return plain }
        return "\"" + plain.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    /// A leading apostrophe tells a spreadsheet that what follows is text and no formula.
    private static func defused(_ value: String) -> String {
        guard let first = value.unicodeScalars.first, formulaStarts.contains(first) else { return value }
        return "'" + value
    }

    /// The full-width signs count too: spreadsheets set to East Asian languages take them for the plain ones.
    private static let formulaStarts = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
}
