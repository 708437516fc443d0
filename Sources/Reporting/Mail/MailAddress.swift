/// The rule for addresses that may stand in a header of a message.
public enum MailAddress {
    /// `name@example.com`: two parts of words with dots between them, in ASCII. Narrower than RFC 5322 3.4.1, so that
    /// nothing in an address can end a header, name a second person or look like an option of a mail program.
    public static func isPlain(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && text.utf8.count <= 254 && text.utf8.first != UInt8(ascii: "-")
            && parts.allSatisfy { part in
                part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
                    !word.isEmpty && word.utf8.allSatisfy(isAtom)
                }
            }
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
