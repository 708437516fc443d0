import Glibc

/// A path inside a bag, from its base folder, compared octet by octet.
///
/// Two Unicode spellings of one name are equal as Swift strings; to checksums and most file systems they
/// differ.
struct BagPath: Hashable, Comparable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: BagPath, right: BagPath) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.compare(right) == 0
    }

    static func < (left: BagPath, right: BagPath) -> Bool {
        let order = left.compare(right)
        return order < 0 || order == 0 && left.text.utf8.count < right.text.utf8.count
    }

    /// Negative, zero or positive, over the length of the shorter of the two.
    private func compare(_ other: BagPath) -> CInt {
        var (text, otherText) = (text, other.text)
        return text.withUTF8 { own in
            otherText.withUTF8 { other in
                guard let one = own.baseAddress, let two = other.baseAddress else { return 0 }
                return memcmp(one, two, min(own.count, other.count))
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// True for `data/...`.
    var isPayload: Bool { text.utf8.starts(with: "data/".utf8) }

    /// Equal for names that some file system cannot tell apart: by case, or by Unicode normalisation,
    /// which comparing strings takes care of.
    var folded: String {
        // Nearly all names are of this kind, and a bundle has many.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        return text.uppercased().lowercased()
    }

    /// `bag` for `bag/a/b`; nil for `bag`.
    var firstPart: String? {
        text.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) }
    }

    /// `a/b` for `bag/a/b`; nil for `bag`.
    var withoutFirstPart: BagPath? {
        text.utf8.firstIndex(of: UInt8(ascii: "/")).map {
            BagPath(String(text[text.utf8.index(after: $0)...]))
        }
    }

    /// `data/a` for `data/a/b`; nil for `data`.
    var parent: BagPath? {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { BagPath(String(text[..<$0])) }
    }
}

extension BagPath {
    /// As a manifest writes it: LF, CR and the per cent sign encoded, and only those (RFC 8493 2.1.3).
    var encoded: String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x25 }) else { return text }
        var octets: [UInt8] = []
        for octet in text.utf8 {
            switch octet {
            case 0x0A: octets += "%0A".utf8
            case 0x0D: octets += "%0D".utf8
            case 0x25: octets += "%25".utf8
            default: octets.append(octet)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    /// The path that a manifest's text stands for; any other per cent sign is itself.
    init(decoding text: String) {
        guard text.utf8.contains(0x25) else { self.init(text); return }
        var octets: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let octet = rest.popFirst() {
            if octet == 0x25, let decoded = Self.decoded(rest.prefix(2)) {
                octets.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                octets.append(octet)
            }
        }
        self.init(String(decoding: octets, as: UTF8.self))
    }

    private static func decoded(_ digits: ArraySlice<UInt8>) -> UInt8? {
        switch String(decoding: digits, as: UTF8.self).uppercased() {
        case "0A": 0x0A
        case "0D": 0x0D
        case "25": 0x25
        default: nil
        }
    }
}

extension String {
    /// For a terminal or a log: control, bidirectional and other invisible characters as `\u{202E}`.
    var escapedForDisplay: String {
        guard unicodeScalars.contains(where: { NameRule.isInvisible($0) }) else { return self }
        return unicodeScalars.map { scalar in
            NameRule.isInvisible(scalar)
                ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }.joined()
    }
}
