import Glibc

/// What libarchive needs of the process before its first call.
enum LibraryState {
    /// In the C locale libarchive loses or mangles every name outside ASCII, and ZIP entries lack the UTF-8
    /// flag.
    /// Only the character type is set: sorting, numbers and messages stay as they are.
    static let isPrepared = setlocale(LC_CTYPE, "C.UTF-8") != nil || setlocale(LC_CTYPE, "C.utf8") != nil

    static func require(_ operation: ArchiveError.Operation, archive: String) throws {
        guard isPrepared else {
            throw ArchiveError(
                operation, .system, archive: archive, message: "this system lacks the locale C.UTF-8")
        }
    }
}
