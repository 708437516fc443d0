import Certification

/// The answer of a time-stamping authority (RFC 3161 2.4.2), as far as it can be judged without knowing the authority:
/// granted, over which hash, at which time. The authority's signature is checked by others, such as openssl.
public struct TimestampResponse: Hashable, Sendable {
    /// The file, in DER.
    public let octets: [UInt8]
    /// When the authority saw the hash, to the second.
    public let time: Timestamp
    private let imprint: [UInt8]

    /// An unlisted tag file: a tag manifest cannot list what is computed from it.
    public static let fileName = "tagmanifest-sha256.txt.tsr"
    /// Octets of a file that are read; answers with long chains of certificates have some ten thousand.
    public static let limit = 1 << 20

    /// Why something is no usable answer.
    public struct Malformed: Error, Hashable, Sendable {
        /// For people, lower-case.
        public let reason: String
    }

    /// Reads an answer.
    public init(_ octets: [UInt8]) throws(Malformed) {
        guard octets.count <= Self.limit else { throw Malformed(reason: "more than \(Self.limit) octets") }
        var file = DERReader(octets[...])
        guard var response = file.inside(.sequence), file.isAtEnd, var status = response.inside(.sequence),
            let granted = status.number()
        else { throw Self.noAnswer }
        // 0 is granted, 1 is granted with changes (RFC 3161 2.4.2).
        guard granted < 2 else {
            throw Malformed(reason: "the authority has not granted it: status \(granted)")
        }
        guard let token = Self.token(in: &response) else { throw Self.noAnswer }
        (imprint, time) = try Self.facts(token)
        self.octets = octets
    }

    private static let noAnswer = Malformed(reason: "no answer of a time-stamping authority in DER")

    /// 1.2.840.113549.1.7.2, signed data (RFC 5652 5.1)
    private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    /// 1.2.840.113549.1.9.16.1.4, what a time stamp says (RFC 3161 2.4.2)
    private static let stampInfo: [UInt8] = [
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04,
    ]

    /// What the authority has signed, inside of its signature.
    private static func token(in response: inout DERReader) -> ArraySlice<UInt8>? {
        guard var content = response.inside(.sequence), content.next(.identifier) == signedData[...],
            var explicit = content.inside(.context0), var signed = explicit.inside(.sequence),
            signed.number() != nil, signed.next(.set) != nil, var wrapped = signed.inside(.sequence),
            wrapped.next(.identifier) == stampInfo[...], var inner = wrapped.inside(.context0)
        else { return nil }
        return inner.next(.octets)
    }

    /// The hash that was stamped, and when.
    private static func facts(_ token: ArraySlice<UInt8>) throws(Malformed) -> ([UInt8], Timestamp) {
        var outer = DERReader(token)
        guard var info = outer.inside(.sequence), outer.isAtEnd, info.number() == 1,
            info.next(.identifier) != nil, var imprint = info.inside(.sequence),
            var algorithm = imprint.inside(.sequence), let name = algorithm.next(.identifier),
            let hash = imprint.next(.octets), info.next(.integer) != nil,
            let time = info.next(.time).flatMap(Self.time)
        else { throw noAnswer }
        guard name == TimestampRequest.sha256[...] else {
            throw Malformed(reason: "made over another hash than SHA-256")
        }
        return (Array(hash), time)
    }

    /// `20261122120000Z`, perhaps with a fraction of a second (RFC 3161 2.4.2).
    private static func time(_ octets: ArraySlice<UInt8>) -> Timestamp? {
        let text = String(decoding: octets, as: UTF8.self)
        guard text.hasSuffix("Z") else { return nil }
        let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 14, parts.count <= 2, let seconds = LocalTime(parts[0] + "Z") else {
            return nil
        }
        return seconds.instant { Timestamp(seconds: $0.ordinal * 86_400) }
    }

    /// Whether it is the time of this bundle.
    public func isOf(_ bundleID: Fingerprint) -> Bool { imprint == bundleID.octets }
}

/// The time stamp beside the tag manifest.
extension BagEvaluation {
    mutating func readTimestamp() {
        let path = BagPath(TimestampResponse.fileName)
        guard let octets = bag.tagFiles[path] else { return }
        do throws(TimestampResponse.Malformed) {
            let response = try TimestampResponse(octets)
            guard let bundleID, response.isOf(bundleID) else {
                return report(.timestampMismatch, path.text, "made for another bundle")
            }
            timestamp = response.time
        } catch {
            report(.timestampMalformed, path.text, error.reason)
        }
    }
}
