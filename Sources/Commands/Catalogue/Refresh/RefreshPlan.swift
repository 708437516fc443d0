import Certification
import Store

/// What is proposed for sources that are not as they were, and what was done.
struct RefreshPlan {
    /// What becomes of one source.
    struct Step {
        fileprivate(set) var finding: SourceSurvey.Finding
        /// What the register takes; empty where nothing is to be done or a person must do it.
        fileprivate(set) var changes: [Change] = []
        /// Of a changed file: what it says of itself.
        fileprivate(set) var news: DocumentNews?
        /// The item before the changes.
        fileprivate(set) var before: Evidence?
        /// Why nothing is done, where the verdict does not say it.
        fileprivate(set) var obstacle: String?
    }

    private(set) var steps: [Step]

    init(_ survey: SourceSurvey, _ vault: Vault, _ places: SourcePlaces, _ console: Console) {
        steps = survey.findings.map { Step(finding: $0) }
        let changed = steps.indices.filter { steps[$0].isToBeTaken }
        let files = changed.map { index in
            let finding = steps[index].finding
            return (finding.source, finding.path.lastComponent, places.absolute(finding.path))
        }
        var missing: Set<String> = []
        for (index, news) in zip(changed, DocumentNews.read(files, vault, missing: &missing)) {
            steps[index].news = news
            steps[index].obstacle = news.obstacle
            for remark in news.remarks { console.warn(remark) }
        }
        for program in missing.sorted() {
            console.warn(
                "\(program) is not installed: what PDFs say of themselves was not read (package poppler-utils)"
            )
        }
    }

    /// The paths of the changed files that the vault is to take, each once, however many items it is the source of.
    var wanted: [String] {
        Set(steps.filter(\.isToBeTaken).map(\.finding.path)).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }

    /// Notes what the vault took of the files, by their paths.
    mutating func note(_ results: [String: Result<VaultContent, IntakeError>]) {
        for index in steps.indices where steps[index].isToBeTaken {
            if let result = results[steps[index].finding.path] { steps[index].note(result) }
        }
    }

    /// Says what each step would change.
    mutating func preview(_ view: RegisterView, today: Day) throws {
        var records: [String: EvidenceRecord] = [:]
        for index in steps.indices {
            let id = steps[index].finding.source.evidence
            let record = try records[id] ?? view.evidence(id)
            steps[index].decide(record, today)
            records[id] = steps[index].changes.reduce(record) { $1.applied(to: $0) ?? $0 }
        }
    }

    /// Changes the register, as it is found now.
    mutating func perform(in transaction: inout RegisterTransaction, today: Day) throws {
        for index in steps.indices {
            steps[index].decide(try transaction.view.evidence(steps[index].finding.source.evidence), today)
            for change in steps[index].changes { try transaction.record(change) }
            guard let content = steps[index].finding.content, !steps[index].changes.isEmpty else { continue }
            try transaction.remember(content, at: steps[index].place ?? steps[index].finding.path)
        }
    }
}

extension RefreshPlan.Step {
    /// Where the register looks for the file from now on, if that is news.
    var place: String? {
        for case .sourceFound(_, _, let source) in changes { return source }
        return nil
    }

    fileprivate var isToBeTaken: Bool { finding.verdict == .changed && obstacle == nil }

    /// A file that holds something else by now than what was read of it is being worked on: it is left for the next time.
    fileprivate mutating func note(_ result: Result<VaultContent, IntakeError>) {
        let read = finding.content?.fingerprint
        finding.content = try? result.get()
        if let content = finding.content, content.fingerprint != read {
            finding.verdict = .unusable("changed while it was looked at; close it elsewhere and try again")
        } else {
            finding.verdict = .init(of: finding.source, read: result)
        }
    }

    /// Decides by the item as it is at this moment: another process may have changed it since the file was looked at.
    fileprivate mutating func decide(_ record: EvidenceRecord, _ today: Day) {
        before = record.evidence
        guard record.retired == nil else { return obstacle = "\(record.evidence.id) was retired meanwhile" }
        guard obstacle == nil else { return }
        switch finding.verdict {
        case .moved(let place): changes = [found(at: place, finding.source.revision)]
        case .changed: changes = finding.content.map { revision(of: record, holding: $0, today) } ?? []
        default: return
        }
    }

    private func found(at place: String, _ revision: Int) -> Change {
        .sourceFound(evidence: finding.source.evidence, revision: revision, source: place)
    }

    private func revision(of record: EvidenceRecord, holding content: VaultContent, _ today: Day) -> [Change]
    {
        let (id, facts) = (record.evidence.id, news?.file ?? RevisionFacts())
        let edited = (news?.facts ?? EvidenceFacts()).applied(to: record.evidence)
        let next = facts.revision(
            record.revisions.count + 1, of: content, fileName: finding.path.lastComponent, received: today,
            source: finding.path)
        if let known = record.revisions.last(where: { $0.period == next.period }),
            known.fingerprint == next.fingerprint
        {
            return [found(at: finding.path, known.number)]
        }
        return (edited == record.evidence ? [] : [.evidenceEdited(edited)])
            + [.revisionAdded(evidence: id, next)]
    }
}
