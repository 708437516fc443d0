import Archive
import Glibc

/// A folder beside the destination, filled while a bundle is verified; it takes the destination's name when
/// all is well and is gone otherwise.
///
/// Every folder on the way is opened without following links and every file must be new, so nothing in an
/// archive and nothing that changes on the disk meanwhile leads out of it. Several threads may make files at once.
final class StagingFolder: @unchecked Sendable {
    let path: String
    private let root: OpenFile
    private var isKept = false
    private static let prefix = ".dossier-"

    /// Creates the folder inside of `parent`, unlike any other by `random`.
    init(in parent: String, random: UInt64) throws {
        Self.sweep(parent)
        path = parent + "/" + Self.prefix + PartialName.suffix(random)
        do {
            try SystemFault.check(mkdir(path, 0o755))
            root = OpenFile(owning: try SystemFault.check(open(path, Self.folderFlags)))
        } catch {
            throw BundlingError.cannotWrite(path: path, reason: error.message)
        }
        _ = root.lock()
        UnfinishedWork.begin(path)
    }

    /// Removes what unpackings left that died before their end: nobody holds the lock of such a folder.
    private static func sweep(_ parent: String) {
        for name in PartialName.names(in: parent, beginning: prefix + PartialName.mark) {
            let path = parent + "/" + name
            guard let descriptor = try? SystemFault.check(open(path, folderFlags)) else { continue }
            let left = OpenFile(owning: descriptor)
            if left.lock() { FolderRemoval.remove(path) }
        }
    }

    deinit {
        if !isKept { FolderRemoval.remove(path) }
        UnfinishedWork.end(path)
    }

    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

    /// Makes a folder and those above it.
    func makeFolder(_ folder: BagPath) throws {
        try reporting(folder) { _ = try openFolder(folder.text.pathParts) }
    }

    /// Makes a file, mode 0644 less the umask, with the folders above it.
    func makeFile(_ file: BagPath) throws -> StagedFile {
        var result: StagedFile?
        try reporting(file) {
            let parts = file.text.pathParts
            let folder = try openFolder(parts.dropLast())
            let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
            let descriptor = openat(folder.descriptor, parts.last ?? "", flags, 0o644)
            result = StagedFile(
                OpenFile(owning: try SystemFault.check(descriptor)), path: path + "/" + file.text)
        }
        guard let result else { throw BundlingError.cannotWrite(path: file.text, reason: "no such file") }
        return result
    }

    /// Gives the folder its final name, which nothing must bear yet.
    func keep(as destination: String) throws {
        try UnfinishedWork.finish(path, as: destination) { try giveName(destination) }
        isKept = true
    }

    private func giveName(_ destination: String) throws {
        // An empty folder reserves the name; renaming replaces it only as long as it is empty.
        guard mkdir(destination, 0o755) == 0 else {
            if errno == EEXIST { throw BundlingError.destinationExists(path: destination) }
            throw BundlingError.cannotWrite(path: destination, reason: SystemFault(errno).message)
        }
        guard rename(path, destination) == 0 else {
            let fault = SystemFault(errno)
            rmdir(destination)
            throw BundlingError.cannotWrite(path: destination, reason: fault.message)
        }
    }

    private func openFolder(_ parts: some Sequence<String>) throws -> OpenFile {
        var folder = OpenFile(owning: try SystemFault.check(fcntl(root.descriptor, F_DUPFD_CLOEXEC, 0)))
        for name in parts {
            var next = openat(folder.descriptor, name, Self.folderFlags)
            if next < 0, errno == ENOENT {
                // Another thread may have been faster.
                if mkdirat(folder.descriptor, name, 0o755) != 0, errno != EEXIST { throw SystemFault(errno) }
                next = openat(folder.descriptor, name, Self.folderFlags)
            }
            folder = OpenFile(owning: try SystemFault.check(next))
        }
        return folder
    }

    private func reporting(_ name: BagPath, _ body: () throws -> Void) throws {
        do { try body() } catch let fault as SystemFault {
            throw BundlingError.cannotWrite(path: path + "/" + name.text, reason: fault.message)
        }
    }
}

/// A file that is being unpacked.
final class StagedFile {
    private let file: OpenFile
    private let path: String

    init(_ file: consuming OpenFile, path: String) {
        self.file = file
        self.path = path
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        do { try file.write(bytes) } catch {
            throw BundlingError.writingFailed(path: path, reason: error.message)
        }
    }
}
