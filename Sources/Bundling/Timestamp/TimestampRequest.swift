import Certification

/// What a time-stamping authority is asked to stamp (RFC 3161 2.4.1): the bundle's identifier, which is the SHA-256 of its
/// tag manifest.
public struct TimestampRequest: Hashable, Sendable {
    /// The file for the authority, in DER. It asks for the authority's certificate too, so that the answer can be checked
    /// years later, and holds no nonce: the same bundle gives the same request, and nobody else's answer fits it.
    public let octets: [UInt8]

    /// 2.16.840.1.101.3.4.2.1
    static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]

    /// A request for a bundle.
    public init(for bundleID: Fingerprint) {
        let algorithm = DERReader.short(
            .sequence, DERReader.short(.identifier, Self.sha256) + DERReader.short(.null, []))
        let imprint = DERReader.short(.sequence, algorithm + DERReader.short(.octets, bundleID.octets))
        octets = DERReader.short(
            .sequence,
            DERReader.short(.integer, [1]) + imprint + DERReader.short(.boolean, [0xFF]))
    }
}

extension Fingerprint {
    /// The 32 octets.
    var octets: [UInt8] {
        let digits = hex.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
