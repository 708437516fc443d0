import Certification
import Foundation
import Testing

@testable import Bundling

/// Signatures in the format of `ssh-keygen -Y sign`.
@Suite struct SignatureTests {
    @Test(arguments: [SampleSignature.ed25519, SampleSignature.ed25519SHA256])
    func whatOpenSSHSignsMatches(text: String) throws {
        let signature = try SSHSignature(armored: Array(text.utf8))
        #expect(signature.namespace == "dossier-bundle")
        #expect(signature.key.kind == "ED25519")
        #expect(signature.key.fingerprint == SampleSignature.fingerprint)
        #expect(signature.matches(SampleSignature.message) == true)
        #expect(signature.matches(Array("abd\n".utf8)) == false)
        #expect(signature.matches([]) == false)
    }

    @Test func lineEndsOfWindowsAreTaken() throws {
        let text = SampleSignature.ed25519.replacing("\n", with: "\r\n")
        #expect(try SSHSignature(armored: Array(text.utf8)).matches(SampleSignature.message) == true)
    }

    @Test func otherKeysAreNotCheckedHere() throws {
        let signature = try SSHSignature(armored: Array(SampleSignature.ecdsa.utf8))
        #expect(signature.key.kind == "ECDSA")
        #expect(signature.key.fingerprint == SampleSignature.ecdsaFingerprint)
        #expect(signature.matches(SampleSignature.message) == nil)
    }

    @Test func aCertificateIsKnownByItsKey() throws {
        let key = try #require(SSHPublicKey(blob: SampleSignature.certificate))
        #expect(key.isCertificate && key.kind == "ED25519-CERT")
        #expect(key.fingerprint == SampleSignature.fingerprint)
    }

    static let lengths: [[UInt8]] = [[0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 1, 0]]

    static let hostile: [(String, [UInt8])] = [
        ("not an armored SSH signature", []),
        ("not an armored SSH signature", Array("sig".utf8)),
        (
            "not an armored SSH signature",
            Array("-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n".utf8)
        ),
        ("not an armored SSH signature", SampleSignature.Parts().with { _ in } + Array("more\n".utf8)),
        ("not an armored SSH signature", Array("\n".utf8) + SampleSignature.Parts().with { _ in }),
        ("more than 65536 octets", [UInt8](repeating: 0x41, count: 65_537)),
        (
            "its Base64 is broken",
            Array("-----BEGIN SSH SIGNATURE-----\nU1N!\n-----END SSH SIGNATURE-----\n".utf8)
        ),
        ("not SSHSIG", SampleSignature.armored([])),
        ("not SSHSIG", SampleSignature.Parts().with { $0.magic = "SSHSIF" }),
        ("version 2 is not read", SampleSignature.Parts().with { $0.version = [0, 0, 0, 2] }),
        ("its key is not read", SampleSignature.Parts().with { $0.key = [] }),
        ("its key is not read", SampleSignature.Parts().with { $0.key = SSHWire.string("ssh-dss") }),
        ("its key is not read", SampleSignature.Parts().with { $0.key += [0] }),
        ("its key is not read", SampleSignature.Parts().with { $0.key = SSHWire.string("ssh-ed25519") }),
        ("no namespace", SampleSignature.Parts().with { $0.namespace = "" }),
        ("no namespace", SampleSignature.Parts().with { $0.namespace = "a\u{1B}[2J" }),
        ("its reserved field is used", SampleSignature.Parts().with { $0.reserved = "x" }),
        ("its hash algorithm is not read", SampleSignature.Parts().with { $0.hash = "md5" }),
        ("cut off, or longer than it says", SampleSignature.Parts().with { $0.tail = [0] }),
        ("cut off, or longer than it says", SampleSignature.Parts().with { $0.signature += [0] }),
        ("cut off, or longer than it says", SampleSignature.Parts().with { $0.signature = [] }),
    ]

    @Test(arguments: hostile) func whatIsNoSignatureIsRefused(reason: String, text: [UInt8]) {
        let error = #expect(throws: SSHSignature.Malformed.self) { try SSHSignature(armored: text) }
        #expect(error?.reason == reason)
    }

    @Test(arguments: lengths) func lengthsThatLieAreRefused(length: [UInt8]) {
        #expect(throws: SSHSignature.Malformed(reason: "cut off, or longer than it says")) {
            try SSHSignature(armored: SampleSignature.armored(Array("SSHSIG".utf8) + [0, 0, 0, 1] + length))
        }
    }

    @Test func everyTruncationIsRefused() {
        let octets = SampleSignature.Parts().octets
        for count in 0..<octets.count {
            #expect(throws: SSHSignature.Malformed.self) {
                try SSHSignature(armored: SampleSignature.armored(Array(octets.prefix(count))))
            }
        }
    }

    @Test(arguments: [
        SampleSignature.Parts().with { _ in },
        SampleSignature.Parts().with {
            $0.signature = SSHWire.string("ssh-rsa") + SSHWire.string([UInt8](repeating: 9, count: 64))
        },
        SampleSignature.Parts().with {
            $0.signature = SSHWire.string("ssh-ed25519") + SSHWire.string([1, 2])
        },
    ])
    func aForgeryDoesNotMatch(text: [UInt8]) throws {
        #expect(try SSHSignature(armored: text).matches(SampleSignature.message) == false)
    }
}

/// Bundles that are signed.
@Suite struct SignedBundleTests {
    private func contents() throws -> BagContents {
        try BagContents(baseName: "b", payload: [PayloadFile(path: "data/a", source: .bytes([1]))])
    }

    private func sign(_ tagManifest: [UInt8]) throws -> [UInt8] {
        try SampleSignature.made(over: tagManifest)
    }

    @Test func aSignedBundleIsValidAndTheSameEachTime() throws {
        let folder = try TemporaryFolder()
        for name in ["b.zip", "c.zip"] {
            let packed = try BagPacker(random: 1).pack(try contents(), to: folder(name), sign: sign)
            let report = try BundleVerification.verify(path: folder(name))
            #expect(report.problems.isEmpty && report.bundleID == packed.bundleID)
            let signature = try #require(packed.signature)
            #expect(signature.match == .holds && report.signature == .signed(signature))
        }
        #expect(try folder.bytes(of: "b.zip") == folder.bytes(of: "c.zip"))
        let outcome = try BundleUnpacker(random: 2).unpack(folder("b.zip"), into: folder.path)
        #expect(try BundleVerification.verify(path: folder("b")) == outcome.report)
        #expect(try BundleInspection.inspect(path: folder("b.zip")).hasSignature)
    }

    @Test func theSignatureDoesNotChangeTheIdentifier() throws {
        let folder = try TemporaryFolder()
        let signed = try BagPacker(random: 1).pack(try contents(), to: folder("b.zip"), sign: sign)
        let unsigned = try BagPacker(random: 1).pack(try contents(), to: folder("c.zip"))
        #expect(signed.bundleID == unsigned.bundleID && unsigned.signature == nil)
        #expect(try BundleVerification.verify(path: folder("c.zip")).signature == .unsigned)
    }

    @Test func nothingIsLeftWhereSigningFails() throws {
        struct Refusal: Error {}
        let folder = try TemporaryFolder()
        let signers: [BagSigner] = [
            { _ in throw Refusal() }, { _ in [] }, { _ in try SampleSignature.made(over: [1]) },
            { try SampleSignature.made(over: $0, namespace: "git") },
        ]
        for signer in signers {
            #expect(throws: (any Error).self) {
                try BagPacker(random: 1).pack(try contents(), to: folder("b.zip"), sign: signer)
            }
            #expect(try folder.names.isEmpty)
        }
    }

    static let sealed: [UInt8] = Array(SampleBag()["tagmanifest-sha256.txt"].utf8)

    /// What is put in the place of the signature, and what a verification says of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let codes: [String]
        let state: String
        let change: @Sendable (inout SampleBag) throws -> Void

        init(
            _ name: String, _ codes: [String], _ state: String,
            _ change: @escaping @Sendable (inout SampleBag) throws -> Void
        ) {
            testDescription = name
            (self.codes, self.state, self.change) = (codes, state, change)
        }
    }

    static let cases: [Case] = [
        Case("made over something else", ["signature-broken"], "broken") {
            $0[BundleSignature.fileName] = String(
                decoding: try SampleSignature.made(over: [1]), as: UTF8.self)
        },
        Case("no signature", ["signature-malformed"], "unreadable") {
            $0[BundleSignature.fileName] = "sig"
        },
        Case("for another purpose", ["signature-malformed"], "unreadable") {
            $0[BundleSignature.fileName] = SampleSignature.ed25519ForOther
        },
        Case("too large", ["tag-file-too-large"], "unreadable") {
            $0[BundleSignature.fileName] = String(repeating: "A", count: 70_000)
        },
        Case("nothing to sign", ["signature-broken", "tagmanifest-missing"], "unreadable") {
            $0[BundleSignature.fileName] = SampleSignature.ed25519
            $0.remove("tagmanifest-sha256.txt")
        },
        Case("a key that is not checked here", [], "unchecked") {
            $0[BundleSignature.fileName] = SampleSignature.ecdsa
        },
        Case("genuine", [], "holds") {
            $0[BundleSignature.fileName] = String(
                decoding: try SampleSignature.made(over: sealed), as: UTF8.self)
        },
    ]

    @Test(arguments: cases) func aSignatureIsOfThisBundleOrAnError(each: Case) throws {
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        var bag = SampleBag()
        try each.change(&bag)
        let archive = try folder.write(bag.archive, to: "bag.zip")
        let report = try BundleVerification.verify(path: archive)
        #expect(codes(report) == each.codes)
        #expect(report.signature.state == each.state)
        #expect(try BundleVerification.verify(path: bag.unpacked(in: folder)) == report)
        #expect(
            try BundleUnpacker(random: 1).unpack(archive, into: place.path).report.valid
                == ["unchecked", "holds"].contains(each.state))
    }

    @Test(arguments: [true, false]) func somebodyElseChecksOtherKeys(answer: Bool) throws {
        let folder = try TemporaryFolder()
        var bag = SampleBag()
        bag[BundleSignature.fileName] = SampleSignature.ecdsa
        let archive = try folder.write(bag.archive, to: "bag.zip")
        let report = try BundleVerification.verify(
            path: archive,
            checkSignature: { signature in
                #expect(signature.signed == Self.sealed && signature.match == .unchecked)
                return answer
            })
        #expect(report.valid == answer)
        #expect(report.signature.state == (answer ? "holds" : "broken"))
        #expect(codes(report) == (answer ? [] : ["signature-broken"]))
    }
}

extension SignatureFinding {
    var state: String {
        switch self {
        case .unsigned: "unsigned"
        case .unreadable: "unreadable"
        case .signed(let signature): "\(signature.match)"
        }
    }
}
