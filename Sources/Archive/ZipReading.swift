import Glibc

/// A ZIP archive whose structure was checked, and whose contents several threads may read at once.
package final class ZipReading: Sendable {
    /// What stands in it.
    package let contents: ZipContents
    /// The files and folders in the order of their content.
    package let entries: [ZipEntry]
    /// Octets of the archive.
    package let octets: Int

    /// Opens and checks an archive; `most` is how many entries are let in. Throws a `ZipFault` or a `SystemFault`.
    package convenience init(path: String, atMost most: Int) throws {
        try self.init(try SharedFile(reading: path), atMost: most)
    }

    /// Checks an archive that was opened already.
    package init(_ file: SharedFile, atMost most: Int) throws {
        contents = ZipContents(file)
        octets = Int(try file.status().st_size)
        entries = try ZipDirectory(file, octets: octets, atMost: most).entries
    }

    /// Why a content is not what the directory says.
    package enum ContentFault: Error, Sendable {
        case malformed, tooLong, truncated, checksum

        /// For people, lower-case.
        package var message: String {
            switch self {
            case .malformed: "its compressed content is damaged"
            case .tooLong: "longer than announced"
            case .truncated: "shorter than announced"
            case .checksum: "fails its checksum"
            }
        }
    }

    /// Hands out the content of a file piece by piece, never more than announced, and checks size and checksum.
    package func read(_ entry: ZipEntry, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        try contents.read(entry.content, consume)
    }
}

extension ZipReading {
    /// An archive that was enclosed in another one, and must be a ZIP.
    package convenience init(enclosed file: SharedFile, atMost most: Int) throws {
        guard try file.octets(4, at: 0) == ArchiveForm.zipMagic else {
            throw ZipFault(.notAnArchive, "what is encrypted is no ZIP archive")
        }
        try self.init(file, atMost: most)
    }
}
