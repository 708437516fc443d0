import Certification
import Store

/// A look at the files of all revisions that count: what of them is no longer as it was.
///
/// Only what changed is kept, so that a hundred thousand files that did not change need no memory.
struct SourceSurvey {
    /// A source that is not as it was.
    struct Finding {
        let source: EvidenceSource
        /// As the register remembers it.
        let path: String
        var verdict: SourceVerdict
        /// What lies there or, of a file that moved, where it lies now; nil where nothing could be read.
        var content: VaultContent?
        /// In the order of the walk.
        fileprivate let order: Int
    }

    private(set) var findings: [Finding] = []
    /// Files that were read and hold what they held, at another time than was remembered.
    private(set) var touched: [(source: String, content: VaultContent)] = []
    private(set) var looked = 0
    /// Items with files of which nobody knows where they lie.
    private(set) var withoutSource = 0

    private let places: SourcePlaces
    private let rehash: Bool
    private let progress: @Sendable (Int) -> Void
    private var pending: [(source: EvidenceSource, path: String, order: Int)] = []

    /// Files that are read at a time.
    private static let batch = 256

    init(
        _ view: RegisterView, of ids: [String]?, rehash: Bool, _ places: SourcePlaces,
        progress: @escaping @Sendable (Int) -> Void
    ) throws {
        (self.places, self.rehash, self.progress) = (places, rehash, progress)
        try view.forEachSource(of: ids) { revisions in
            let watched = revisions.watched.compactMap { source in source.path.map { (source, $0) } }
            if watched.isEmpty { withoutSource += 1 }
            for (source, path) in watched { look(at: source, path) }
        }
        readPending()
        findings.sort { $0.order < $1.order }
    }

    private mutating func look(at source: EvidenceSource, _ path: String) {
        looked += 1
        let place = places.absolute(path)
        switch SourceLook(place) {
        case .file(let size, let modified):
            if !rehash, let stamp = source.stamp, stamp.speaks(of: size, modified) {
                return conclude(
                    source, path, looked,
                    .success(.init(fingerprint: stamp.fingerprint, size: size, modified: modified)))
            }
            pending.append((source, path, looked))
            if pending.count == Self.batch { readPending() }
        case .gone: keep(source, path, looked, .vanished(alike: []), nil)
        case .unusable(let why): keep(source, path, looked, .unusable(why), nil)
        }
    }

    private mutating func conclude(
        _ source: EvidenceSource, _ path: String, _ order: Int,
        _ result: Result<VaultContent, IntakeError>
    ) {
        let (verdict, content) = (SourceVerdict(of: source, read: result), try? result.get())
        guard verdict == .unchanged else { return keep(source, path, order, verdict, content) }
        if let content, source.stamp?.speaks(of: content.size, content.modified ?? 0) != true {
            touched.append((path, content))
        }
    }

    private mutating func keep(
        _ source: EvidenceSource, _ path: String, _ order: Int, _ verdict: SourceVerdict,
        _ content: VaultContent?
    ) {
        findings.append(
            Finding(source: source, path: path, verdict: verdict, content: content, order: order))
    }

    private mutating func readPending() {
        let results = Vault.examine(
            pending.map { IntakeSource(path: places.absolute($0.path), followLink: false) },
            progress: progress)
        for ((source, path, order), result) in zip(pending, results) {
            conclude(source, path, order, result)
        }
        pending = []
    }

    /// Says where the sources that are gone lie now, as far as a search found it out.
    mutating func place(_ search: SourceSearch, owner: (EvidenceSource, String) throws -> String?) rethrows {
        for index in findings.indices where findings[index].isGone {
            let source = findings[index].source
            let alike = (search.found[source.fingerprint] ?? []).map {
                (path: places.remembered(real: $0.path), content: $0.content)
            }
            let copies = try alike.map { SourceCopy(path: $0.path, owner: try owner(source, $0.path)) }
            findings[index].verdict = .init(goneWith: copies)
            guard case .moved(let place) = findings[index].verdict else { continue }
            findings[index].content = alike.first { $0.path == place }?.content
        }
    }
}

extension SourceSurvey.Finding {
    /// Nothing lies where the file lay.
    var isGone: Bool {
        if case .vanished = verdict { return true }
        return false
    }
}

extension SourceVerdict {
    /// Of a file that was to be read.
    init(of source: EvidenceSource, read result: Result<VaultContent, IntakeError>) {
        switch result {
        case .success(let content):
            self.init(of: source, holding: content.fingerprint, size: content.size)
        case .failure(let error):
            if case .unusable(let why) = SourceLook(error) {
                self = .unusable(why)
            } else {
                self = .vanished(alike: [])
            }
        }
    }
}
