import Certification
import Foundation
import Testing

@testable import Bundling

/// Looking into bundles, and the messages of what fails.
@Suite struct InspectionTests {
    @Test func aListingTellsWhatTheBundleSays() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(SampleBag().archive, to: "bag.zip")
        let inspection = try BundleInspection.inspect(path: path)
        #expect(inspection.name == "bag" && inspection.files == 2 && inspection.octets == 9)
        #expect(
            inspection.entries.map(\.path) == [
                "bag-info.txt", "bagit.txt", "data/a.txt", "data/b/ü.txt", "manifest-sha256.txt",
                "tagmanifest-sha256.txt",
            ])
        #expect(inspection.info.map(\.label) == ["Source-Organization", "Payload-Oxum"])
        #expect(inspection.bundleID == (try BundleVerification.verify(path: path)).bundleID)
    }

    @Test func whatCannotBeOpenedIsAnError() throws {
        let folder = try TemporaryFolder()
        let text = try folder.write(Array("hello".utf8), to: "a.txt")
        let cut = try folder.write(Array(SampleBag().archive.dropLast(30)), to: "cut.zip")
        let pipe = folder("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let cases: [(String, String)] = [
            (text, "\(text) is not a bundle"),
            (pipe, "\(pipe) is not a bundle"),
            (cut, "\(cut) is damaged: its directory is missing: cut off or damaged"),
            (folder("none"), "cannot read \(folder("none")): no such file or directory"),
        ]
        for (path, message) in cases {
            let error = #expect(throws: BundlingError.self) { try BundleInspection.inspect(path: path) }
            #expect(error?.description == message)
        }
        #expect(try codes(BundleVerification.verify(path: pipe)) == ["not-a-bundle"])
    }

    @Test func writingWhereNothingCanBeWrittenIsAnError() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.write(SampleBag().archive, to: "bag.zip")
        let contents = try BagContents(
            baseName: "b", payload: [PayloadFile(path: "data/a", source: .bytes([]))])
        let absent = folder("none/b.zip")
        #expect(throws: BundlingError.cannotWrite(path: absent, reason: "no such file or directory")) {
            try BagPacker(random: 1).pack(contents, to: absent)
        }
        #expect(throws: BundlingError.self) {
            try BundleUnpacker(random: 1).unpack(archive, into: folder("none"))
        }
        #expect(throws: BundlingError.notABundle(path: folder.path)) {
            try BundleUnpacker(random: 1).unpack(folder.path, into: folder.path)
        }
    }

    @Test func messagesShowInvisibleCharacters() {
        let error = BundlingError.unsafeName(name: "a\u{202E}b\n", reason: "bad")
        #expect(error.description == "unsafe name a\\u{202E}b\\u{A}: bad")
        #expect(Problem(.nameForbidden, "x\u{1B}[2J", "bad").description == "error: x\\u{1B}[2J: bad")
    }

    @Test func whatIsNotWholeIsHiddenBesideItsPlace() {
        #expect(PartialName.path(for: "/a/b.zip", 255) == "/a/.b.zip.partial-00000000000000ff")
        #expect(PartialName.path(for: "b.zip", .max) == ".b.zip.partial-ffffffffffffffff")
        #expect(PartialName.path(for: "/" + String(repeating: "é", count: 127), 0).utf8.count < 150)
    }
}
