import CLibArchive
import Glibc

/// A tar archive being read, entry by entry, from its beginning: plain, or compressed by gzip or zstd.
///
/// Whatever libarchive is not wholly content with is an error: a warning, a name that is not UTF-8,
/// content that is longer or shorter than announced or fails its CRC, an archive that is cut off.
public struct ArchiveReader: ~Copyable {
    private let handle: ReadHandle
    private let file: OpenFile
    private var current: ArchiveEntry?

    /// The octets of the archive itself.
    public let archiveOctets: Int

    /// Opens an archive of this form; `form` was told from its first octets.
    public init(path: String, form: ArchiveForm) throws {
        let handle = try ReadHandle(archive: path)
        let file = try Self.open(path)
        let octets = try Self.octets(of: file, path)
        // Only this format and this filter: others can run programs or copy files of this machine.
        try handle.check(archive_read_support_format_tar(handle.pointer), .open)
        switch form {
        case .zip, .tar: break
        case .tarGzip: try handle.check(archive_read_support_filter_gzip(handle.pointer), .open)
        case .tarZstd: try handle.check(archive_read_support_filter_zstd(handle.pointer), .open)
        }
        try handle.check(archive_read_open_fd(handle.pointer, file.descriptor, 1 << 16), .open)
        self.handle = handle
        self.file = file
        archiveOctets = octets
    }

    /// The next entry in the order of the content; nil after the last.
    ///
    /// After an error that is not final the next call goes on behind the faulty entry.
    public mutating func next() throws -> ArchiveEntry? {
        current = nil
        var header: OpaquePointer?
        let result = archive_read_next_header(handle.pointer, &header)
        if result == ARCHIVE_EOF { return nil }
        try handle.check(result, .list)
        guard let header, let name = archive_entry_pathname_utf8(header) else {
            throw damaged(.list, "an entry has no readable name")
        }
        guard archive_entry_size_is_set(header) != 0, archive_entry_size(header) >= 0 else {
            throw damaged(.list, "\(String(cString: name)) has no size")
        }
        current = ArchiveEntry(
            path: String(cString: name), kind: Self.kind(of: header),
            size: Int(archive_entry_size(header)))
        return current
    }

    /// Hands the content of the entry that `next` returned to `consume`, piece by piece.
    public mutating func readContent(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let entry = current, entry.kind == .file else {
            throw ArchiveError(
                .read, .misuse, archive: handle.archive, entry: current?.path, message: "not a file")
        }
        var octets = 0
        while let piece = try nextPiece() {
            guard piece.offset == octets, octets + piece.bytes.count <= entry.size else {
                throw damaged(.read, "longer than announced", isFinal: true)
            }
            try consume(piece.bytes)
            octets += piece.bytes.count
        }
        guard octets == entry.size else { throw damaged(.read, "shorter than announced") }
    }

    private func nextPiece() throws -> (bytes: UnsafeRawBufferPointer, offset: Int)? {
        var start: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        let result = archive_read_data_block(handle.pointer, &start, &count, &offset)
        if result == ARCHIVE_EOF { return nil }
        try handle.check(result, .read, entry: current?.path)
        return (UnsafeRawBufferPointer(start: start, count: count), Int(offset))
    }

    private static func open(_ path: String) throws -> OpenFile {
        do { return try OpenFile(reading: path) } catch {
            throw ArchiveError(.open, archive: path, error)
        }
    }

    private static func octets(of file: borrowing OpenFile, _ path: String) throws -> Int {
        do { return Int(try file.status().st_size) } catch {
            throw ArchiveError(.open, archive: path, error)
        }
    }

    private static func kind(of header: OpaquePointer) -> ArchiveEntry.Kind {
        if archive_entry_is_encrypted(header) != 0 { return .refused(.encrypted) }
        switch Int(archive_entry_filetype(header)) {
        case FileType.regular: return .file
        case FileType.folder: return .folder
        case FileType.link: return .refused(.link)
        default: return .refused(.special)
        }
    }

    private func damaged(
        _ operation: ArchiveError.Operation, _ message: String, isFinal: Bool = false
    ) -> ArchiveError {
        ArchiveError(
            operation, .damaged, archive: handle.archive, entry: current?.path, message: message,
            isFinal: isFinal)
    }
}
