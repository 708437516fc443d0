import Testing

@testable import Bundling

/// Archives that are not let in, although a careless program would unpack them.
@Suite struct ArchiveRefusalTests {
    typealias Entry = RawZip.Entry

    static let additions: [(Entry, [String])] = [
        (Entry(name: "bag/../evil"), ["name-forbidden"]),
        (Entry(name: "../evil"), ["name-forbidden"]),
        (Entry(name: "/tmp/evil"), ["name-forbidden"]),
        (Entry(name: "bag/data/C:evil"), ["name-forbidden"]),
        (Entry(name: "bag/data/a\\evil"), ["name-forbidden"]),
        (Entry(name: "bag/data/\u{202E}txt.exe"), ["name-forbidden"]),
        (Entry(name: "bag/data/nul"), ["name-forbidden"]),
        (Entry(name: "bag/data/a.txt", content: Array("alpha".utf8)), ["name-duplicate"]),
        (Entry(name: "bag/data/a.txt/b"), ["name-file-and-folder"]),
        (Entry(name: "bag/data/b"), ["name-file-and-folder"]),
        (Entry(name: "loose"), ["base-folder-missing"]),
        (Entry(name: "other/file"), ["base-folder-several"]),
        (
            Entry(name: "bag/data/link", content: Array("/etc/passwd".utf8), unixMode: 0o120777),
            ["entry-not-a-file"]
        ),
        (Entry(name: "bag/data/secret", content: [1, 2, 3], flags: 0x0801), ["entry-encrypted"]),
        (Entry(name: "bag/data/empty/", unixMode: 0o040755), []),
    ]

    @Test(arguments: additions) func anEntryIsRefused(entry: Entry, expected: [String]) throws {
        let folder = try TemporaryFolder()
        let archive = try folder.write(RawZip.archive(SampleBag().entries + [entry]), to: "bag.zip")
        let report = try BundleVerification.verify(path: archive)
        #expect(codes(report) == expected)
        #expect(report.valid == expected.isEmpty)
        let outcome = try BundleUnpacker(random: 7).unpack(archive, into: folder.path)
        #expect(outcome.report == report)
        #expect(try folder.names == (expected.isEmpty ? ["bag", "bag.zip"] : ["bag.zip"]))
    }

    @Test func namesThatDifferByCaseAreAWarning() throws {
        let folder = try TemporaryFolder()
        let bag = SampleBag(payload: [("data/a.txt", "1"), ("data/A.TXT", "2")])
        let report = try BundleVerification.verify(path: folder.write(bag.archive, to: "bag.zip"))
        #expect(report.valid && codes(report) == ["name-clash"])
        #expect(report.problems.first?.path == "data/A.TXT")
    }

    @Test func namesThatDifferByUnicodeSpellingAreAWarning() throws {
        let folder = try TemporaryFolder()
        let bag = SampleBag(payload: [("data/\u{FC}.txt", "1"), ("data/u\u{308}.txt", "2")])
        let report = try BundleVerification.verify(path: folder.write(bag.archive, to: "bag.zip"))
        #expect(report.valid && codes(report) == ["name-clash"], "\(report.problems)")
        let outcome = try BundleUnpacker(random: 7).unpack(folder("bag.zip"), into: folder.path)
        #expect(outcome.report == report)
        #expect(try folder.bytes(of: "bag/data/u\u{308}.txt") == [0x32])
    }

    @Test func everyTruncationIsReported() throws {
        let folder = try TemporaryFolder()
        let whole = SampleBag().archive
        for length in stride(from: 0, to: whole.count, by: 13) {
            let path = try folder.write(Array(whole.prefix(length)), to: "cut.zip")
            let report = try BundleVerification.verify(path: path)
            #expect(!report.valid)
            #expect(codes(report) == [length < 4 ? "not-a-bundle" : "archive-damaged"], "\(length)")
        }
    }

    @Test func aFlippedBitIsReportedOnce() throws {
        let folder = try TemporaryFolder()
        var bytes = SampleBag().archive
        let position = try #require(bytes.firstRange(of: Array("alpha".utf8))?.lowerBound)
        bytes[position] ^= 1
        let report = try BundleVerification.verify(path: folder.write(bytes, to: "bag.zip"))
        #expect(codes(report) == ["archive-damaged"])
        #expect(report.problems.map(\.path) == ["data/a.txt"])
    }

    @Test func noFlippedByteIsFatalAndNoneInAContentPasses() throws {
        let folder = try TemporaryFolder()
        let whole = SampleBag().archive
        let first = try #require(whole.firstRange(of: Array("alpha".utf8))?.lowerBound)
        for position in whole.indices {
            var bytes = whole
            bytes[position] ^= 0x11
            let report = try BundleVerification.verify(path: folder.write(bytes, to: "bag.zip"))
            if (first..<first + 5).contains(position) { #expect(!report.valid) }
            #expect(report.valid || !report.problems.isEmpty)
        }
    }

    @Test func limitsHold() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(SampleBag().archive, to: "bag.zip")
        var limits = BundleLimits()
        limits.entries = 3
        #expect(try codes(BundleVerification.verify(path: path, limits: limits)) == ["too-many-entries"])
        limits = BundleLimits()
        (limits.contentOctets, limits.expansion) = (100, 0)
        #expect(try codes(BundleVerification.verify(path: path, limits: limits)) == ["too-large"])
        limits = BundleLimits()
        limits.tagFileOctets = 60
        #expect(
            try codes(BundleVerification.verify(path: path, limits: limits)).contains("tag-file-too-large"))
    }
}
