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

/// The words of libarchive in ours.
enum Libarchive {
    /// The text of the last failure, copied before the next call overwrites it.
    static func message(_ handle: OpaquePointer) -> String {
        archive_error_string(handle).map { String(cString: $0) } ?? "unknown failure"
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
