import Archive
import Dispatch
import Synchronization

/// Reads the contents of many files of one archive side by side: each octet once, in constant memory.
struct ArchiveContents: Sendable {
    let zip: ZipContents
    let algorithms: Set<DigestAlgorithm>
    let staging: StagingFolder?
    var wanted: WantedFile?
    let progress: @Sendable (Int) -> Void

    /// What came of a file.
    enum Outcome: Sendable {
        /// Its checksums and, of those that the rules read, its text.
        case content(Digests, text: [UInt8]?)
        case fault(ZipReading.ContentFault)
    }

    /// Reads all files, writing them out where there is a staging folder, and hands over what came of each, by its number
    /// and one at a time. What is thrown is a failing machine.
    func read(_ files: [BagFile], _ take: (_ number: Int, Outcome) -> Void) throws {
        let lock = Mutex<(any Error)?>(nil)
        // Non-escaping, and called under the lock only.
        withoutActuallyEscaping(take) { take in
            let taker = Taker(take: take)
            DispatchQueue.concurrentPerform(iterations: files.count) { index in
                let result = Result { try read(files[index]) }
                lock.withLock { failure in
                    switch result {
                    case .success(let outcome): taker.take(index, outcome)
                    case .failure(let error): failure = failure ?? error
                    }
                }
            }
        }
        if let failure = lock.withLock({ $0 }) { throw failure }
    }

    /// Octets of a text for which room is made on its own word.
    private static let mostReserved = 16 << 20

    private struct Taker: @unchecked Sendable {
        let take: (Int, Outcome) -> Void
    }

    private func read(_ file: BagFile) throws -> Outcome {
        let isRead =
            BagElement(file.path).isRead || wanted?.takes(file.path, size: file.content.size) ?? false
        let target = try staging?.makeFile(file.path)
        var hasher = ContentHasher(algorithms)
        var text: [UInt8] = []
        if isRead { text.reserveCapacity(min(file.content.size, Self.mostReserved)) }
        do {
            try zip.read(file.content) { bytes in
                hasher.update(bytes)
                if isRead { text.append(contentsOf: bytes) }
                try target?.write(bytes)
                progress(bytes.count)
            }
        } catch let fault as ZipReading.ContentFault {
            return .fault(fault)
        }
        return .content(hasher.finish(), text: isRead ? text : nil)
    }
}
