import Synchronization
import Testing

@testable import Archive

/// Contents that are read on another thread than the one that takes them.
struct ReadAheadTests {
    private static func content(_ octets: Int) -> PackedContent {
        PackedContent(name: "\(octets)", size: octets, sample: { [] }) { consume in
            for start in stride(from: 0, to: octets, by: 100_000) {
                let piece = (start..<min(start + 100_000, octets)).map { UInt8(truncatingIfNeeded: $0 / 97) }
                try piece.withUnsafeBytes { try consume($0) }
            }
        }
    }

    private static func bytes(_ reading: ReadAhead) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try reading.takeNext { bytes.append(contentsOf: $0) }
        return bytes
    }

    @Test func contentsComeInTheirOrderAndWhole() throws {
        // Nothing, a whole piece and one octet less or more, several pieces, and many small ones.
        let sizes =
            [0, 1, 262_144 - 1, 262_144, 262_144 + 1, 0, 3_000_000, 0]
            + [Int](repeating: 0, count: 3_000) + (0..<500).map { $0 * 13 }
        let reading = ReadAhead(PackedContents(sizes.map(Self.content)))
        reading.start()
        defer { reading.stop() }
        for size in sizes {
            let found = try Self.bytes(reading)
            #expect(found == (0..<size).map { UInt8(truncatingIfNeeded: $0 / 97) })
        }
        #expect(throws: (any Error).self, "there is no more") { try Self.bytes(reading) }
    }

    private struct Broken: Error {}

    @Test func whatReadingThrowsIsThrownWhereItIsTaken() throws {
        let broken = PackedContent(name: "broken", size: 9, sample: { [] }) { _ in throw Broken() }
        let reading = ReadAhead(PackedContents([Self.content(1_000_000), broken, Self.content(1)]))
        reading.start()
        defer { reading.stop() }
        #expect(throws: Broken.self) {
            _ = try Self.bytes(reading)
            _ = try Self.bytes(reading)
        }
    }

    @Test func readingEndsWhenNobodyTakesAnyMore() throws {
        let octets = Atomic(0)
        let endless = PackedContent(name: "endless", size: .max, sample: { [] }) { consume in
            while true {
                try [UInt8](repeating: 1, count: 100_000).withUnsafeBytes { try consume($0) }
                octets.add(100_000, ordering: .relaxed)
            }
        }
        let reading = ReadAhead(PackedContents([endless]))
        reading.start()
        reading.stop()
        let read = octets.load(ordering: .relaxed)
        #expect(read <= 6 * 262_144, "never far ahead")
        #expect(octets.load(ordering: .relaxed) == read)
    }
}
