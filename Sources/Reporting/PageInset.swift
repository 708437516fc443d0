import Certification
import Foundation

/// A style sheet or script that stands in the page itself, and the digest by which the page's content security policy
/// allows it and nothing else.
struct PageInset {
    let text: String

    /// A shipped file.
    init(_ name: String) { text = ShippedTemplate.text(name) ?? "" }

    /// The SHA-256 in base 64, as a content security policy names it.
    var hash: String {
        let digits = Fingerprint(of: Array(text.utf8)).hex.compactMap(\.hexDigitValue)
        let octets = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
        return Data(octets).base64EncodedString()
    }
}
