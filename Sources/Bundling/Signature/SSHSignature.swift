import Certification
import Crypto
import Foundation

/// A detached signature as `ssh-keygen -Y sign` writes it (openssh PROTOCOL.sshsig).
public struct SSHSignature: Hashable, Sendable {
    /// The key that made it.
    public let key: SSHPublicKey
    /// What it was made for: a signature for one purpose does not count for another.
    public let namespace: String
    /// The text of the file.
    public let armored: [UInt8]
    private let hash: Hash
    private let algorithm: String
    private let value: [UInt8]

    /// The purpose of signatures over the tag manifests of bundles.
    public static let bundleNamespace = "dossier-bundle"
    /// Octets of a file that are read: a signature by the longest RSA key, with a certificate, is far below.
    static let limit = 64 << 10

    private enum Hash: String { case sha256, sha512 }

    private static let magic = Array("SSHSIG".utf8)
    private static let begin = "-----BEGIN SSH SIGNATURE-----"
    private static let end = "-----END SSH SIGNATURE-----"

    /// Why something is no signature.
    public struct Malformed: Error, Hashable, Sendable {
        /// For people, lower-case.
        public let reason: String
    }

    /// Reads the text of a file of signature.
    public init(armored text: [UInt8]) throws(Malformed) {
        var wire = SSHWire(try Self.unarmored(text))
        guard wire.take(Self.magic.count) == Self.magic else { throw Malformed(reason: "not SSHSIG") }
        guard let version = wire.number() else { throw Self.cutOff }
        guard version == 1 else { throw Malformed(reason: "version \(version) is not read") }
        guard let blob = wire.string() else { throw Self.cutOff }
        guard let key = SSHPublicKey(blob: blob) else { throw Malformed(reason: "its key is not read") }
        guard let namespace = wire.name(), !namespace.isEmpty else {
            throw Malformed(reason: "no namespace")
        }
        guard wire.string()?.isEmpty == true else { throw Malformed(reason: "its reserved field is used") }
        guard let hash = wire.name().flatMap(Hash.init) else {
            throw Malformed(reason: "its hash algorithm is not read")
        }
        guard let signature = wire.string(), wire.isAtEnd else { throw Self.cutOff }
        (algorithm, value) = try Self.parts(of: signature)
        (self.key, self.namespace, self.hash, armored) = (key, namespace, hash, text)
    }

    private static let cutOff = Malformed(reason: "cut off, or longer than it says")

    /// The algorithm and the value, and for security keys what follows them (openssh PROTOCOL.u2f).
    private static func parts(of signature: [UInt8]) throws(Malformed) -> (String, [UInt8]) {
        var wire = SSHWire(signature)
        guard let algorithm = wire.name(), let value = wire.string() else { throw cutOff }
        guard wire.isAtEnd || algorithm.hasPrefix("sk-") else { throw cutOff }
        return (algorithm, value)
    }

    private static func unarmored(_ text: [UInt8]) throws(Malformed) -> [UInt8] {
        guard text.count <= limit else { throw Malformed(reason: "more than \(limit) octets") }
        let lines = TagText.lines(text).map { String(decoding: $0, as: UTF8.self).trimmed }
        guard lines.first == begin, let last = lines.lastIndex(of: end), last > 1,
            lines[(last + 1)...].allSatisfy(\.isEmpty)
        else { throw Malformed(reason: "not an armored SSH signature") }
        guard let data = Data(base64Encoded: lines[1..<last].joined()) else {
            throw Malformed(reason: "its Base64 is broken")
        }
        return Array(data)
    }

    /// Whether it is one of this key over these octets; nil for keys that are not checked in this process.
    func matches(_ message: [UInt8]) -> Bool? {
        guard let octets = key.ed25519 else { return nil }
        guard algorithm == SSHPublicKey.ed25519,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: octets)
        else { return false }
        return key.isValidSignature(value, for: signedOctets(message))
    }

    /// What the key has signed: the purpose and the hash of the message, so that a signature means one thing only.
    private func signedOctets(_ message: [UInt8]) -> [UInt8] {
        let digest =
            switch hash {
            case .sha256: Array(SHA256.hash(data: message))
            case .sha512: Array(SHA512.hash(data: message))
            }
        return Self.magic + SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string(hash.rawValue)
            + SSHWire.string(digest)
    }
}
