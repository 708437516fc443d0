import Crypto

/// The SHA-256 of a file's content: its identity in the vault, in the journal and in a bundle's manifest.
public struct Fingerprint: Hashable, Comparable, Sendable, Codable {
    /// 64 lower-case hexadecimal digits.
    public let hex: String

    /// Accepts 64 hexadecimal digits of either case.
    public init?(hex: some StringProtocol) {
        let digits = hex.utf8
        guard digits.count == 64, digits.allSatisfy(Fingerprint.isHexadecimal) else { return nil }
        let hasCapitals = digits.contains { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
        self.hex = hasCapitals ? hex.lowercased() : String(hex)
    }

    init(validated hex: String) { self.hex = hex }

    /// The digest that a hasher finished with.
    public init(_ digest: SHA256Digest) {
        hex = String(unsafeUninitializedCapacity: 64) { text in
            for (index, octet) in digest.enumerated() {
                text[2 * index] = Fingerprint.digits[Int(octet >> 4)]
                text[2 * index + 1] = Fingerprint.digits[Int(octet & 15)]
            }
            return 64
        }
    }

    /// The fingerprint of bytes held in memory.
    public init(of bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    /// By alphabet of the hexadecimal digits.
    public static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.hex < right.hex }

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

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}

extension Fingerprint: CustomStringConvertible {
    /// All 64 digits.
    public var description: String { hex }
}
