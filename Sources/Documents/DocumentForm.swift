import Archive
import Glibc

/// What a file is by its first octets.
public enum DocumentForm {
    /// How the binary formats of before 2007 begin, and what a password puts around a package ([MS-CFB], 2.2).
    static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let zip: [UInt8] = [0x50, 0x4B]

    /// Refuses what is not a ZIP archive, by name where the format is known.
    static func checkPackage(_ file: SharedFile, ending: String) throws {
        let status = try file.status()
        guard status.st_mode & S_IFMT == S_IFREG else { throw DocumentRefusal.notAFile }
        guard status.st_size > 0 else { throw DocumentRefusal.empty }
        let head = try file.octets(min(8, Int(status.st_size)), at: 0) ?? []
        if head == compound { throw try compoundRefusal(file, ending: ending) }
        guard head.starts(with: zip) else { throw DocumentRefusal.notAsNamed(ending) }
    }

    /// The ending of a file's name in small letters, without the dot; empty where it has none.
    public static func ending(of name: String) -> String {
        let last = name.split(separator: "/").last ?? ""
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
        return last[last.index(after: dot)...].lowercased()
    }

    private static func compoundRefusal(_ file: SharedFile, ending: String) throws -> DocumentRefusal {
        if try isEncrypted(file) { return .passwordProtected }
        return ["doc", "xls", "ppt"].contains(ending) ? .oldFormat(ending) : .notAsNamed(ending)
    }

    /// A package with a password is a stream `EncryptedPackage` of a compound file ([MS-OFFCRYPTO], 2.3.4.4), whose directory
    /// lies in the sector that its header names. An encrypted package has eleven entries or fewer, each of 128 octets.
    private static func isEncrypted(_ file: SharedFile) throws -> Bool {
        guard let header = try file.octets(512, at: 0) else { return false }
        let shift = min(Int(header[30]), 12)
        let sector = (0..<4).reduce(0) { $0 | Int(header[48 + $1]) << (8 * $1) }
        let (place, isOver) = (sector + 1).multipliedReportingOverflow(by: 1 << shift)
        let count = min(16 * 128, Int(try file.status().st_size) - place)
        guard !isOver, count >= 128, let directory = try file.octets(count, at: place) else { return false }
        let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
        return stride(from: 0, through: directory.count - 128, by: 128).contains { place in
            directory[place...].starts(with: name)
        }
    }
}
