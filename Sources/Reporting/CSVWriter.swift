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
        guard let first = value.unicodeScalars.first, formulaStarts.contains(first), !isNumber(value) else {
            return value
        }
        return "'" + value
    }

    /// A negative number of our own is a number to a spreadsheet too: a sign and digits, nothing else.
    private static func isNumber(_ value: String) -> Bool {
        value.utf8.count > 1 && value.utf8.first == UInt8(ascii: "-")
            && value.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The full-width signs count too: spreadsheets set to East Asian languages take them for the plain ones.
    private static let formulaStarts = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
}
