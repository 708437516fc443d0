import Glibc
import Store

/// What lies at the place of a source, before it is read.
enum SourceLook {
    /// A regular file: octets, and nanoseconds since 1970 of its last change.
    case file(size: Int, modified: Int)
    case gone
    /// Something that cannot be taken; why.
    case unusable(String)

    init(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            self = errno == ENOENT || errno == ENOTDIR ? .gone : .unusable(reason(errno))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            self = .file(size: Int(status.st_size), modified: status.modified)
        case S_IFDIR: self = .unusable("is a folder now")
        case S_IFLNK: self = .unusable("is a symbolic link now, and links are not followed")
        default: self = .unusable("is no regular file now")
        }
    }

    /// What an error of reading says; the path stands beside it.
    init(_ error: IntakeError) {
        switch error {
        case .notFound: self = .gone
        case .notPermitted: self = .unusable("may not be read")
        case .isFolder: self = .unusable("is a folder now")
        case .notRegular: self = .unusable("is no regular file now")
        case .isSymbolicLink: self = .unusable("is a symbolic link now, and links are not followed")
        case .changedWhileRead: self = .unusable("changed while it was read; close it elsewhere")
        case .failed(_, let operation, let code): self = .unusable("\(operation) failed: \(reason(code))")
        case .vaultNotWritable(_, let code): self = .unusable("the vault takes nothing: \(reason(code))")
        }
    }
}
