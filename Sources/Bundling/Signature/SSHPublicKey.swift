import Crypto
import Foundation

/// A public key in SSH's own form (RFC 4253 6.6): its type, then what the type asks for.
public struct SSHPublicKey: Hashable, Sendable {
    /// `ssh-ed25519`
    public let type: String
    /// All of it, as signatures and files of keys hold it.
    public let blob: [UInt8]
    /// The key that a certificate speaks of; the key itself where it is no certificate.
    private let plain: [UInt8]

    static let ed25519 = "ssh-ed25519"
    private static let certificateMark = "-cert-v01@openssh.com"
    /// How many fields a public key of a type has (openssh PROTOCOL.u2f and PROTOCOL.certkeys).
    private static let fields = [
        ed25519: 1, "ssh-rsa": 2, "ecdsa-sha2-nistp256": 2, "ecdsa-sha2-nistp384": 2,
        "ecdsa-sha2-nistp521": 2,
        "sk-ssh-ed25519@openssh.com": 2, "sk-ecdsa-sha2-nistp256@openssh.com": 3,
    ]

    /// Nil where the octets are no key of a type that signs.
    init?(blob: [UInt8]) {
        var wire = SSHWire(blob)
        guard let type = wire.name() else { return nil }
        let isCertificate = type.hasSuffix(Self.certificateMark)
        let plainType = isCertificate ? Self.plainType(type) : type
        guard let count = Self.fields[plainType], !isCertificate || wire.string() != nil else { return nil }
        var plain = SSHWire.string(plainType)
        for _ in 0..<count {
            guard let field = wire.string() else { return nil }
            plain += SSHWire.string(field)
        }
        guard isCertificate || wire.isAtEnd else { return nil }
        self.type = type
        self.blob = blob
        self.plain = plain
    }

    private static func plainType(_ certificate: String) -> String {
        let name = String(certificate.dropLast(certificateMark.count))
        return name.hasPrefix("sk-") ? name + "@openssh.com" : name
    }

    /// An authority's word on a key, not only the key.
    public var isCertificate: Bool { type.hasSuffix(Self.certificateMark) }

    /// `SHA256:` and the Base64 of the key's hash, as `ssh-keygen -l` shows it; for a certificate that of its key.
    public var fingerprint: String {
        let base64 = Data(SHA256.hash(data: plain)).base64EncodedString()
        return "SHA256:" + base64.prefix { $0 != "=" }
    }

    /// `ED25519`, `RSA`, `ECDSA-SK`, `ED25519-CERT`: the words of `ssh-keygen -l`.
    public var kind: String {
        let family = type.contains("ed25519") ? "ED25519" : type.contains("ecdsa") ? "ECDSA" : "RSA"
        return family + (type.hasPrefix("sk-") ? "-SK" : "") + (isCertificate ? "-CERT" : "")
    }

    /// The 32 octets of a plain Ed25519 key; nil for any other.
    var ed25519: [UInt8]? {
        var wire = SSHWire(blob)
        guard wire.name() == Self.ed25519, let key = wire.string(), key.count == 32 else { return nil }
        return key
    }
}
