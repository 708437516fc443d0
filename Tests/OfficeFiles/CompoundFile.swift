/// A compound file ([MS-CFB], version 3), written octet by octet for tests: the form of old documents and of packages that a
/// password protects ([MS-OFFCRYPTO], 2.3.4).
package enum CompoundFile {
    private static let none = 0xFFFF_FFFF
    private static let end = 0xFFFF_FFFE

    /// A package under a password as office programs lay it out: what describes it, then the package, whose octets are noise.
    package static func encryptedPackage() -> [UInt8] {
        let entries = [
            entry("Root Entry", 5, child: 4),
            entry("\u{6}DataSpaces", 1, child: 2),
            entry("Version", 2, right: 3),
            entry("DataSpaceMap", 2),
            entry("EncryptionInfo", 2, left: 1, right: 5, start: 3, size: 4_096),
            entry("EncryptedPackage", 2, start: 11, size: 4_096),
        ]
        let noise = (0..<8_192).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 5) }
        return header() + allocation() + entries.joined() + [UInt8](repeating: 0, count: 256) + noise
    }

    private static func header() -> [UInt8] {
        let mark: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        let sizes = [
            (0x3E, 2), (3, 2), (0xFFFE, 2), (9, 2), (6, 2), (0, 6), (0, 4), (1, 4), (1, 4), (0, 4),
            (4_096, 4),
        ]
        let tables = [(end, 4), (0, 4), (end, 4), (0, 4), (0, 4)]
        let rest = Array(repeating: (none, 4), count: 108)
        return mark + (sizes + tables + rest).flatMap(little)
    }

    /// Sector 0 is this table, 1 and 2 the directory, 3 to 10 and 11 to 18 the streams.
    private static func allocation() -> [UInt8] {
        let chains = [0xFFFF_FFFD, 2, end] + chain(3...10) + chain(11...18)
        return (chains + Array(repeating: none, count: 128 - chains.count)).flatMap { little($0, 4) }
    }

    private static func chain(_ sectors: ClosedRange<Int>) -> [Int] {
        sectors.map { $0 == sectors.upperBound ? end : $0 + 1 }
    }

    private static func entry(
        _ name: String, _ type: Int, left: Int? = nil, right: Int? = nil, child: Int? = nil,
        start: Int? = nil,
        size: Int = 0
    ) -> [UInt8] {
        let letters = name.utf16.flatMap { little(Int($0), 2) }
        let padding = [UInt8](repeating: 0, count: 64 - letters.count)
        let facts = [
            (letters.count + 2, 2), (type, 1), (1, 1), (left ?? none, 4), (right ?? none, 4),
            (child ?? none, 4),
            (0, 16), (0, 4), (0, 16), (start ?? (type == 5 ? end : 0), 4), (size, 8),
        ]
        return letters + padding + facts.flatMap(little)
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }
}
