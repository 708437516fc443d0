import Archive
import Foundation
import Testing

/// Archives written and read back, and archives that are refused.
@Suite(.serialized) struct ZipTests {
    static let content: [(String, [UInt8], Bool)] = [
        ("bag/Müller-訓練.txt", Array("training".utf8), true),
        ("bag/empty", [], true),
        ("bag/zeros", [UInt8](repeating: 0, count: 1_000_000), true),
        ("bag/stored.png", (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }, false),
    ]

    static func write(_ entries: [(String, [UInt8], Bool)], to path: String) throws -> Int {
        var writer = try ZipWriter(creating: path)
        for (name, bytes, compressed) in entries {
            try writer.beginEntry(name, size: bytes.count, compressed: compressed)
            for start in stride(from: 0, to: bytes.count, by: 65_536) {
                try bytes[start..<min(start + 65_536, bytes.count)].withUnsafeBytes { try writer.write($0) }
            }
            try writer.finishEntry()
        }
        return try writer.close()
    }

    static func read(_ path: String) throws -> [(ArchiveEntry, [UInt8])] {
        var reader = try ArchiveReader(path: path)
        var found: [(ArchiveEntry, [UInt8])] = []
        while let entry = try reader.next() {
            var bytes: [UInt8] = []
            if entry.kind == .file { try reader.readContent { bytes.append(contentsOf: $0) } }
            found.append((entry, bytes))
        }
        return found
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let folder = try TemporaryFolder()
        let octets = try Self.write(Self.content, to: folder("a.zip"))
        #expect(octets == (try folder.bytes(of: "a.zip")).count)
        #expect(octets > 300_000 && octets < 310_000)
        let found = try Self.read(folder("a.zip"))
        #expect(found.map(\.0.path) == Self.content.map(\.0))
        #expect(found.map(\.1) == Self.content.map(\.1))
        #expect(found.allSatisfy { $0.0.kind == .file && $0.0.size == $0.1.count })
    }

    @Test(arguments: [("\u{DF}x", "u\u{308}"), ("\u{8A13}", "\u{212A}"), ("\u{F6}", "\u{FC}")])
    func namesKeepTheirUnicodeSpelling(written: String, spelled: String) throws {
        let folder = try TemporaryFolder()
        let names = ["a/\u{FC}", "a/K", "a/\(written)", "a/\(written)\(written).txt"]
        _ = try Self.write(Self.content + names.map { ($0, Array($0.utf8), true) }, to: folder("a.zip"))
        // libarchive composes names when it writes them too: only other programs write such archives.
        let changed = try folder.bytes(of: "a.zip").replacing(Array(written.utf8), with: Array(spelled.utf8))
        let found = try Self.read(folder.write(changed, to: "b.zip")).map { Array($0.0.path.utf8) }
        let expected = (Self.content.map(\.0) + names).map {
            Array($0.utf8).replacing(Array(written.utf8), with: Array(spelled.utf8))
        }
        #expect(found == expected)
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
        let error = #expect(throws: ArchiveError.self) { _ = try ZipWriter(creating: path) }
        #expect(error?.description == "cannot create \(path): file exists")
    }

    @Test func anEntryHasExactlyTheAnnouncedSize() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ArchiveError.self) {
            var writer = try ZipWriter(creating: folder("short.zip"))
            try writer.beginEntry("a", size: 2, compressed: true)
            try writer.finishEntry()
        }
        #expect(throws: ArchiveError.self) {
            var writer = try ZipWriter(creating: folder("long.zip"))
            try writer.beginEntry("a", size: 2, compressed: true)
            try [1, 2, 3].withUnsafeBytes { try writer.write($0) }
        }
    }

    @Test func everyTruncationIsAnError() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write(Array(Self.content.prefix(2)), to: folder("a.zip"))
        let whole = try folder.bytes(of: "a.zip")
        for length in 0..<whole.count {
            let path = try folder.write(Array(whole.prefix(length)), to: "cut.zip")
            let error = #expect(throws: ArchiveError.self) { _ = try Self.read(path) }
            #expect(error?.cause == (length < 4 ? .notAnArchive : .damaged), "\(length)")
        }
    }

    @Test func contentThatFailsItsChecksumIsAnError() throws {
        let folder = try TemporaryFolder()
        _ = try Self.write([Self.content[3], Self.content[0]], to: folder("a.zip"))
        var bytes = try folder.bytes(of: "a.zip")
        bytes[10_000] ^= 1
        var reader = try ArchiveReader(path: folder.write(bytes, to: "b.zip"))
        _ = try reader.next()
        do {
            try reader.readContent { _ in }
            Issue.record("a wrong CRC passed")
        } catch let error as ArchiveError {
            #expect(error.cause == .damaged && !error.isFinal)
        }
        #expect(try reader.next()?.path == "bag/Müller-訓練.txt")
    }

    @Test func anotherFormatIsNotAnArchive() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array("#mtree\n./passwd type=file\n".utf8), to: "a.zip")
        let error = #expect(throws: ArchiveError.self) { _ = try ArchiveReader(path: path) }
        #expect(error?.cause == .notAnArchive)
        let absent = #expect(throws: ArchiveError.self) { _ = try ArchiveReader(path: folder("none.zip")) }
        #expect(absent?.cause == .system)
    }
}
