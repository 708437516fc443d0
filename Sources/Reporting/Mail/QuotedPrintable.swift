/// A body in which every octet survives every mail program (RFC 2045 6.7).
enum QuotedPrintable {
    /// Octets of a line at the most (RFC 2045 6.7 rule 5).
    private static let width = 76
    /// Octets of a line that needs no encoding (RFC 5322 2.1.1).
    private static let plainWidth = 998

    /// Whether a text can be sent as it is.
    static func isPlain(_ text: String) -> Bool {
        text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { line in
            line.utf8.count <= plainWidth && line.utf8.last != UInt8(ascii: " ") && !isFrom(line)
                && line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        }
    }

    /// The text with `=C3=BC` for what is no printable ASCII, in lines of at most 76 octets.
    static func text(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
    }

    private static func line(_ line: Substring) -> String {
        let octets = Array(line.utf8)
        var (written, column) = ("", 0)
        for (index, octet) in octets.enumerated() {
            let isLast = index == octets.count - 1
            let sign = index == 0 && isFrom(line) ? escaped(octet) : sign(octet, isLast: isLast)
            if column + sign.utf8.count > width - 1 {
                written += "=\n"
                column = 0
            }
            written += sign
            column += sign.utf8.count
        }
        return written
    }

    /// A blank at the end of a line could be lost on the way.
    private static func sign(_ octet: UInt8, isLast: Bool) -> String {
        let isBlank = octet == 0x20 || octet == 0x09
        if (0x21..<0x7F).contains(octet), octet != UInt8(ascii: "=") {
            return String(UnicodeScalar(octet))
        }
        if isBlank, !isLast { return String(UnicodeScalar(octet)) }
        return escaped(octet)
    }

    /// `=C3`
    private static func escaped(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 16, uppercase: true)
        return "=" + (digits.utf8.count < 2 ? "0" : "") + digits
    }

    /// In a mailbox file such a line begins the next message.
    private static func isFrom(_ line: Substring) -> Bool { line.hasPrefix("From ") }
}
