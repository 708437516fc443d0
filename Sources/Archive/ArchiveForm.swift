import Glibc

/// The formats of archives that are read, told by their first octets and by nothing else.
public enum ArchiveForm: Sendable, Hashable {
    case zip, tar, tarGzip, tarZstd

    /// How every ZIP archive with an entry begins.
    static let zipMagic: [UInt8] = [0x50, 0x4B, 3, 4]

    /// Where a tar header says what it is, and how it says it.
    private static let tarMagic = (offset: 257, octets: Array("ustar".utf8))

    /// The form of a regular file; nil for anything else. Throws a `SystemFault` where it cannot be read.
    package init?(of path: String) throws {
        let file = try SharedFile(reading: path)
        guard Int(try file.status().st_mode) & FileType.mask == FileType.regular,
            let magic = try file.octets(4, at: 0)
        else { return nil }
        let tar = try file.octets(Self.tarMagic.octets.count, at: Self.tarMagic.offset)
        if magic == Self.zipMagic {
            self = .zip
        } else if tar == Self.tarMagic.octets {
            self = .tar
        } else if magic.starts(with: [0x1F, 0x8B]) {
            self = .tarGzip
        } else if magic == [0x28, 0xB5, 0x2F, 0xFD] {
            self = .tarZstd
        } else {
            return nil
        }
    }
}
