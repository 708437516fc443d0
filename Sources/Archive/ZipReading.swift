import Glibc

/// A ZIP archive whose structure was checked, and whose contents several threads may read at once.
package final class ZipReading: Sendable {
    private let file: SharedFile
    /// The files and folders in the order of their content.
    package let entries: [ZipEntry]
    /// Octets of the archive.
    package let octets: Int

    private static let pieceOctets = 1 << 17

    /// Opens and checks an archive; `most` is how many entries are let in. Throws a `ZipFault` or a `SystemFault`.
    package convenience init(path: String, atMost most: Int) throws {
        try self.init(try SharedFile(reading: path), atMost: most)
    }

    /// Checks an archive that was opened already.
    package init(_ file: SharedFile, atMost most: Int) throws {
        self.file = file
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
        var crc = CRC32()
        if entry.isDeflated {
            try inflate(entry) { bytes in
                crc.update(bytes)
                try consume(bytes)
            }
        } else {
            try pieces(of: entry) { bytes in
                crc.update(bytes)
                try consume(bytes)
            }
        }
        guard UInt32(truncatingIfNeeded: crc.value) == entry.crc else { throw ContentFault.checksum }
    }

    private func inflate(_ entry: ZipEntry, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        var inflater = try Inflater(size: entry.size)
        do {
            try pieces(of: entry) { try inflater.inflate($0, consume) }
            try inflater.finish()
        } catch let fault as Inflater.Fault {
            switch fault {
            case .malformed, .trailing: throw ContentFault.malformed
            case .tooLong: throw ContentFault.tooLong
            case .truncated: throw ContentFault.truncated
            }
        }
    }

    /// The octets of an entry as they lie in the archive.
    private func pieces(of entry: ZipEntry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let most = min(Self.pieceOctets, max(entry.packed, 1))
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: most, alignment: 64)
        defer { buffer.deallocate() }
        var done = 0
        while done < entry.packed {
            let wanted = min(buffer.count, entry.packed - done)
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
            guard try file.read(into: piece, at: entry.dataOffset + done) == wanted else {
                throw ContentFault.truncated
            }
            try body(UnsafeRawBufferPointer(piece))
            done += wanted
        }
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
