import Crypto

/// The SHA-256 of a file's content: its identity in the vault, in the journal and in a bundle's manifest.
public struct Fingerprint: Hashable, Comparable, Sendable, Codable {
    // The digest's octets in order, eight to a word: a bundle may name hundreds of thousands of files.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// 64 lower-case hexadecimal digits.
    public var hex: String {
        String(unsafeUninitializedCapacity: 64) { text in
            for (place, word) in [first, second, third, fourth].enumerated() {
                for digit in 0..<16 {
                    text[16 * place + digit] = Self.digits[Int(word >> (60 - 4 * UInt64(digit)) & 15)]
                }
            }
            return 64
        }
    }

    /// Accepts 64 hexadecimal digits of either case.
    public init?(hex: some StringProtocol) {
        var text = String(hex)
        let words = text.withUTF8 { digits -> (UInt64, UInt64, UInt64, UInt64)? in
            guard digits.count == 64, let first = Self.word(digits[0..<16]),
                let second = Self.word(digits[16..<32]), let third = Self.word(digits[32..<48]),
                let fourth = Self.word(digits[48..<64])
            else { return nil }
            return (first, second, third, fourth)
        }
        guard let words else { return nil }
        (first, second, third, fourth) = words
    }

    /// The fingerprint of these 32 octets.
    init(octets: UnsafeRawBufferPointer) {
        let word = { (place: Int) in
            UInt64(bigEndian: octets.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
        }
        (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
    }

    /// The 32 octets.
    func withOctets<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let words = (first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian)
        return withUnsafeBytes(of: words, body)
    }

    /// A fingerprint of 32 equal octets.
    init(repeating octet: UInt8) {
        let word = UInt64(octet) * 0x0101_0101_0101_0101
        (first, second, third, fourth) = (word, word, word, word)
    }

    /// The digest that a hasher finished with.
    public init(_ digest: SHA256Digest) {
        self = digest.withUnsafeBytes { Fingerprint(octets: $0) }
    }

    /// The fingerprint of bytes held in memory.
    public init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    /// By alphabet of the hexadecimal digits.
    public static func < (left: Fingerprint, right: Fingerprint) -> Bool {
        (left.first, left.second, left.third, left.fourth)
            < (right.first, right.second, right.third, right.fourth)
    }

    /// The first twelve digits, for people.
    public var short: String { String(hex.prefix(12)) }

    /// Read from 64 hexadecimal digits of either case; throws for anything else.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let fingerprint = Fingerprint(hex: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a SHA-256: \(text)"))
        }
        self = fingerprint
    }

    /// Written as 64 lower-case hexadecimal digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Sixteen digits as a number; nil where one is none.
    private static func word(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
        var (word, isWrong): (UInt64, Bool) = (0, false)
        for octet in digits {
            let (digit, letter) = (octet &- UInt8(ascii: "0"), (octet | 0x20) &- UInt8(ascii: "a"))
            isWrong = isWrong || digit > 9 && letter > 5
            word = word << 4 | UInt64(digit <= 9 ? digit : letter &+ 10)
        }
        return isWrong ? nil : word
    }
}

extension Fingerprint: CustomStringConvertible {
    /// All 64 digits.
    public var description: String { hex }
}
