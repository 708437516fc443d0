import Foundation

/// Texts of headers that hold more than ASCII (RFC 2047): `=?utf-8?B?...?=`, folded.
enum EncodedWord {
    /// Octets of a line with the name of the header, where it holds encoded words (RFC 2047 2).
    private static let width = 76
    /// Octets of a word at the most (RFC 2047 2).
    private static let longest = 75
    private static let (opening, ending) = ("=?utf-8?B?", "?=")

    /// The value of a header: as it is where it is printable ASCII and can be folded, otherwise in encoded words. A text
    /// that looks like an encoded word is encoded too, so that nobody decodes what a stranger wrote.
    static func header(_ name: String, _ text: String) -> String {
        let used = name.utf8.count + 2
        if isPlain(text), let folded = folded(text, after: used) { return folded }
        return chunks(of: text, after: used)
            .map { opening + Data($0.utf8).base64EncodedString() + ending }.joined(separator: "\n ")
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
            && !text.hasPrefix(" ") && !text.hasSuffix(" ")
    }

    /// Plain text folded at blanks (RFC 5322 2.2.3); nil where a word is too long for a line.
    private static func folded(_ text: String, after used: Int) -> String? {
        if used + text.utf8.count <= width { return text }
        // Two blanks side by side could become an empty line of a folded header.
        if text.contains("  ") { return nil }
        var (lines, column) = ("", used)
        for (index, word) in text.split(separator: " ").enumerated() {
            let length = word.utf8.count + (index > 0 ? 1 : 0)
            if column + length > width {
                guard index > 0, length <= width else { return nil }
                lines += "\n"
                column = 0
            }
            lines += (index > 0 ? " " : "") + word
            column += length
        }
        return lines
    }

    /// Parts of whole characters of Unicode: a word never ends within one (RFC 2047 5).
    private static func chunks(of text: String, after used: Int) -> [String] {
        var (chunks, room) = ([""], share(min(longest, width - used)))
        for scalar in text.unicodeScalars {
            let octets = String(scalar).utf8.count
            if octets > room {
                chunks.append("")
                room = share(longest)
            }
            chunks[chunks.count - 1].unicodeScalars.append(scalar)
            room -= octets
        }
        return chunks
    }

    /// Octets of text in a word of so many octets: three are four digits.
    private static func share(_ length: Int) -> Int {
        (length - opening.utf8.count - ending.utf8.count) / 4 * 3
    }
}
