import Archive
import Dispatch
import Glibc
import Synchronization

/// A bag read from a folder: walked without following links, then hashed on all cores.
struct FolderScan {
    let limits: BundleLimits
    let progress: @Sendable (Int) -> Void
    let wanted: WantedFile?
    private(set) var bag = ScannedBag()
    private(set) var problems: [Problem] = []

    init(
        limits: BundleLimits, wanted: WantedFile? = nil,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.wanted = wanted
        self.limits = limits
        self.progress = progress
    }

    /// Reads the folder; throws only when the folder itself cannot be read.
    mutating func read(_ path: String) throws {
        var tree = FolderTree(root: path)
        do { try tree.walk() } catch {
            throw BundlingError(reading: path, error)
        }
        problems = tree.problems
        bag.hasPayloadFolder = tree.hasPayloadFolder
        bag.files = tree.files.mapValues { ScannedBag.File(size: $0, digests: nil) }
        readTagFiles(path)
        hash(path)
    }

    private mutating func readTagFiles(_ root: String) {
        var budget = TagFileBudget(limits)
        for path in bag.files.keys.sorted() where BagElement(path).isRead {
            if let refusal = budget.refusal(path, size: bag.files[path]?.size ?? 0) {
                problems.append(refusal)
                continue
            }
            var text: [UInt8] = []
            do {
                try FileContent.read(root + "/" + path.text) {
                    text.append(contentsOf: $0)
                    progress($0.count)
                }
                if let refusal = budget.refusal(path, text: text) {
                    problems.append(refusal)
                } else {
                    bag.tagFiles[path] = text
                }
            } catch {
                problems.append(Problem(.fileUnreadable, path.text, FileContent.reason(error)))
            }
        }
    }

    private mutating func hash(_ root: String) {
        let algorithms = bag.demandedAlgorithms
        for (path, text) in bag.tagFiles { bag.files[path]?.digests = Digests(of: text, algorithms) }
        let paths = bag.files.keys.filter { !BagElement($0).isRead }.sorted()
        let results = Mutex<[Int: Result<Digests, any Error>]>([:])
        let kept = Mutex<[UInt8]?>(nil)
        DispatchQueue.concurrentPerform(iterations: paths.count) { [progress, wanted] index in
            var hasher = ContentHasher(algorithms)
            var text = KeptText(wanted, of: paths[index])
            let result = Result {
                try FileContent.read(root + "/" + paths[index].text) {
                    hasher.update($0)
                    text.add($0)
                    progress($0.count)
                }
                return hasher.finish()
            }
            results.withLock { $0[index] = result }
            if let octets = text.octets { kept.withLock { $0 = octets } }
        }
        bag.wanted = kept.withLock { $0 }
        for (index, result) in results.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            switch result {
            case .success(let digests): bag.files[paths[index]]?.digests = digests
            case .failure(let error):
                problems.append(Problem(.fileUnreadable, paths[index].text, FileContent.reason(error)))
            }
        }
    }
}

/// What is kept of a file while it passes by, should it be the one that is wanted.
private struct KeptText {
    private let most: Int
    /// Nil where it is another file, or has grown too large.
    private(set) var octets: [UInt8]?

    init(_ wanted: WantedFile?, of path: BagPath) {
        most = wanted?.most ?? 0
        octets = wanted?.path == path ? [] : nil
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let count = octets?.count else { return }
        if count + bytes.count <= most { octets?.append(contentsOf: bytes) } else { octets = nil }
    }
}
