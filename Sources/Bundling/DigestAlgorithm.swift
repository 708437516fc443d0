import Certification
import Crypto

/// A checksum algorithm of BagIt manifests that is computed here.
enum DigestAlgorithm: String, CaseIterable, Hashable, Sendable {
    case md5, sha1, sha224, sha256, sha384, sha512

    /// Broken for telling a forgery, still good for telling damage.
    var isWeak: Bool { self == .md5 || self == .sha1 }

    var hexadecimalDigits: Int {
        switch self {
        case .md5: 32
        case .sha1: 40
        case .sha224: 56
        case .sha256: 64
        case .sha384: 96
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
    private var others: [any RunningDigest]

    init(_ algorithms: Set<DigestAlgorithm> = []) {
        others = algorithms.compactMap(Self.digest)
    }

    private static func digest(_ algorithm: DigestAlgorithm) -> (any RunningDigest)? {
        switch algorithm {
        case .md5: HashDigest<Insecure.MD5>(algorithm)
        case .sha1: HashDigest<Insecure.SHA1>(algorithm)
        case .sha224: SHA224()
        case .sha256: nil
        case .sha384: HashDigest<SHA384>(algorithm)
        case .sha512: HashDigest<SHA512>(algorithm)
        }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        sha256.update(bufferPointer: bytes)
        for index in others.indices { others[index].update(bytes) }
    }

    func finish() -> Digests {
        let texts = others.map { digest in
            (digest.algorithm, digest.octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        }
        return Digests(
            sha256: Fingerprint(sha256.finalize()),
            others: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
    }
}

/// A checksum on its way.
protocol RunningDigest {
    var algorithm: DigestAlgorithm { get }
    /// The checksum of what came by so far.
    var octets: [UInt8] { get }
    mutating func update(_ bytes: UnsafeRawBufferPointer)
}

/// A checksum that swift-crypto computes.
private struct HashDigest<Function: HashFunction>: RunningDigest {
    let algorithm: DigestAlgorithm
    private var function = Function()

    init(_ algorithm: DigestAlgorithm) { self.algorithm = algorithm }

    var octets: [UInt8] { Array(function.finalize()) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) { function.update(bufferPointer: bytes) }
}
