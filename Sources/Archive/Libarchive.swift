import CLibArchive
import Glibc

/// The owner of a libarchive handle that reads: frees it, and checks the result of every call.
struct ReadHandle: ~Copyable {
    let pointer: OpaquePointer
    let archive: String

    init(archive: String) throws {
        try LibraryState.require(.open, archive: archive)
        guard let pointer = archive_read_new() else {
            throw ArchiveError(.open, .system, archive: archive, message: "out of memory")
        }
        self.pointer = pointer
        self.archive = archive
    }

    deinit { archive_read_free(pointer) }

    /// Anything but `ARCHIVE_OK` is an error, a warning included.
    func check(_ result: CInt, _ operation: ArchiveError.Operation, entry: String? = nil) throws {
        guard result != ARCHIVE_OK else { return }
        let cause = Libarchive.cause(pointer)
        throw ArchiveError(
            operation, cause, archive: archive, entry: entry, message: Libarchive.message(pointer),
            code: cause == .system ? archive_errno(pointer) : nil, isFinal: result <= ARCHIVE_FATAL)
    }
}

/// The owner of a libarchive handle that writes, with the one header that all its entries use in turn.
struct WriteHandle: ~Copyable {
    let pointer: OpaquePointer
    let header: OpaquePointer
    let archive: String

    init(archive: String) throws {
        try LibraryState.require(.create, archive: archive)
        guard let pointer = archive_write_new() else {
            throw ArchiveError(.create, .system, archive: archive, message: "out of memory")
        }
        guard let header = archive_entry_new() else {
            archive_write_free(pointer)
            throw ArchiveError(.create, .system, archive: archive, message: "out of memory")
        }
        self.pointer = pointer
        self.header = header
        self.archive = archive
    }

    deinit {
        // Without this, freeing an archive that was given up would still write its directory.
        archive_write_fail(pointer)
        archive_write_free(pointer)
        archive_entry_free(header)
    }

    /// Anything but `ARCHIVE_OK` is an error, a warning included.
    func check(_ result: CInt, _ operation: ArchiveError.Operation, entry: String? = nil) throws {
        guard result != ARCHIVE_OK else { return }
        throw ArchiveError(
            operation, .system, archive: archive, entry: entry, message: Libarchive.systemMessage(pointer))
    }
}

/// The words of libarchive in ours.
enum Libarchive {
    /// The text of the last failure, copied before the next call overwrites it.
    static func message(_ handle: OpaquePointer) -> String {
        archive_error_string(handle).map { String(cString: $0) } ?? "unknown failure"
    }

    /// What the operating system said, where it was the one; libarchive's own text names only the operation.
    static func systemMessage(_ handle: OpaquePointer) -> String {
        let code = archive_errno(handle)
        return code > 0 ? SystemFault(code).message : message(handle)
    }

    /// Tells a failing machine from a faulty archive.
    static func cause(_ handle: OpaquePointer) -> ArchiveError.Cause {
        [EIO, ENOMEM, EBADF, ESTALE].contains(archive_errno(handle)) ? .system : .damaged
    }
}

/// The file types of `stat.st_mode`; neither `S_IFREG` nor `AE_IFREG` reaches Swift unambiguously.
package enum FileType {
    package static let mask = 0o170000
    package static let regular = 0o100000
    package static let folder = 0o040000
    package static let link = 0o120000
}
