import Glibc

/// Where the content of a file lies in a ZIP archive, and what it must come to: all that is needed of an entry once its
/// name was judged.
package struct ZipContent: Sendable {
    /// Octets of content, as announced.
    package let size: Int
    /// Octets in the archive.
    let packed: Int
    /// Where it begins.
    let offset: Int
    let crc: UInt32
    /// Whether it is deflated; stored otherwise.
    let isDeflated: Bool
}

extension ZipEntry {
    /// What stands behind its header.
    package var content: ZipContent {
        ZipContent(size: size, packed: packed, offset: dataOffset, crc: crc, isDeflated: isDeflated)
    }
}

/// The contents of a ZIP archive whose structure was checked; several threads may read them at once.
package struct ZipContents: Sendable {
    private let file: SharedFile
    private static let pieceOctets = 1 << 17

    init(_ file: SharedFile) { self.file = file }

    /// A content for a reader that asks for its pieces.
    package func stream(_ content: ZipContent) throws -> ZipContentStream {
        try ZipContentStream(content, file)
    }

    /// Hands out a content piece by piece, never more than announced, and checks size and checksum.
    package func read(_ content: ZipContent, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        var crc = CRC32()
        let take = { (bytes: UnsafeRawBufferPointer) in
            crc.update(bytes)
            try consume(bytes)
        }
        if content.isDeflated { try inflate(content, take) } else { try pieces(of: content, take) }
        guard UInt32(truncatingIfNeeded: crc.value) == content.crc else {
            throw ZipReading.ContentFault.checksum
        }
    }

    private func inflate(_ content: ZipContent, _ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        var inflater = try Inflater(size: content.size)
        do {
            try pieces(of: content) { try inflater.inflate($0, consume) }
            try inflater.finish()
        } catch let fault as Inflater.Fault {
            throw ZipReading.ContentFault(fault)
        }
    }

    /// The octets of a content as they lie in the archive.
    private func pieces(of content: ZipContent, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let most = min(Self.pieceOctets, max(content.packed, 1))
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: most, alignment: 64)
        defer { buffer.deallocate() }
        var done = 0
        while done < content.packed {
            let wanted = min(buffer.count, content.packed - done)
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
            guard try file.read(into: piece, at: content.offset + done) == wanted else {
                throw ZipReading.ContentFault.truncated
            }
            try body(UnsafeRawBufferPointer(piece))
            done += wanted
        }
    }
}
