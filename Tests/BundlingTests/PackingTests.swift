import Certification
import Foundation
import Synchronization
import Testing

@testable import Bundling

/// Packing, verifying and unpacking as one.
@Suite(.serialized) struct PackingTests {
    static let longName = "data/evidence/" + String(repeating: "n", count: 246) + ".bin"

    static func contents(_ folder: TemporaryFolder) throws -> BagContents {
        let large = [[UInt8]](repeating: noise(1_000_000), count: 20).flatMap(\.self)
        let stored = try folder.write(large, to: "vaulted")
        return try BagContents(
            baseName: "acme-2027",
            payload: [
                PayloadFile(
                    path: "data/evidence/large.pdf",
                    source: .stored(path: stored, fingerprint: Fingerprint(of: large), size: large.count)),
                PayloadFile(path: "data/evidence/Müller-訓練.txt", source: .bytes(Array("training".utf8))),
                PayloadFile(path: "data/evidence/empty", source: .bytes([])),
                PayloadFile(path: longName, source: .bytes([UInt8](repeating: 0, count: 1_000_000))),
                PayloadFile(path: "data/dossier.json", source: .bytes(Array("{}".utf8))),
            ],
            tagFiles: [TagFile(name: "VERIFY.txt", bytes: Array("how to check".utf8))],
            info: [InfoField("Source-Organization", "Acme"), InfoField("Bagging-Date", "2027-03-14")])
    }

    @Test func whatIsPackedIsValidAndUnpacksToTheSame() throws {
        let folder = try TemporaryFolder()
        let contents = try Self.contents(folder)
        let progressed = Mutex(0)
        let packed = try BagPacker(random: 1).pack(contents, to: folder("a.zip")) { count in
            progressed.withLock { $0 += count }
        }
        #expect(
            packed.files == 5 && packed.payloadOctets == 21_000_010
                && progressed.withLock { $0 } == 21_000_010)
        #expect(packed.archiveOctets == (try folder.bytes(of: "a.zip")).count)
        #expect(packed.archiveOctets < 20_010_000)
        #expect(try folder.names == ["a.zip", "vaulted"])

        let report = try BundleVerification.verify(path: folder("a.zip"))
        #expect(report.valid && report.problems.isEmpty && report.bundleID == packed.bundleID)

        let outcome = try BundleUnpacker(random: 2).unpack(folder("a.zip"), into: folder.path)
        #expect(outcome.folder == folder("acme-2027") && outcome.report == report)
        #expect(try BundleVerification.verify(path: folder("acme-2027")) == report)
        #expect(try folder.bytes(of: "acme-2027/data/evidence/Müller-訓練.txt") == Array("training".utf8))
        #expect(try folder.bytes(of: "acme-2027/data/evidence/large.pdf") == folder.bytes(of: "vaulted"))

        let inspection = try BundleInspection.inspect(path: folder("a.zip"))
        #expect(inspection == (try BundleInspection.inspect(path: folder("acme-2027"))))
        #expect(
            inspection.bundleID == packed.bundleID && inspection.files == 5 && inspection.name == "acme-2027")
        #expect(
            inspection.entries.count == 10 && inspection.info.last == InfoField("Payload-Oxum", "21000010.5"))

        #expect(throws: BundlingError.destinationExists(path: folder("acme-2027"))) {
            try BundleUnpacker(random: 3).unpack(folder("a.zip"), into: folder.path)
        }
        #expect(try folder.names == ["a.zip", "acme-2027", "vaulted"])
    }

    @Test func theTagFilesAreWrittenAsSpecified() throws {
        let folder = try TemporaryFolder()
        let contents = try BagContents(
            baseName: "b", payload: [PayloadFile(path: "data/ü", source: .bytes([]))],
            info: [InfoField("Contact-Name", "Zoë")])
        let packed = try BagPacker(random: 1).pack(contents, to: folder("b.zip"))
        _ = try BundleUnpacker(random: 1).unpack(folder("b.zip"), into: folder.path)
        let text = { (name: String) in String(decoding: try folder.bytes(of: "b/" + name), as: UTF8.self) }
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(try text("bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        #expect(try text("bag-info.txt") == "Contact-Name: Zoë\nPayload-Oxum: 0.1\n")
        #expect(try text("manifest-sha256.txt") == "\(empty)  data/ü\n")
        #expect(
            try text("tagmanifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
                == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"])
        #expect(packed.bundleID == Fingerprint(of: try folder.bytes(of: "b/tagmanifest-sha256.txt")))
    }

    @Test func sameContentsGiveSameBytesWhereverAndWhenever() throws {
        let folder = try TemporaryFolder()
        let first = try Self.contents(folder)
        _ = try BagPacker(random: 1).pack(first, to: folder("a.zip"))
        let bytes = try folder.bytes(of: "a.zip")
        let mask = umask(0o077)
        defer { umask(mask) }
        for zone in ["Asia/Tokyo", "America/St_Johns"] {
            setenv("TZ", zone, 1)
            tzset()
            let again = try BagContents(
                baseName: first.baseName, payload: first.payload.reversed(), tagFiles: first.tagFiles,
                info: first.info)
            _ = try BagPacker(overwrite: true, random: 9).pack(again, to: folder("b.zip"))
            #expect(try folder.bytes(of: "b.zip") == bytes)
        }
    }

    @Test func anExistingBundleIsKept() throws {
        let folder = try TemporaryFolder()
        let contents = try BagContents(
            baseName: "b", payload: [PayloadFile(path: "data/a", source: .bytes([1]))])
        let path = try folder.write([42], to: "b.zip")
        #expect(throws: BundlingError.destinationExists(path: path)) {
            try BagPacker(random: 1).pack(contents, to: path)
        }
        #expect(try folder.bytes(of: "b.zip") == [42])
        _ = try BagPacker(overwrite: true, random: 1).pack(contents, to: path)
        #expect(try BundleVerification.verify(path: path).valid)
    }

    /// Before it has its name and after, where nothing stood and where another bundle did.
    @Test(arguments: [(false, false), (true, false), (false, true), (true, true)])
    func aDeliveryThatFailsLeavesNoBundle(late: Bool, overwrite: Bool) throws {
        struct Undelivered: Error {}
        let folder = try TemporaryFolder()
        let contents = try BagContents(
            baseName: "b", payload: [PayloadFile(path: "data/a", source: .bytes([1]))])
        if overwrite { try folder.write([42], to: "b.zip") }
        #expect(throws: Undelivered.self) {
            try BagPacker(overwrite: overwrite, random: 1).pack(
                contents, to: folder("b.zip"),
                deliver: { _, giveName in
                    if late { try giveName() }
                    throw Undelivered()
                })
        }
        // What was replaced cannot come back: then the new one stays.
        #expect(try folder.names == (overwrite ? ["b.zip"] : []))
        if overwrite, !late { #expect(try folder.bytes(of: "b.zip") == [42]) }
        if overwrite, late { #expect(try BundleVerification.verify(path: folder("b.zip")).valid) }
    }

    @Test func aVaultFileThatIsNotWhatWasCataloguedIsNotShipped() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(noise(300_000), to: "vaulted")
        let good = Fingerprint(of: noise(300_000))
        let bad = Fingerprint(of: [])
        let cases: [(String, Fingerprint, Int, BundlingError)] = [
            (path, bad, 300_000, .fingerprintMismatch(payload: "data/x", expected: bad, found: good)),
            (path, good, 299_999, .sizeMismatch(payload: "data/x", expected: 299_999, found: 300_000)),
            (path, good, 300_001, .sizeMismatch(payload: "data/x", expected: 300_001, found: 300_000)),
            (
                folder("none"), good, 1,
                .vaultUnreadable(
                    payload: "data/x", file: folder("none"), reason: "no such file or directory")
            ),
        ]
        for (file, fingerprint, size, expected) in cases {
            let source = PayloadFile.Source.stored(path: file, fingerprint: fingerprint, size: size)
            let contents = try BagContents(
                baseName: "b", payload: [PayloadFile(path: "data/x", source: source)])
            #expect(throws: expected) { try BagPacker(random: 1).pack(contents, to: folder("b.zip")) }
            #expect(try folder.names == ["vaulted"])
        }
    }

    @Test func contentsThatNotEverybodyCouldReadAreRefused() throws {
        let file = { (path: String) in PayloadFile(path: path, source: .bytes([])) }
        let refused: [() throws -> BagContents] = [
            { try BagContents(baseName: "b", payload: []) },
            { try BagContents(baseName: "..", payload: [file("data/a")]) },
            { try BagContents(baseName: "b", payload: [file("a")]) },
            { try BagContents(baseName: "b", payload: [file("data/../a")]) },
            { try BagContents(baseName: "b", payload: [file("data/100%")]) },
            { try BagContents(baseName: "b", payload: [file("data/a"), file("data/a")]) },
            { try BagContents(baseName: "b", payload: [file("data/a"), file("data/A")]) },
            { try BagContents(baseName: "b", payload: [file("data/a"), file("data/a/b")]) },
            {
                try BagContents(
                    baseName: "b", payload: [file("data/a")],
                    tagFiles: [TagFile(name: "bagit.txt", bytes: [])])
            },
            { try BagContents(baseName: "b", payload: [file("data/a")], info: [InfoField("A", "b\nC: d")]) },
            { try BagContents(baseName: "b", payload: [file("data/a")], info: [InfoField("A:", "b")]) },
            {
                try BagContents(
                    baseName: "b", payload: [file("data/a")], info: [InfoField("payload-oxum", "1.1")])
            },
        ]
        for make in refused { #expect(throws: BundlingError.self) { try make() } }
    }
}
