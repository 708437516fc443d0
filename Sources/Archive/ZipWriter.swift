import CLibArchive
import Glibc

/// A ZIP archive being written: regular files only, one after the other, in constant memory.
///
/// The bytes depend on the entries and the level alone. No entry gets a time, because libarchive would turn
/// it into a DOS time of the local time zone; without one it writes 1980-01-01 everywhere.
public struct ZipWriter: ~Copyable {
    private let handle: WriteHandle
    private let file: OpenFile
    private var current: (path: String, missing: Int)?

    /// Creates the archive; `path` must not exist yet.
    public init(creating path: String, level: Int = 4) throws {
        let handle = try WriteHandle(archive: path)
        let zip = handle.pointer
        let file = try Self.create(path)
        try handle.check(archive_write_set_format_zip(zip), .create)
        try handle.check(
            archive_write_set_format_option(zip, "zip", "compression-level", "\(level)"), .create)
        try handle.check(archive_write_set_bytes_per_block(zip, 1 << 18), .create)
        try handle.check(archive_write_set_bytes_in_last_block(zip, 1), .create)
        try handle.check(archive_write_open_fd(zip, file.descriptor), .create)
        self.handle = handle
        self.file = file
    }

    /// Begins a regular file of exactly `size` octets, mode 0644, deflated or stored as it is.
    public mutating func beginEntry(_ name: String, size: Int, compressed: Bool) throws {
        guard current == nil else { throw misuse("the entry before is not finished", entry: name) }
        let (zip, header) = (handle.pointer, handle.header)
        archive_entry_clear(header)
        archive_entry_set_pathname_utf8(header, name)
        archive_entry_set_filetype(header, UInt32(FileType.regular))
        archive_entry_set_perm(header, 0o644)
        archive_entry_set_size(header, Int64(size))
        current = (name, size)
        let method =
            compressed
            ? archive_write_zip_set_compression_deflate(zip) : archive_write_zip_set_compression_store(zip)
        try handle.check(method, .write, entry: name)
        try handle.check(archive_write_header(zip, header), .write, entry: name)
    }

    /// Appends to the entry that was begun.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard let entry = current else { throw misuse("no entry was begun", entry: nil) }
        guard bytes.count <= entry.missing else {
            throw misuse("more octets than announced", entry: entry.path)
        }
        guard !bytes.isEmpty else { return }
        let written = archive_write_data(handle.pointer, bytes.baseAddress, bytes.count)
        guard written == bytes.count else {
            try handle.check(written < 0 ? CInt(written) : ARCHIVE_FAILED, .write, entry: entry.path)
            return
        }
        current?.missing -= bytes.count
    }

    /// Ends the entry; refused when octets are missing.
    public mutating func finishEntry() throws {
        guard let entry = current else { throw misuse("no entry was begun", entry: nil) }
        guard entry.missing == 0 else { throw misuse("fewer octets than announced", entry: entry.path) }
        try handle.check(archive_write_finish_entry(handle.pointer), .write, entry: entry.path)
        current = nil
    }

    /// Writes the directory, waits until everything is on the disk and tells the octets of the archive.
    public consuming func close() throws -> Int {
        guard current == nil else { throw misuse("the last entry is not finished", entry: current?.path) }
        try handle.check(archive_write_close(handle.pointer), .finish)
        do {
            try file.synchronize()
            return Int(try file.status().st_size)
        } catch {
            throw ArchiveError(.finish, archive: handle.archive, error)
        }
    }

    private static func create(_ path: String) throws -> OpenFile {
        do { return try OpenFile(creating: path) } catch {
            throw ArchiveError(.create, archive: path, error)
        }
    }

    private func misuse(_ message: String, entry: String?) -> ArchiveError {
        ArchiveError(.write, .misuse, archive: handle.archive, entry: entry, message: message)
    }
}
