import Certification
import Dispatch
import Synchronization

extension Vault {
    /// The fingerprints of files, on all cores, without taking them in. `look` is called from any thread with the position
    /// of a file and its path, while the system has it in memory.
    public static func examine(
        _ sources: [IntakeSource], look: @escaping @Sendable (Int, String) -> Void = { _, _ in },
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> [Result<VaultContent, IntakeError>] {
        onAllCores(sources.count) { index in
            Result { () throws(IntakeError) in
                let content = try ContentReading.read(sources[index]) { octets throws(IntakeError) in
                    progress(octets.count)
                }
                look(index, sources[index].path)
                return content
            }
        }
    }

    /// The results of a task for each index, in order.
    static func onAllCores<Value: Sendable>(_ count: Int, _ task: @escaping @Sendable (Int) -> Value)
        -> [Value]
    {
        let results = Mutex<[Int: Value]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = task(index)
            results.withLock { $0[index] = value }
        }
        return results.withLock { results in (0..<count).compactMap { results[$0] } }
    }
}
