import Certification
import Crypto

/// A checksum algorithm of BagIt manifests that is computed here.
enum DigestAlgorithm: String, CaseIterable, Hashable, Sendable {
    case md5, sha1, sha256, sha512

    /// Broken for telling a forgery, still good for telling damage.
    var isWeak: Bool { self == .md5 || self == .sha1 }

    var hexadecimalDigits: Int {
        switch self {
        case .md5: 32
        case .sha1: 40
        case .sha256: 64
        case .sha512: 128
        }
    }
}

/// The checksums of one file: SHA-256 always, others where a manifest asks for them.
struct Digests: Hashable, Sendable {
    let sha256: Fingerprint
    private var others: [DigestAlgorithm: String]?

    init(sha256: Fingerprint, others: [DigestAlgorithm: String] = [:]) {
        self.sha256 = sha256
        self.others = others.isEmpty ? nil : others
    }

    /// Computes the checksums of bytes in memory.
    init(of bytes: [UInt8], _ algorithms: Set<DigestAlgorithm>) {
        var hasher = ContentHasher(algorithms)
        bytes.withUnsafeBytes { hasher.update($0) }
        self = hasher.finish()
    }

    /// In lower-case hexadecimal digits; nil when it was not computed.
    subscript(algorithm: DigestAlgorithm) -> String? {
        algorithm == .sha256 ? sha256.hex : others?[algorithm]
    }

    func covers(_ algorithms: Set<DigestAlgorithm>) -> Bool { algorithms.allSatisfy { self[$0] != nil } }
}

/// Computes all checksums of a file while it passes by once.
struct ContentHasher {
    private var sha256 = SHA256()
    private var sha512: SHA512?
    private var sha1: Insecure.SHA1?
    private var md5: Insecure.MD5?

    init(_ algorithms: Set<DigestAlgorithm> = []) {
        if algorithms.contains(.sha512) { sha512 = SHA512() }
        if algorithms.contains(.sha1) { sha1 = Insecure.SHA1() }
        if algorithms.contains(.md5) { md5 = Insecure.MD5() }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        sha256.update(bufferPointer: bytes)
        sha512?.update(bufferPointer: bytes)
        sha1?.update(bufferPointer: bytes)
        md5?.update(bufferPointer: bytes)
    }

    func finish() -> Digests {
        var others: [DigestAlgorithm: String] = [:]
        others[.sha512] = sha512.map { Self.hexadecimal($0.finalize()) }
        others[.sha1] = sha1.map { Self.hexadecimal($0.finalize()) }
        others[.md5] = md5.map { Self.hexadecimal($0.finalize()) }
        return Digests(sha256: Fingerprint(sha256.finalize()), others: others)
    }

    private static func hexadecimal(_ octets: some Sequence<UInt8>) -> String {
        octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
