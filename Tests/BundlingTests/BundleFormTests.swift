import Archive
import Certification
import Foundation
import Testing

@testable import Bundling

/// The forms of archives that are written, read back by what reads those of strangers.
@Suite struct BundleFormTests {
    private static let long = String(repeating: "Schulungsnachweise-", count: 12)

    private func contents(_ folder: TemporaryFolder) throws -> BagContents {
        let stored = try folder.write(noise(3 << 20), to: "stored")
        let fingerprint = Fingerprint(of: noise(3 << 20))
        return try BagContents(
            baseName: "acme",
            payload: [
                PayloadFile(path: "data/a.txt", source: .bytes(Array("alpha".utf8))),
                PayloadFile(path: "data/empty", source: .bytes([])),
                PayloadFile(
                    path: "data/\(Self.long)/M\u{FC}ller-\u{8A13}\u{7DF4}.txt", source: .bytes([1, 2])),
                PayloadFile(
                    path: "data/noise.bin",
                    source: .stored(path: stored, fingerprint: fingerprint, size: 3 << 20)),
            ],
            info: [InfoField("Source-Organization", "Acme")], time: Timestamp(seconds: 1_790_000_000))
    }

    @Test(arguments: BundleForm.allCases) func whatIsPackedIsReadBack(form: BundleForm) throws {
        let folder = try TemporaryFolder()
        let contents = try contents(folder)
        let path = folder("acme.\(form.rawValue)")
        let packed = try BagPacker(form, random: 1).pack(contents, to: path)
        #expect(packed.archiveOctets == (try Data(contentsOf: URL(fileURLWithPath: path)).count))
        let report = try BundleVerification.verify(path: path)
        #expect(report.valid && report.problems.isEmpty && report.bundleID == packed.bundleID)
        let listing = try BundleInspection.inspect(path: path)
        #expect(listing.bundleID == packed.bundleID && listing.files == 4)
        let outcome = try BundleUnpacker(random: 2).unpack(path, into: folder.path)
        let unpacked = try #require(outcome.folder)
        let name = unpacked + "/data/\(Self.long)/M\u{FC}ller-\u{8A13}\u{7DF4}.txt"
        #expect(try Data(contentsOf: URL(fileURLWithPath: name)) == Data([1, 2]))
    }

    @Test(arguments: BundleForm.allCases) func workersMakeNoDifference(form: BundleForm) throws {
        let folder = try TemporaryFolder()
        let contents = try contents(folder)
        let archives = try [1, 2, 3, 8].map { workers in
            let path = folder("\(workers).\(form.rawValue)")
            _ = try BagPacker(form, workers: workers, random: 1).pack(contents, to: path)
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
        #expect(archives.allSatisfy { $0 == archives[0] })
    }

    @Test(arguments: BundleForm.allCases) func aFalseFileLeavesNothing(form: BundleForm) throws {
        let folder = try TemporaryFolder()
        let stored = try folder.write([1, 2, 3], to: "stored")
        let contents = try BagContents(
            baseName: "acme",
            payload: [
                PayloadFile(
                    path: "data/a",
                    source: .stored(path: stored, fingerprint: Fingerprint(of: [1, 2, 4]), size: 3))
            ])
        #expect(throws: BundlingError.self) {
            try BagPacker(form, random: 1).pack(contents, to: folder("acme.\(form.rawValue)"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["stored"])
    }

    @Test func aNameSaysItsForm() {
        let forms: [(String, BundleForm?)] = [
            ("a.zip", .zip), ("A.ZIP", .zip), ("a.tar", .tar), ("a.tar.gz", .tarGzip),
            ("a.tar.zst", .tarZstd),
            ("a.tgz", nil), ("a", nil), ("zip", nil), ("a.7z", nil),
        ]
        for (name, form) in forms { #expect(BundleForm(fileName: name) == form, "\(name)") }
    }
}
