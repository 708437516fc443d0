import Certification
import Foundation
import Store

/// A search below some folders for files with the contents of sources that are gone.
///
/// Hidden files and links are passed over. A file is only read where its size is that of a source.
struct SourceSearch {
    /// A file that was found.
    struct Copy {
        /// Absolute.
        let path: String
        let content: VaultContent
    }

    /// The files with each content, in the order of the walk.
    private(set) var found: [Fingerprint: [Copy]] = [:]
    /// Folders that may not be read.
    private(set) var unread: [String] = []
    /// Whether the search ended before all was seen.
    private(set) var isCut = false

    private let wanted: Set<Fingerprint>
    private let sizes: Set<Int>
    private let progress: @Sendable (Int) -> Void
    private var seen = 0
    private var pending: [String] = []

    private static let mostFiles = 500_000
    private static let mostDepth = 64
    /// Files with one content that are named at most.
    private static let mostAlike = 100
    /// Files that are read at a time.
    private static let batch = 256

    /// Empty files are all alike, so they are not looked for.
    init(
        for sources: [EvidenceSource], below folders: Set<String>,
        progress: @escaping @Sendable (Int) -> Void
    ) {
        let sources = sources.filter { $0.size > 0 }
        wanted = Set(sources.map(\.fingerprint))
        sizes = Set(sources.map(\.size))
        self.progress = progress
        guard !wanted.isEmpty else { return }
        for folder in Self.outermost(folders) { walk(folder, depth: 0) }
        readPending()
    }

    /// Each folder once: what lies below another one is met there.
    private static func outermost(_ folders: Set<String>) -> [String] {
        folders.filter { folder in
            var above = folder.parentFolder
            while above.utf8.count > 1 {
                if folders.contains(above) { return false }
                above = above.parentFolder
            }
            return !folders.contains("/") || folder == "/"
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func walk(_ folder: String, depth: Int) {
        guard depth < Self.mostDepth else { return isCut = true }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            if access(folder, F_OK) == 0 { unread.append(folder) }
            return
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        where name.utf8.first != UInt8(ascii: ".") {
            if isCut { return }
            take(folder.joined(name), depth)
        }
    }

    private mutating func take(_ path: String, _ depth: Int) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: walk(path, depth: depth + 1)
        case S_IFREG:
            seen += 1
            guard seen <= Self.mostFiles else { return isCut = true }
            guard sizes.contains(Int(status.st_size)) else { return }
            pending.append(path)
            if pending.count == Self.batch { readPending() }
        default: return
        }
    }

    private mutating func readPending() {
        let results = Vault.examine(
            pending.map { IntakeSource(path: $0, followLink: false) }, progress: progress)
        for (path, result) in zip(pending, results) {
            guard case .success(let content) = result, wanted.contains(content.fingerprint),
                found[content.fingerprint, default: []].count < Self.mostAlike
            else { continue }
            found[content.fingerprint, default: []].append(Copy(path: path, content: content))
        }
        pending = []
    }
}
