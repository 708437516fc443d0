import Foundation

/// Builds ZIP archives that no decent program would write: stored entries with any name and any attribute.
struct RawZip {
    struct Entry {
        var name: String
        var content: [UInt8] = []
        var unixMode = 0o100644
        var flags: UInt16 = 0x0800
    }

    static func archive(_ entries: [Entry]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = four(UInt32(body.count))
            let name = Array(entry.name.utf8)
            let attributes = four(UInt32(entry.unixMode) << 16)
            body += [four(0x0403_4B50), common(entry), name, entry.content].joined()
            directory += [four(0x0201_4B50), two(0x0314), common(entry)].joined()
            directory += [two(0), two(0), two(0), attributes, offset, name].joined()
        }
        let count = two(UInt16(entries.count))
        let end = [four(0x0605_4B50), two(0), two(0), count, count]
        let place = [four(UInt32(directory.count)), four(UInt32(body.count)), two(0)]
        return body + directory + Array(end.joined()) + Array(place.joined())
    }

    private static func common(_ entry: Entry) -> [UInt8] {
        let size = four(UInt32(entry.content.count))
        let length = two(UInt16(entry.name.utf8.count))
        let parts = [
            two(20), two(entry.flags), two(0), four(0x0021_0000), four(checksum(entry.content)), size, size,
        ]
        return Array((parts + [length, two(0)]).joined())
    }

    private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

    private static func four(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
