import Archive
import Dispatch
import Synchronization

/// Reads the contents of many files of one archive side by side: each octet once, in constant memory.
struct ArchiveContents: Sendable {
    let zip: ZipReading
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

    /// Reads all files, writing them out where there is a staging folder. What is thrown is a failing machine.
    func read(_ files: [BagFile]) throws -> [Int: Outcome] {
        let results = Mutex<[Int: Result<Outcome, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            let result = Result { try read(files[index]) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { $0 }.mapValues { try $0.get() }
    }

    private func read(_ file: BagFile) throws -> Outcome {
        let isRead =
            BagElement(file.path).isRead || wanted?.takes(file.path, size: file.entry.size) ?? false
        let target = try staging?.makeFile(file.path)
        var hasher = ContentHasher(algorithms)
        var text: [UInt8] = []
        do {
            try zip.read(file.entry) { bytes in
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
