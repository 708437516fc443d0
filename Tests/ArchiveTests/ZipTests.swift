import Foundation
import Glibc
import Testing

@testable import Archive

/// Archives written and read back, and archives that are refused.
@Suite(.serialized) struct ZipTests {
    static let content: [(String, [UInt8], Bool)] = [
        ("bag/Müller-訓練.txt", Array("training".utf8), true),
        ("bag/empty", [], true),
        ("bag/zeros", [UInt8](repeating: 0, count: 1_000_000), true),
        ("bag/stored.png", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, false),
    ]

    /// A sample that no compression makes smaller.
    static let noise: [UInt8] = {
        var state: UInt64 = 1
        return (0..<999).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }()

    static func write(_ entries: [(String, [UInt8], Bool)], to path: String, workers: Int = 2) throws -> Int {
        let contents = entries.map { name, bytes, isCompressed in
            PackedContent(
                name: name, size: bytes.count,
                sample: { isCompressed ? [UInt8](repeating: 0, count: 999) : noise }
            ) { consume in
                for start in stride(from: 0, to: bytes.count, by: 65_536) {
                    try bytes[start..<min(start + 65_536, bytes.count)].withUnsafeBytes { try consume($0) }
                }
            }
        }
        return try ZipPacking(PackedContents(contents), level: 4, creating: path).run(workers: workers)
    }

    static func read(_ path: String) throws -> [(ZipEntry, [UInt8])] {
        let zip = try ZipReading(path: path, atMost: 1000)
        return try zip.entries.map { entry in
            var bytes: [UInt8] = []
            if !entry.isFolder { try zip.read(entry) { bytes.append(contentsOf: $0) } }
            return (entry, bytes)
        }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let folder = try TemporaryFolder()
        let octets = try Self.write(Self.content, to: folder("a.zip"))
        #expect(octets == (try folder.bytes(of: "a.zip")).count)
        #expect(octets > 300_000 && octets < 310_000)
        let found = try Self.read(folder("a.zip"))
        #expect(found.map(\.0.path) == Self.content.map(\.0))
        #expect(found.map(\.1) == Self.content.map(\.1))
        #expect(found.allSatisfy { !$0.0.isFolder && $0.0.size == $0.1.count })
    }

    @Test("the number of workers makes no difference", arguments: [1, 2, 3, 8])
    func workers(count: Int) throws {
        let folder = try TemporaryFolder()
        // One of them is too long to wait in memory when packed.
        let noise = (0..<3_000_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) }
        let many =
            Self.content
            + (0..<40).map { ("bag/\($0)", [UInt8](repeating: UInt8($0), count: $0 * 999), true) }
            + [("bag/noise", noise, false)] + (0..<40).map { ("bag/after-\($0)", Array("\($0)".utf8), true) }
        _ = try Self.write(many, to: folder("one.zip"), workers: 1)
        _ = try Self.write(many, to: folder("many.zip"), workers: count)
        #expect(try folder.bytes(of: "one.zip") == folder.bytes(of: "many.zip"))
        #expect(try Self.read(folder("many.zip")).map(\.1) == many.map(\.1))
    }

    @Test func noiseIsToldFromTextWithoutTryingIt() {
        let noise = (0..<16).flatMap { _ in Self.noise }
        #expect(DeflateTrial.isNoise(noise) && DeflateTrial.isNoise(noise.prefix(1_024)))
        #expect(!DeflateTrial.isNoise(noise.prefix(1_023)), "too little to tell")
        #expect(!DeflateTrial.isNoise(Array(String(repeating: "2026-03-14;closed\n", count: 100).utf8)))
        #expect(!DeflateTrial.isNoise(noise.map { $0 & 0x7F }))
    }

    @Test func bytesDoNotDependOnTheTimeZone() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write(Self.content, to: folder("a.zip"))
        for zone in ["UTC0", "Asia/Tokyo", "America/St_Johns"] {
            setenv("TZ", zone, 1)
            tzset()
            _ = try Self.write(Self.content, to: folder(zone.prefix(3) + ".zip"))
            #expect(try folder.bytes(of: zone.prefix(3) + ".zip") == folder.bytes(of: "a.zip"))
        }
    }

    @Test func anExistingFileIsNeverOverwritten() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], to: "a.zip")
        #expect(throws: SystemFault(EEXIST)) { try ZipPacking(PackedContents([]), level: 4, creating: path) }
    }

    @Test func anEntryHasExactlyTheAnnouncedSize() throws {
        let folder = try TemporaryFolder()
        for (name, octets) in [("short.zip", 1), ("long.zip", 3)] {
            let content = PackedContent(name: "a", size: 2, sample: { [] }) { consume in
                try [UInt8](repeating: 1, count: octets).withUnsafeBytes { try consume($0) }
            }
            #expect(throws: PackingFault.self) {
                try ZipPacking(PackedContents([content]), level: 4, creating: folder(name)).run(workers: 1)
            }
        }
    }

    @Test func everyTruncationIsAFault() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write(Array(Self.content.prefix(2)), to: folder("a.zip"))
        let whole = try folder.bytes(of: "a.zip")
        for length in 0..<whole.count {
            let path = try folder.write(Array(whole.prefix(length)), to: "cut.zip")
            #expect(throws: ZipFault.self, "\(length)") { try Self.read(path) }
        }
    }

    @Test func contentThatFailsItsChecksumIsAFault() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write([Self.content[3], Self.content[0]], to: folder("a.zip"))
        var bytes = try folder.bytes(of: "a.zip")
        bytes[10_000] ^= 1
        let zip = try ZipReading(path: folder.write(bytes, to: "b.zip"), atMost: 10)
        #expect(throws: ZipReading.ContentFault.checksum) { try zip.read(zip.entries[0]) { _ in } }
        try zip.read(zip.entries[1]) { _ in }
    }

    @Test(
        "archives are told by their first octets",
        arguments: [
            ("PK\u{3}\u{4}", ArchiveForm?.some(.zip)), ("PK\u{5}\u{6}", nil),
            ("#mtree\n./passwd type=file\n", nil),
            ("", nil),
        ])
    func forms(text: String, form: ArchiveForm?) throws {
        let folder = try TemporaryFolder()
        #expect(try ArchiveForm(of: folder.write(Array(text.utf8), to: "a")) == form)
        #expect(throws: SystemFault(ENOENT)) { try ArchiveForm(of: folder("none")) }
    }

    @Test func largeArchivesAreWrittenWithLargeNumbers() throws {
        var record = ZipRecords.Entry(name: Array("a".utf8), size: 5 << 30)
        record.packed = 4 << 30
        record.offset = 6 << 30
        let central = ZipRecords.central(record)
        var cursor = ByteCursor(central[...])
        let entry = try ZipEntry(central: &cursor, before: 20 << 30)
        #expect(
            entry.size == 5 << 30 && entry.packed == 4 << 30 && entry.offset == 6 << 30 && cursor.left == 0)
        #expect(ZipRecords.local(record).count == record.localOctets)
    }
}
