import Archive
import Certification
import Foundation
import Testing

@testable import Bundling

/// Bundles that are packed with a passphrase, and what becomes of those that do not open.
@Suite struct EncryptedBundleTests {
    static let secret = "correct horse battery"

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func contents() throws -> BagContents {
        try BagContents(
            baseName: "b", payload: [PayloadFile(path: "data/a.txt", source: .bytes(noise(300_000)))],
            info: [InfoField("Source-Organization", "Acme")])
    }

    @discardableResult
    private func packed(_ name: String = "b.zip") throws -> PackedBundle {
        try BagPacker(random: 1).pack(
            contents(), to: folder(name), encryptedWith: Passphrase(Self.secret.utf8))
    }

    private func key(_ passphrase: String = secret, in other: String? = nil) -> BundleKey {
        BundleKey(folder: other ?? folder.path, random: 5) { try Passphrase(passphrase.utf8) }
    }

    /// Encloses any octets as a bundle is enclosed.
    private func enclosed(_ bytes: [UInt8], as name: String) throws -> String {
        let inner = try SharedFile(namelessFirstAt: folder("inner"))
        try bytes.withUnsafeBytes { try inner.write($0, at: 0) }
        _ = try EncryptedPacking(creating: folder(name))
            .run(enclosing: inner, named: "x", passphrase: Self.secret)
        return folder(name)
    }

    @Test func isTheSameBundleAsTheOneThatIsNotEncrypted() throws {
        let bundle = try packed()
        let plain = try BagPacker(random: 2).pack(contents(), to: folder("plain.zip"))
        #expect(bundle.bundleID == plain.bundleID && bundle.files == 1 && bundle.payloadOctets == 300_000)
        #expect(try folder.bytes(of: "b.zip").count == bundle.archiveOctets)
        #expect(bundle.archiveOctets == plain.archiveOctets + 28 + 30 + 46 + 22 + 2 * (19 + 11))
        let report = try BundleVerification.verify(path: folder("b.zip"), key: key())
        #expect(report == (try BundleVerification.verify(path: folder("plain.zip"))))
        #expect(report.valid)
        let inspection = try BundleInspection.inspect(path: folder("b.zip"), key: key())
        #expect(inspection == (try BundleInspection.inspect(path: folder("plain.zip"))))
        let outcome = try BundleUnpacker(random: 3).unpack(folder("b.zip"), into: folder.path, key: key())
        #expect(outcome.report == report && outcome.folder == folder("b"))
        #expect(try folder.bytes(of: "b/data/a.txt") == noise(300_000))
        #expect(try folder.names == ["b", "b.zip", "plain.zip"])
    }

    @Test func tellsNothingOfWhatIsInside() throws {
        try packed()
        let bytes = try folder.bytes(of: "b.zip")
        for text in ["bagit.txt", "data/a.txt", "Acme", "PK\u{1}\u{2}\u{14}"] {
            #expect(bytes.firstRange(of: Array(text.utf8)) == nil, "\(text)")
        }
        #expect(bytes.firstRange(of: noise(300_000)[1000..<1032]) == nil)
    }

    @Test func doesNotOpenWithoutItsPassphrase() throws {
        let path = folder("b.zip")
        try packed()
        let cases: [(BundleKey?, BundlingError)] = [
            (nil, .passphraseNeeded(path: path)), (key("another passphrase"), .passphraseWrong(path: path)),
            (
                key(in: folder("none")),
                .cannotWrite(
                    path: "the decrypted bundle in \(folder("none"))", reason: "no such file or directory")
            ),
        ]
        for (key, error) in cases {
            #expect(throws: error) { try BundleVerification.verify(path: path, key: key) }
            #expect(throws: error) { try BundleInspection.inspect(path: path, key: key) }
            #expect(throws: error) { try BundleUnpacker(random: 3).unpack(path, into: folder.path, key: key) }
            #expect(try folder.names == ["b.zip"])
        }
    }

    @Test func nobodyIsAskedForThePassphraseOfAPlainBundle() throws {
        struct Asked: Error {}
        let key = BundleKey(folder: folder.path, random: 5) { throw Asked() }
        let path = try folder.write(SampleBag().archive, to: "plain.zip")
        #expect(try BundleVerification.verify(path: path, key: key).valid)
        try packed()
        #expect(throws: Asked.self) { try BundleVerification.verify(path: folder("b.zip"), key: key) }
    }

    @Test func whatWasAlteredIsReportedAndNothingOfItUnpacked() throws {
        try packed()
        var bytes = try folder.bytes(of: "b.zip")
        bytes[bytes.count / 2] ^= 1
        let path = try folder.write(bytes, to: "b.zip")
        let report = try BundleVerification.verify(path: path, key: key())
        #expect(!report.valid && codes(report) == ["archive-damaged"])
        #expect(
            report.problems.first?.message
                == "was altered after it was encrypted: its authentication code is wrong")
        #expect(throws: BundlingError.self) { try BundleInspection.inspect(path: path, key: key()) }
        let outcome = try BundleUnpacker(random: 3).unpack(path, into: folder.path, key: key())
        #expect(outcome.folder == nil && outcome.report == report)
        #expect(try folder.names == ["b.zip"])
    }

    @Test("what is inside is judged by all rules", arguments: ["-", "no archive", "tar"])
    func insideIsNoArchive(text: String) throws {
        let tar = Array("x".utf8) + [UInt8](repeating: 0, count: 256) + Array("ustar".utf8)
        let path = try enclosed(text == "tar" ? tar : Array(text.utf8), as: "x.zip")
        #expect(try codes(BundleVerification.verify(path: path, key: key())) == ["not-a-bundle"])
    }

    @Test func insideIsEncryptedAgain() throws {
        try packed()
        let path = try enclosed(folder.bytes(of: "b.zip"), as: "twice.zip")
        #expect(try codes(BundleVerification.verify(path: path, key: key())) == ["entry-encrypted"])
    }

    @Test(arguments: ArchiveRefusalTests.additions)
    func insideIsRefusedAsAnywhereElse(entry: RawZip.Entry, expected: [String]) throws {
        let path = try enclosed(RawZip.archive(SampleBag().entries + [entry]), as: "x.zip")
        #expect(try codes(BundleVerification.verify(path: path, key: key())) == expected)
    }

    @Test func anExistingBundleIsKept() throws {
        try folder.write([1], to: "b.zip")
        #expect(throws: BundlingError.destinationExists(path: folder("b.zip"))) { try packed() }
        #expect(throws: BundlingError.self) { try packed("none/b.zip") }
        #expect(try folder.bytes(of: "b.zip") == [1] && folder.names == ["b.zip"])
    }

    @Test func whatFailsLeavesNothingBehind() throws {
        let missing = PayloadFile(
            path: "data/a",
            source: .stored(path: folder("none"), fingerprint: Fingerprint(of: [1]), size: 1))
        let contents = try BagContents(baseName: "b", payload: [missing])
        #expect(throws: BundlingError.self) {
            try BagPacker(random: 1).pack(
                contents, to: folder("b.zip"), encryptedWith: Passphrase(Self.secret.utf8))
        }
        #expect(throws: BundlingError.self) { try packed("none/b.zip") }
        #expect(try folder.names == [])
    }
}
