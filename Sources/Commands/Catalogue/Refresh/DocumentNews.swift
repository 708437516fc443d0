import Certification
import Dispatch
import Documents
import Store
import Synchronization

/// What a changed document says of itself that the register should know: its version and dates, and what it says otherwise
/// than before.
struct DocumentNews {
    /// Of the new file.
    let file: RevisionFacts
    /// Of the item.
    let facts: EvidenceFacts
    /// Why a person must take the file; nil where it may be taken as the item's next revision.
    let obstacle: String?
    /// What is wrong with what it says.
    let remarks: [String]

    /// Reads what lies at `path`, beside what the vault keeps of the revision.
    init(
        _ source: EvidenceSource, named name: String, at path: String, _ vault: Vault,
        missing: inout Set<String>
    ) {
        let now = Self.header(path, name, &missing)
        let before = Self.header(vault.location(of: source.fingerprint), name, &missing)
        let written = VersionedName(fileName: name)
        var file = now.header.file
        file.label = file.label ?? written.version ?? written.day?.description
        file.openPlaces = now.places > 0 ? now.places : nil
        self.file = file
        // Without the earlier document nobody can say what is new.
        facts =
            vault.holds(source.fingerprint, size: source.size)
            ? now.header.facts.news(since: before.header.facts) : EvidenceFacts()
        obstacle = Self.obstacle(source, now.header, before.header)
        remarks = now.header.problems.map { "\(source.path ?? name): \($0.key) \($0.message)" }
    }

    private static func header(_ path: String, _ name: String, _ missing: inout Set<String>) -> (
        header: DocumentHeader, places: Int
    ) {
        let (header, content, refusal) = HeaderFile(path: path, shown: name).quiet(.beginning)
        if case .programMissing(let program) = refusal { missing.insert(program) }
        return (header, content?.places ?? 0)
    }

    private static func obstacle(_ source: EvidenceSource, _ now: DocumentHeader, _ before: DocumentHeader)
        -> String?
    {
        let id = source.evidence
        if let stated = now.id?.lowercased(), stated != id.lowercased(), stated != before.id?.lowercased() {
            return
                "its header speaks of \(now.id ?? ""); if it is \(id) all the same: dossier revise \(id) FILE"
        }
        guard source.period != nil, now.file.period == nil else { return nil }
        return "kept by period, and the file names none: dossier revise \(id) FILE --period PERIOD"
    }
}

extension DocumentNews {
    /// The news of some files, read on all cores, in their order. Programs that would be needed are added to `missing`.
    static func read(
        _ files: [(source: EvidenceSource, name: String, path: String)], _ vault: Vault,
        missing: inout Set<String>
    ) -> [DocumentNews] {
        let results = Mutex<(news: [Int: DocumentNews], missing: Set<String>)>(([:], []))
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            var absent: Set<String> = []
            let file = files[index]
            let news = DocumentNews(
                file.source, named: file.name, at: file.path, vault, missing: &absent)
            results.withLock {
                $0.news[index] = news
                $0.missing.formUnion(absent)
            }
        }
        return results.withLock { results in
            missing.formUnion(results.missing)
            return files.indices.compactMap { results.news[$0] }
        }
    }
}
