/// The rule for addresses that may stand in a header of a message.
public enum MailAddress {
    /// `name@example.com`: printable ASCII without blanks, quotes, commas or brackets, one sign between two parts. Narrower
    /// than RFC 5322 3.4.1, so that nothing in an address can end a header or name a second person.
    public static func isPlain(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && text.utf8.allSatisfy { isAtom($0) || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".") }
    }

    private static func isAtom(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
        }
    }
}
