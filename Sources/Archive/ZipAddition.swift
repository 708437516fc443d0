import Glibc

/// Another ZIP archive with one file more: all entries octet for octet in their places, the new one behind them, and a
/// directory that lists it too.
package struct ZipAddition {
    private let file: SharedFile
    private let end: ZipEnd
    private static let pieceOctets = 1 << 18

    /// Opens an archive whose structure was checked; throws a `ZipFault` or a `SystemFault`.
    package init(reading path: String) throws {
        file = try SharedFile(reading: path)
        end = try ZipEnd(file, octets: Int(try file.status().st_size))
    }

    /// Writes the archive with a small stored file under a path where nothing is yet, and waits until it is on the disk.
    package func write(_ name: String, _ content: [UInt8], creating path: String) throws {
        guard let directory = try file.octets(end.octets, at: end.offset) else {
            throw ZipFault(.directoryDamaged, "the directory is cut off or damaged")
        }
        let target = try SharedFile(creating: path)
        try copy(end.offset, to: target)
        let entry = record(name, content)
        let added = ZipRecords.local(entry) + content
        let offset = end.offset + added.count
        let whole = directory + ZipRecords.central(entry)
        let tail =
            added + whole
            + ZipRecords.end(count: end.count + 1, directoryOctets: whole.count, offset: offset)
        try tail.withUnsafeBytes { try target.write($0, at: end.offset) }
        try target.synchronize()
    }

    private func record(_ name: String, _ content: [UInt8]) -> ZipRecords.Entry {
        var crc = CRC32()
        content.withUnsafeBytes { crc.update($0) }
        let octets = UInt64(content.count)
        return ZipRecords.Entry(
            name: Array(name.utf8), method: 0, crc: UInt64(crc.value), packed: octets, size: octets,
            offset: UInt64(end.offset))
    }

    private func copy(_ octets: Int, to target: SharedFile) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceOctets, alignment: 64)
        defer { buffer.deallocate() }
        var done = 0
        while done < octets {
            let piece = UnsafeMutableRawBufferPointer(
                rebasing: buffer[..<min(buffer.count, octets - done)])
            guard try file.read(into: piece, at: done) == piece.count else {
                throw ZipFault(.outOfBounds, "the archive became shorter while it was read")
            }
            try target.write(UnsafeRawBufferPointer(piece), at: done)
            done += piece.count
        }
    }
}
