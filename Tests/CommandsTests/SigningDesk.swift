import Crypto
import Foundation
import Testing

/// A key of this process, and what it signs.
struct TestSigner {
    private let key: Curve25519.Signing.PrivateKey

    init(_ octet: UInt8 = 3) throws {
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: octet, count: 32))
    }

    private static func string(_ octets: [UInt8]) -> [UInt8] {
        [0, 0, UInt8(octets.count >> 8), UInt8(octets.count & 255)] + octets
    }

    private static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

    private var blob: [UInt8] {
        Self.string("ssh-ed25519") + Self.string(Array(key.publicKey.rawRepresentation))
    }

    /// As in a file of allowed signers, without the principals.
    var line: String { "ssh-ed25519 \(Data(blob).base64EncodedString())" }

    /// `SHA256:...`
    var fingerprint: String {
        "SHA256:" + Data(SHA256.hash(data: blob)).base64EncodedString().prefix { $0 != "=" }
    }

    /// As `ssh-keygen -Y sign -n dossier-bundle` writes it (openssh PROTOCOL.sshsig).
    func sign(_ octets: Data) throws -> String {
        let purpose = Self.string("dossier-bundle") + Self.string("") + Self.string("sha512")
        let digest = Self.string(Array(SHA512.hash(data: octets)))
        let signature = try key.signature(for: Array("SSHSIG".utf8) + purpose + digest)
        let whole =
            Array("SSHSIG".utf8) + [0, 0, 0, 1] + Self.string(blob) + purpose
            + Self.string(Self.string("ssh-ed25519") + Self.string(Array(signature)))
        return
            "-----BEGIN SSH SIGNATURE-----\n\(Data(whole).base64EncodedString())\n-----END SSH SIGNATURE-----\n"
    }
}

extension Desk {
    /// A register with one document and its unsigned bundle, unpacked in the folder `b`.
    static func withBundle() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write("procedure.md", "procedure\n")
        desk.run("add", "procedure.md", "--id", "PRO-1", "--kind", "procedure", "--clause", "8.6.1").expect()
        desk.run("pack", "-o", "b.zip").expect()
        desk.run("unpack", "b.zip").expect()
        return desk
    }

    /// Puts a signature into the unpacked bundle.
    func sign(_ signer: TestSigner) throws {
        let list = try Data(contentsOf: URL(fileURLWithPath: path + "/b/tagmanifest-sha256.txt"))
        try write("b/tagmanifest-sha256.txt.sig", try signer.sign(list))
    }

    /// Programs of the name of OpenSSH's in a folder of their own, which is all of the path beside that of the shell.
    func withPrograms(_ scripts: [String: String]) throws -> [String: String] {
        for (name, script) in scripts {
            let file = try write("bin/" + name, "#!/bin/sh\n" + script + "\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        }
        return ["PATH": path + "/bin", "TMPDIR": path]
    }
}

extension Desk.Answer {
    /// The results with the identifier of the bundle as `{id}`, and what of it is read out as `{spoken}`.
    var withoutIdentifier: String {
        out.replacing(/[0-9a-f]{64}/, with: "{id}").replacing(
            /[0-9a-f]{4}( [0-9a-f]{4}){3}/, with: "{spoken}")
    }
}

/// A signature by an ECDSA key over something else, as OpenSSH 9.2 wrote it: this process does not check such keys.
enum ECDSASample {
    static let line =
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEi26YAsJaPse1VbGP5KF5Qf7PG1hhsZdsHs8rZbqj58HiCiAQ9shvYcTMufWNTvNSYcz44aAPV1Q1Sck2gVxx4="
    static let key = "ECDSA SHA256:szbNhdd1HASq5Dq0cnZOkbXW0FffqYLeq8FVhd/UXvo"
    static let signature = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
        EESLbpgCwlo+x7VVsY/koXlB/s8bWGGxl2wezytluqPnweIKIBD2yG9hxMy59Y1O81JhzP
        jhoA9XVDVJyTaBXHHgAAAA5kb3NzaWVyLWJ1bmRsZQAAAAAAAAAGc2hhNTEyAAAAZAAAAB
        NlY2RzYS1zaGEyLW5pc3RwMjU2AAAASQAAACEAqOmNZOc/mU91s6JKpBuDr4PAyihVRZSz
        jIqaKuZQnE0AAAAgTgZ4M+qss7vvf3Et5h64NswDRDkQCppwiWQrtRW9Dqw=
        -----END SSH SIGNATURE-----

        """
}
