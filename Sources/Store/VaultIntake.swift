import Certification
import Dispatch
import Glibc
import Synchronization

/// A file to be taken into the vault.
public struct IntakeSource: Hashable, Sendable {
    /// Where the file lies.
    public let path: String
    /// True only for a path that a person named.
    public let followLink: Bool

    /// A file to read; nothing is opened yet.
    public init(path: String, followLink: Bool) {
        self.path = path
        self.followLink = followLink
    }
}

extension Vault {
    /// The fingerprints of files, on all cores, without taking them in.
    public static func examine(
        _ sources: [IntakeSource], progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> [Result<VaultContent, IntakeError>] {
        onAllCores(sources.count) { index in
            Result { () throws(IntakeError) in
                try ContentReading.read(sources[index]) { octets throws(IntakeError) in progress(octets.count)
                }
            }
        }
    }

    /// The results of a task for each index, in order.
    private static func onAllCores<Value: Sendable>(_ count: Int, _ task: @escaping @Sendable (Int) -> Value)
        -> [Value]
    {
        let results = Mutex<[Int: Value]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = task(index)
            results.withLock { $0[index] = value }
        }
        return results.withLock { results in (0..<count).compactMap { results[$0] } }
    }

    /// Takes files in, on all cores, and answers in their order.
    ///
    /// A file that cannot be taken is an answer, not the end: the others go in. When this returns, every content
    /// taken is on disk under its name, so the register may refer to it.
    ///
    /// - Parameters:
    ///   - nonce: makes this intake's folder unique among processes.
    ///   - progress: called with octets read, from any thread.
    public func take(
        _ sources: [IntakeSource], nonce: UInt64, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(IntakeError) -> [Result<VaultContent, IntakeError>] {
        let folder = try IntakeFolder(in: self, name: String(nonce, radix: 16))
        let path = folder.path
        let drafts = Self.onAllCores(sources.count) { index in
            Result { () throws(IntakeError) in
                try VaultDraft(
                    of: sources[index], at: path.appendingPathComponent(String(index)), progress: progress)
            }
        }
        // First the octets reach the disk, then the names: a crash in between leaves no name in the vault
        // whose content is not whole.
        try folder.synchronizeFileSystem()
        let results = drafts.map { draft in
            draft.flatMap { draft in
                Result { () throws(IntakeError) in
                    try draft.settle(in: self)
                    return draft.content
                }
            }
        }
        try folder.synchronizeFileSystem()
        return results
    }
}
