import Foundation
import Glibc
import Testing

@testable import Archive

/// Files that wait for those before them: in memory as long as there is any, then for their turn.
@Suite(.serialized) struct WritingLineTests {
    /// A file that takes its time: those behind it are read meanwhile.
    private static func slow(_ octets: Int, pause: UInt32) -> PackedContent {
        let piece = [UInt8](repeating: 7, count: octets / 2)
        return PackedContent(name: "slow", size: piece.count * 2, sample: { piece.prefix(999) + [] }) {
            consume in
            try piece.withUnsafeBytes { try consume($0) }
            usleep(pause)
            try piece.withUnsafeBytes { try consume($0) }
        }
    }

    private static func noise(_ name: String, _ octets: Int) -> PackedContent {
        let noise = (0..<65_536).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) }
        return PackedContent(name: name, size: octets, sample: { ZipTests.noise }) { consume in
            for start in stride(from: 0, to: octets, by: noise.count) {
                try noise.prefix(octets - start).withUnsafeBytes { try consume($0) }
            }
        }
    }

    @Test("more than fits into memory", arguments: [1 << 20, 11 << 20, 40 << 20])
    func large(octets: Int) throws {
        let folder = try TemporaryFolder()
        let contents = { (pause: UInt32) in
            [
                Self.slow(200_000, pause: pause), Self.noise("a", octets), Self.noise("b", octets),
                Self.noise("c", 5),
            ]
        }
        _ = try ZipPacking(PackedContents(contents(0)), level: 4, creating: folder("one.zip")).run(workers: 1)
        _ = try ZipPacking(PackedContents(contents(200_000)), level: 4, creating: folder("two.zip")).run(
            workers: 2)
        #expect(try folder.bytes(of: "one.zip") == folder.bytes(of: "two.zip"))
        #expect(try ZipTests.read(folder("two.zip")).map(\.1.count) == [200_000, octets, octets, 5])
    }

    @Test func aFileThatGrowsNeverReachesIntoTheNext() throws {
        let folder = try TemporaryFolder()
        let growing = PackedContent(name: "growing", size: 100_000, sample: { ZipTests.noise }) { consume in
            for _ in 0..<100 { try ZipTests.noise.withUnsafeBytes { try consume($0) } }
            try [UInt8](repeating: 1, count: 101).withUnsafeBytes { try consume($0) }
        }
        let packing = try ZipPacking(
            PackedContents([growing, Self.noise("a", 99)]), level: 4, creating: folder("a.zip"))
        #expect(throws: PackingFault.self) { try packing.run(workers: 1) }
        // 30 and 7 octets of header, 100,000 of content, and nothing of the one that was too much.
        #expect(try folder.bytes(of: "a.zip").dropFirst(30 + 7 + 99_900).allSatisfy { $0 == 0 })
    }
}
