/// The apostrophe before a text that a spreadsheet would otherwise run as a formula. It is put there when a list is written
/// and taken away when it is read, so that a list comes back as it went.
public enum FormulaGuard {
    /// The full-width signs count too: spreadsheets set to East Asian languages take them for the plain ones.
    private static let starts = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)

    /// The text with the apostrophe where it needs one. One that looks as if it had one gets another.
    public static func added(to text: String) -> String {
        let rest = text.unicodeScalars.drop { $0 == "'" }
        guard let first = rest.first, starts.contains(first) else { return text }
        if text.unicodeScalars.first != "'", isNumber(text) { return text }
        return "'" + text
    }

    /// The text without the apostrophe that `added` put before it.
    public static func removed(from text: String) -> String {
        let rest = text.unicodeScalars.drop { $0 == "'" }
        guard text.unicodeScalars.first == "'", let first = rest.first, starts.contains(first) else {
            return text
        }
        return String(text.unicodeScalars.dropFirst())
    }

    /// A sign and digits are a number, which runs nothing.
    private static func isNumber(_ text: String) -> Bool {
        text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "-")
            && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
}
