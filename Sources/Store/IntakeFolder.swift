import CSystemCalls
import Foundation
import Glibc

/// The folder in which one process writes its drafts. Its lock says that the process lives;
/// the folder goes when its owner goes, and a dead process's folder at the next intake.
struct IntakeFolder: ~Copyable {
    let path: String
    private let folder: OpenFile

    /// - Parameter name: unique among processes.
    init(in vault: Vault, name: String) throws(IntakeError) {
        mkdir(vault.path, 0o777)
        mkdir(vault.incoming, 0o777)
        Self.sweep(vault)
        let path = vault.incoming.appendingPathComponent(name)
        let folder = try Self.make(path)
        self.path = path
        self.folder = folder
    }

    /// Makes and locks the folder. Another process may sweep it away before the lock is there: then once more.
    private static func make(_ path: String) throws(IntakeError) -> OpenFile {
        for _ in 0..<100 {
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
                throw .vaultNotWritable(path: path, code: errno)
            }
            do throws(IntakeError) {
                return try lockedFolder(path)
            } catch {
                // Swept away by another process in between: once more.
                guard case .notFound = error else { throw error }
            }
        }
        throw .vaultNotWritable(path: path, code: EBUSY)
    }

    private static func lockedFolder(_ path: String) throws(IntakeError) -> OpenFile {
        let folder = try OpenFile(path, flags: O_RDONLY | O_DIRECTORY)
        try folder.check(flock(folder.descriptor, LOCK_EX), "lock")
        guard access(path, F_OK) == 0 else { throw .notFound(path: path) }
        return folder
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Brings the octets, names and folders written so far to the disk.
    func synchronizeFileSystem() throws(IntakeError) {
        try folder.check(synchronize_file_system(folder.descriptor), "syncfs")
    }

    private static func sweep(_ vault: Vault) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: vault.incoming)) ?? [] {
            let path = vault.incoming.appendingPathComponent(name)
            guard let left = try? OpenFile(path, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
                flock(left.descriptor, LOCK_EX | LOCK_NB) == 0
            else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
