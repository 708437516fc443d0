import Foundation

/// A ZIP archive of stored parts, written octet by octet for tests.
package enum StoredArchive {
    package static func octets(_ parts: [(String, String)]) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, text) in parts {
            let content = Array(text.utf8)
            let common: [UInt8] =
                [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0] + little(checksum(content), 4) + little(content.count, 4)
                + little(content.count, 4) + little(name.utf8.count, 2) + [0, 0]
            directory +=
                Array("PK\u{1}\u{2}".utf8) + [20, 0] + common + [UInt8](repeating: 0, count: 10)
                + little(archive.count, 4) + Array(name.utf8)
            archive += Array("PK\u{3}\u{4}".utf8) + common + Array(name.utf8) + content
        }
        let start = archive.count
        return archive + directory + Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0] + little(parts.count, 2)
            + little(parts.count, 2) + little(directory.count, 4) + little(start, 4) + [0, 0]
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func checksum(_ octets: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for octet in octets {
            sum ^= UInt32(octet)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}
