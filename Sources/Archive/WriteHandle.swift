import CLibArchive
import Glibc

/// The owner of a libarchive handle that writes: frees it, and checks the result of every call.
struct WriteHandle: ~Copyable {
    let pointer: OpaquePointer
    let archive: String

    init(archive: String) throws {
        try LibraryState.require(.create, archive: archive)
        guard let pointer = archive_write_new() else {
            throw ArchiveError(.create, .system, archive: archive, message: "out of memory")
        }
        self.pointer = pointer
        self.archive = archive
    }

    deinit {
        // What was not finished is not worth finishing.
        archive_write_fail(pointer)
        archive_write_free(pointer)
    }

    /// Chooses format and compression and begins to write into a file.
    func begin(_ form: ArchiveForm, level: Int, workers: Int, on file: SharedFile) throws {
        try check(archive_write_set_format_pax_restricted(pointer), .create)
        switch form {
        case .zip, .tar: break
        case .tarGzip: try filterByGzip(level: level)
        case .tarZstd: try filterByZstd(level: level, workers: workers)
        }
        // Only a plain archive ends at the end of a record; behind compressed content there is nothing.
        let isPlain = form == .tar
        try check(archive_write_set_bytes_per_block(pointer, isPlain ? Self.record * 64 : 0), .create)
        try check(archive_write_set_bytes_in_last_block(pointer, isPlain ? Self.record : 1), .create)
        try check(archive_write_open_fd(pointer, file.descriptor), .create)
    }

    /// Twenty blocks of 512 octets, as tar has always grouped them.
    private static let record: CInt = 10_240

    private func filterByGzip(level: Int) throws {
        try check(archive_write_add_filter_gzip(pointer), .create)
        try set("gzip", "compression-level", "\(level)")
        // Without the time of packing.
        try set("gzip", "timestamp", nil)
    }

    /// Always with workers: zstd without them divides its work differently.
    private func filterByZstd(level: Int, workers: Int) throws {
        try check(archive_write_add_filter_zstd(pointer), .create)
        try set("zstd", "compression-level", "\(level)")
        try set("zstd", "threads", "\(max(1, workers))")
    }

    private func set(_ filter: String, _ option: String, _ value: String?) throws {
        try check(archive_write_set_filter_option(pointer, filter, option, value), .create)
    }

    /// The header of a regular file that belongs to nobody.
    func beginEntry(_ name: String, size: Int, modified: Int) throws {
        guard let entry = archive_entry_new() else {
            throw ArchiveError(.write, .system, archive: archive, entry: name, message: "out of memory")
        }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_filetype(entry, UInt32(FileType.regular))
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, la_int64_t(size))
        archive_entry_set_mtime(entry, time_t(modified), 0)
        try check(archive_write_header(pointer, entry), .write, entry: name)
    }

    func finish() throws { try check(archive_write_close(pointer), .finish) }

    private func check(_ result: CInt, _ operation: ArchiveError.Operation, entry: String? = nil) throws {
        if result != ARCHIVE_OK { throw error(operation, entry: entry) }
    }

    func error(_ operation: ArchiveError.Operation, entry: String? = nil) -> ArchiveError {
        ArchiveError(
            operation, .system, archive: archive, entry: entry, message: Libarchive.message(pointer),
            code: archive_errno(pointer))
    }
}
