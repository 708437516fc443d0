import CLibArchive

/// A tar archive in exactly one zstd frame (RFC 8878): the frame is walked first, then inflated by libarchive, which
/// checks its checksum.
final class ZstdSource: TarSource {
    private let handle: ReadHandle
    private let file: OpenFile

    init(_ path: String, _ file: SharedFile, octets: Int) throws {
        try ZstdFrame.check(file, octets: octets)
        handle = try ReadHandle(archive: path)
        self.file = try OpenFile(reading: path)
        // No format but the octets themselves.
        try handle.check(archive_read_support_format_raw(handle.pointer), .open)
        try handle.check(archive_read_support_filter_zstd(handle.pointer), .open)
        try handle.check(archive_read_open_fd(handle.pointer, self.file.descriptor, 1 << 16), .open)
        var header: OpaquePointer?
        try handle.check(archive_read_next_header(handle.pointer, &header), .open)
        // Libarchive takes off as many layers as there are.
        guard archive_filter_code(handle.pointer, 1) == ARCHIVE_FILTER_NONE else {
            throw TarFault(.notTar, "no tar archive below its compression")
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = archive_read_data(handle.pointer, rest.baseAddress, rest.count)
            if count == 0 { break }
            guard count > 0 else {
                try handle.check(CInt(truncatingIfNeeded: count), .read)
                break
            }
            filled += count
        }
        return filled
    }

    func skip(_ count: Int) throws -> Bool { try skipByReading(count) }

    /// That nothing follows the frame was seen by walking it.
    func checkEnd() throws {}
}
