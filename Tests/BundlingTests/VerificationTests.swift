import Certification
import Foundation
import Synchronization
import Testing

@testable import Bundling

/// Every kind of damage has its word, in a folder and in an archive alike.
@Suite struct VerificationTests {
    struct Damage: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let codes: [String]
        let change: @Sendable (inout SampleBag) -> Void

        init(_ name: String, _ codes: [String], _ change: @escaping @Sendable (inout SampleBag) -> Void) {
            testDescription = name
            self.codes = codes
            self.change = change
        }
    }

    static let digest = String(repeating: "0", count: 64)
    static let pair = [("data/a.txt", "alpha"), ("data/b/ü.txt", "beta")]

    static let damages: [Damage] = [
        Damage("nothing", []) { _ in },
        Damage("payload changed", ["checksum-mismatch"]) { $0["data/a.txt"] = "alphA" },
        Damage("payload longer", ["checksum-mismatch", "payload-oxum-mismatch"]) {
            $0["data/a.txt"] = "alpha!"
        },
        Damage("payload missing", ["file-missing", "payload-oxum-mismatch"]) { $0.remove("data/a.txt") },
        Damage("payload unlisted", ["payload-oxum-mismatch", "payload-unlisted"]) { $0["data/c"] = "" },
        Damage("tag file changed", ["checksum-mismatch"]) { $0["bag-info.txt"] += "Contact-Name: X\n" },
        Damage("tag file unlisted", ["tag-file-unlisted"]) { $0["VERIFY.txt"] = "how" },
        Damage("what speaks of a tag manifest unlisted", []) { $0["tagmanifest-sha512.txt.sig"] = "sig" },
        Damage("no signature", ["signature-malformed"]) { $0["tagmanifest-sha256.txt.sig"] = "sig" },
        Damage("no time stamp", ["timestamp-malformed"]) { $0["tagmanifest-sha256.txt.tsr"] = "stamp" },
        Damage("manifest missing", ["file-missing", "manifest-missing"]) { $0.remove("manifest-sha256.txt") },
        Damage("no tag manifest", ["tagmanifest-missing"]) { $0.remove("tagmanifest-sha256.txt") },
        Damage("no declaration", ["bagit-missing", "file-missing"]) { $0.remove("bagit.txt") },
        Damage("declaration malformed", ["bagit-malformed"]) {
            $0["bagit.txt"] = "BagIt\n"; $0.seal()
        },
        Damage("version of the future", ["version-unsupported"]) {
            $0["bagit.txt"] = "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"
            $0.seal()
        },
        Damage("unknown encoding", ["encoding-unsupported"]) {
            $0["bagit.txt"] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: KOI8-R\n"
            $0.seal()
        },
        Damage("mark before a manifest", ["byte-order-mark"]) {
            $0["manifest-sha256.txt"] = "\u{FEFF}" + $0["manifest-sha256.txt"]
            $0.seal()
        },
        Damage("malformed line", ["manifest-malformed"]) {
            $0["manifest-sha256.txt"] += "nonsense\n"; $0.seal()
        },
        Damage("path out of the bag", ["manifest-path-forbidden"]) {
            $0["manifest-sha256.txt"] += "\(digest)  data/../../etc/passwd\n"
            $0.seal()
        },
        Damage("tag file in a payload manifest", ["manifest-path-forbidden"]) {
            $0["manifest-sha256.txt"] += "\(digest)  bagit.txt\n"
            $0.seal()
        },
        Damage("payload in a tag manifest", ["manifest-path-forbidden"]) {
            $0["tagmanifest-sha256.txt"] += SampleBag.manifest([pair[0]])
        },
        Damage("path repeated", ["manifest-path-repeated"]) {
            $0["manifest-sha256.txt"] += SampleBag.manifest([pair[0]])
            $0.seal()
        },
        Damage("manifest not in the tag manifest", ["tag-file-unlisted", "tagmanifest-incomplete"]) {
            $0["tagmanifest-sha256.txt"] = SampleBag.manifest([("bagit.txt", $0["bagit.txt"])])
        },
        Damage("md5 besides", ["manifest-algorithm-weak"]) {
            $0["manifest-md5.txt"] = SampleBag.manifest(pair, .md5)
            $0.seal()
        },
        Damage("sha1 wrong", ["checksum-mismatch", "manifest-algorithm-weak"]) {
            $0["manifest-sha1.txt"] = SampleBag.manifest([pair[0], (pair[1].0, "other")], .sha1)
            $0.seal()
        },
        Damage("sha512 besides", []) {
            $0["manifest-sha512.txt"] = SampleBag.manifest(pair, .sha512)
            $0.seal()
        },
        Damage("sha512 incomplete", ["payload-unlisted"]) {
            $0["manifest-sha512.txt"] = SampleBag.manifest([pair[0]], .sha512)
            $0.seal()
        },
        Damage("sha512 incomplete before 1.0", []) {
            $0["bagit.txt"] = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"
            $0["manifest-sha512.txt"] = SampleBag.manifest([pair[0]], .sha512)
            $0.seal()
        },
        Damage("unknown algorithm", ["manifest-algorithm-unsupported"]) {
            $0["manifest-whirlpool.txt"] = "00  data/a.txt\n"
            $0.seal()
        },
        Damage("binary marks", ["manifest-binary-mark"]) {
            $0["manifest-sha256.txt"] = $0["manifest-sha256.txt"].replacing("  ", with: " *")
            $0.seal()
        },
        Damage("other spelling", ["manifest-name-normalized"]) {
            $0["manifest-sha256.txt"] = $0["manifest-sha256.txt"].replacing("\u{FC}", with: "u\u{308}")
            $0.seal()
        },
        Damage("two oxums", ["bag-info-malformed"]) {
            $0["bag-info.txt"] += "payload-oxum: 9.2\n"
            $0.seal()
        },
        Damage("no colon", ["bag-info-malformed"]) {
            $0["bag-info.txt"] += "x\n"; $0.seal()
        },
        Damage("to be fetched", ["fetch-not-done", "fetch-unlisted"]) {
            $0["fetch.txt"] = "https://example.com/c - data/c\n"
            $0.seal()
        },
        Damage("fetched", ["fetch-present"]) {
            $0["fetch.txt"] = "https://example.com/a 5 data/a.txt\n"
            $0.seal()
        },
    ]

    @Test(arguments: damages) func damageIsReported(damage: Damage) throws {
        let folder = try TemporaryFolder()
        var bag = SampleBag()
        damage.change(&bag)
        let isValid = damage.codes.allSatisfy { Problem.Code(rawValue: $0)?.severity == .warning }
        let unpacked = try BundleVerification.verify(path: bag.unpacked(in: folder))
        #expect(codes(unpacked) == damage.codes)
        #expect(unpacked.valid == isValid)
        for files in [bag.files, bag.files.reversed()] {
            bag.files = files
            let packed = try BundleVerification.verify(path: folder.write(bag.archive, to: "bag.zip"))
            #expect(packed == unpacked)
        }
    }

    @Test func aReportSaysWhatIsThere() throws {
        let folder = try TemporaryFolder()
        let report = try BundleVerification.verify(path: folder.write(SampleBag().archive, to: "bag.zip"))
        #expect(report.name == "bag" && report.files == 2 && report.octets == 9)
        #expect(report.info.first == InfoField("Source-Organization", "Acme"))
        #expect(report.bundleID == Fingerprint(of: Array(SampleBag()["tagmanifest-sha256.txt"].utf8)))
    }

    @Test func progressIsOverTheOctetsOfAllFiles() throws {
        let folder = try TemporaryFolder()
        let bag = SampleBag(payload: [("data/a", String(repeating: "a", count: 600_000)), ("data/b", "b")])
        let archive = try folder.write(bag.archive, to: "bag.zip")
        let read: [(@escaping @Sendable (Int) -> Void) throws -> Void] = [
            { _ = try BundleVerification.verify(path: archive, progress: $0) },
            { _ = try BundleUnpacker(random: 1).unpack(archive, into: folder.path, progress: $0) },
            { _ = try BundleVerification.verify(path: folder("bag"), progress: $0) },
        ]
        for read in read {
            let told = Mutex<[Int]>([])
            try read { octets in told.withLock { $0.append(octets) } }
            #expect(told.withLock { $0.reduce(0, +) } == bag.files.reduce(0) { $0 + $1.content.utf8.count })
            #expect(told.withLock { $0.count } > bag.files.count)
        }
    }

    @Test func rawPerCentSignsAreTakenWithAWarning() throws {
        let folder = try TemporaryFolder()
        let bag = SampleBag(payload: [("data/100%25.txt", "x")])
        let report = try BundleVerification.verify(path: bag.unpacked(in: folder))
        #expect(report.valid && codes(report) == ["manifest-name-raw"])
    }

    @Test func aDotBeforeAPathIsTakenWithAWarning() throws {
        let folder = try TemporaryFolder()
        var bag = SampleBag(payload: [("data/a.txt", "x")])
        bag["manifest-sha256.txt"] = bag["manifest-sha256.txt"].replacing("data/", with: "./data/")
        bag.seal()
        let report = try BundleVerification.verify(path: bag.unpacked(in: folder))
        #expect(report.valid && codes(report) == ["manifest-path-dot"])
    }

    @Test func everyProblemIsReported() throws {
        let folder = try TemporaryFolder()
        var bag = SampleBag(payload: (0..<20).map { ("data/\($0)", "\($0)") })
        for number in 0..<20 { bag["data/\(number)"] += "x" }
        let report = try BundleVerification.verify(path: bag.unpacked(in: folder))
        #expect(report.problems.count { $0.code == "checksum-mismatch" } == 20)
        #expect(
            report.problems.first?.description
                == "error: bag-info.txt: Payload-Oxum says 30.20, found 50.20")
    }

    @Test func linksInAFolderAreProblems() throws {
        let folder = try TemporaryFolder()
        let path = try SampleBag().unpacked(in: folder)
        try FileManager.default.createSymbolicLink(atPath: path + "/data/link", withDestinationPath: "a.txt")
        #expect(mkfifo(path + "/data/pipe", 0o644) == 0)
        let report = try BundleVerification.verify(path: path)
        #expect(codes(report) == ["entry-not-a-file"] && report.problems.count == 2 && !report.valid)
    }

    @Test func aPathThatIsNotThereIsAnError() {
        let error = #expect(throws: BundlingError.self) {
            try BundleVerification.verify(path: "/nowhere.zip")
        }
        #expect(error?.description == "cannot read /nowhere.zip: no such file or directory")
    }
}
