import Glibc
import Synchronization

/// The files and folders that are being written and are not whole yet, so that a program that is told to end
/// in the middle leaves none of them behind.
public enum UnfinishedWork {
    private static let paths = Mutex<Set<BagPath>>([])

    /// Deletes all of it, from any thread; what was deleted can no longer be finished.
    ///
    /// Meant for a program about to end: the threads that write are not stopped.
    public static func removeAll() { removeAll { _ in true } }

    /// Deletes what is noted and chosen.
    static func removeAll(where isChosen: (String) -> Bool) {
        paths.withLock { paths in
            let chosen = paths.filter { isChosen($0.text) }
            for path in chosen { delete(path.text) }
            paths.subtract(chosen)
        }
    }

    /// Deletes one of them.
    package static func remove(_ path: String) { removeAll { $0 == path } }

    /// Notes a path that is about to be made.
    package static func begin(_ path: String) {
        paths.withLock { _ = $0.insert(BagPath(path)) }
    }

    /// Forgets a path that its owner has removed.
    package static func end(_ path: String) {
        paths.withLock { _ = $0.remove(BagPath(path)) }
    }

    /// Gives what is whole its final name, unless it was deleted meanwhile: never half of it.
    package static func finish(_ path: String, as final: String, _ rename: () throws -> Void) throws {
        try paths.withLock { paths in
            guard paths.contains(BagPath(path)) else {
                throw BundlingError.writingFailed(path: final, reason: "interrupted")
            }
            try rename()
            paths.remove(BagPath(path))
        }
    }

    /// Again while a thread still adds files to the folder.
    private static func delete(_ path: String) {
        for _ in 0..<100 where access(path, F_OK) == 0 {
            FolderRemoval.remove(path)
        }
    }
}
