import Crypto
import Foundation

@testable import Bundling

/// Signatures over the text `abc` and a line feed, as OpenSSH 9.2 wrote them, and a key that is made here.
enum SampleSignature {
    static let message = Array("abc\n".utf8)

    static let ed25519 = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgIttZfZ0hVD97Tt5Y4ud7Sx6x8w
        Q7c8RCECIdpWoH/x4AAAAOZG9zc2llci1idW5kbGUAAAAAAAAABnNoYTUxMgAAAFMAAAAL
        c3NoLWVkMjU1MTkAAABAuEdEozEL02UTToC/9Cv5JzQAO1Hha05hkwqxhSXWw3NluV7vu1
        /b4UFbwrwIXZDrMu7V1GDjHoHb+sN0L+RRBA==
        -----END SSH SIGNATURE-----

        """

    static let ed25519SHA256 = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgIttZfZ0hVD97Tt5Y4ud7Sx6x8w
        Q7c8RCECIdpWoH/x4AAAAOZG9zc2llci1idW5kbGUAAAAAAAAABnNoYTI1NgAAAFMAAAAL
        c3NoLWVkMjU1MTkAAABA8b+AOcljimeWylyFimvLyjaoh7RRxKpEh/ysj1TwRlMjTe/fj3
        i0xjgy17uKdKLKyhF2mI1yuukdkNeGGq9NCA==
        -----END SSH SIGNATURE-----

        """

    static let ed25519ForOther = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgIttZfZ0hVD97Tt5Y4ud7Sx6x8w
        Q7c8RCECIdpWoH/x4AAAAFb3RoZXIAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVkMjU1
        MTkAAABAA47HT3Rqouoyjn0b3b+MoaJC9v6R55GD7QpvWV+jIaWC/dgtp3KMFVq4+51GSA
        k47QJt79KzYMujyiEaDh67AA==
        -----END SSH SIGNATURE-----

        """

    static let ecdsa = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
        EESLbpgCwlo+x7VVsY/koXlB/s8bWGGxl2wezytluqPnweIKIBD2yG9hxMy59Y1O81JhzP
        jhoA9XVDVJyTaBXHHgAAAA5kb3NzaWVyLWJ1bmRsZQAAAAAAAAAGc2hhNTEyAAAAZAAAAB
        NlY2RzYS1zaGEyLW5pc3RwMjU2AAAASQAAACEAqOmNZOc/mU91s6JKpBuDr4PAyihVRZSz
        jIqaKuZQnE0AAAAgTgZ4M+qss7vvf3Et5h64NswDRDkQCppwiWQrtRW9Dqw=
        -----END SSH SIGNATURE-----

        """

    /// The line of the Ed25519 key that made them.
    static let key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICLbWX2dIVQ/e07eWOLne0sesfMEO3PEQhAiHaVqB/8e"
    static let fingerprint = "SHA256:vn4TfEsWFYtOA36nFZqPIIS3fPNCTSHxHBex/viRx5k"
    static let ecdsaKey =
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEi26YAsJaPse1VbGP5KF5Qf7PG1hhsZdsHs8rZbqj58HiCiAQ9shvYcTMufWNTvNSYcz44aAPV1Q1Sck2gVxx4="
    static let ecdsaFingerprint = "SHA256:szbNhdd1HASq5Dq0cnZOkbXW0FffqYLeq8FVhd/UXvo"
    /// The head of a certificate for the Ed25519 key: its type, a nonce, the key, and the rest of what is signed.
    static let certificate =
        SSHWire.string("ssh-ed25519-cert-v01@openssh.com") + SSHWire.string("nonce")
        + SSHWire.string(Array(Data(base64Encoded: "IttZfZ0hVD97Tt5Y4ud7Sx6x8wQ7c8RCECIdpWoH/x4=") ?? Data()))
        + SSHWire.string("the rest")

    /// The parts of a signature, to be put together rightly or wrongly.
    struct Parts {
        var magic = "SSHSIG"
        var version: [UInt8] = [0, 0, 0, 1]
        var key = SSHWire.string("ssh-ed25519") + SSHWire.string([UInt8](repeating: 7, count: 32))
        var namespace = "dossier-bundle"
        var reserved = ""
        var hash = "sha512"
        var signature = SSHWire.string("ssh-ed25519") + SSHWire.string([UInt8](repeating: 9, count: 64))
        var tail: [UInt8] = []

        var octets: [UInt8] {
            Array(magic.utf8) + version + SSHWire.string(key) + SSHWire.string(namespace)
                + SSHWire.string(reserved) + SSHWire.string(hash) + SSHWire.string(signature) + tail
        }

        func with(_ change: (inout Parts) -> Void) -> [UInt8] {
            var parts = self
            change(&parts)
            return armored(parts.octets)
        }
    }

    static func armored(_ octets: [UInt8]) -> [UInt8] {
        let base64 = Data(octets).base64EncodedString()
        return Array("-----BEGIN SSH SIGNATURE-----\n\(base64)\n-----END SSH SIGNATURE-----\n".utf8)
    }

    /// A signature by a key of this process over octets.
    static func made(over octets: [UInt8], namespace: String = "dossier-bundle") throws -> [UInt8] {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 3, count: 32))
        let signed =
            Array("SSHSIG".utf8) + SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string("sha512")
            + SSHWire.string(Array(SHA512.hash(data: octets)))
        let signature = try key.signature(for: signed)
        return Parts().with {
            $0.namespace = namespace
            $0.key =
                SSHWire.string("ssh-ed25519") + SSHWire.string(Array(key.publicKey.rawRepresentation))
            $0.signature = SSHWire.string("ssh-ed25519") + SSHWire.string(Array(signature))
        }
    }
}
