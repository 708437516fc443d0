import Foundation

/// Texts of headers that hold more than ASCII (RFC 2047): `=?utf-8?B?...?=`, folded.
enum EncodedWord {
    /// Octets of a line with the name of the header; RFC 5322 2.1.1 advises 78.
    private static let width = 76
    /// Octets of text in one word: 45 octets are 60 digits, and with its frame the word stays under 75 (RFC 2047 2).
    private static let share = 45

    /// The value of a header: as it is where it is printable ASCII and short enough, otherwise in encoded words. A text
    /// that looks like an encoded word is encoded too, so that nobody decodes what a stranger wrote.
    static func header(_ name: String, _ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
        if isPlain, let folded = folded(text, after: name.utf8.count + 2) { return folded }
        return chunks(of: text).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }
            .joined(separator: "\n ")
    }

    /// Plain text folded at blanks (RFC 5322 2.2.3); nil where a word is too long for a line.
    private static func folded(_ text: String, after used: Int) -> String? {
        var (lines, column) = ("", used)
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            if word.utf8.count + 1 > width { return nil }
            if index > 0, column + 1 + word.utf8.count > width {
                lines += "\n"
                column = 0
            }
            lines += (index > 0 ? " " : "") + word
            column += word.utf8.count + 1
        }
        // Two blanks side by side could become an empty line of a folded header.
        return text.contains("  ") && lines.contains("\n") ? nil : lines
    }

    /// Parts of whole characters of Unicode: a word never ends within one (RFC 2047 5).
    private static func chunks(of text: String) -> [String] {
        var chunks = [""]
        for scalar in text.unicodeScalars {
            let octets = String(scalar).utf8.count
            if chunks[chunks.count - 1].utf8.count + octets > share { chunks.append("") }
            chunks[chunks.count - 1].unicodeScalars.append(scalar)
        }
        return chunks
    }
}
