import Certification
import Store

/// What is proposed for sources that are not as they were, and what was done.
struct RefreshPlan {
    /// What becomes of one source.
    struct Step {
        let finding: SourceSurvey.Finding
        /// What the register takes; empty where nothing is to be done or a person must do it.
        var changes: [Change] = []
        /// Of a changed file: what it says of itself.
        var news: DocumentNews?
        /// What the file holds: as it was taken into the vault or, as long as nothing is written, as it was read.
        var content: VaultContent?
        var isTaken = false
        /// The item before the changes.
        var before: Evidence?
        /// Why nothing is done, where the verdict does not say it.
        var obstacle: String?
    }

    private(set) var steps: [Step]

    /// - Parameter contents: what was taken of the changed files, by their paths; nil where nothing is to be written.
    init(
        _ survey: SourceSurvey, taken contents: [String: Result<VaultContent, IntakeError>]?,
        _ register: Register, _ places: SourcePlaces, _ console: Console
    ) {
        steps = survey.findings.compactMap { Step($0, taken: contents?[$0.path]) }
        readNews(register.vault, places, console)
    }

    private mutating func readNews(_ vault: Vault, _ places: SourcePlaces, _ console: Console) {
        let changed = steps.indices.filter { steps[$0].finding.verdict == .changed }
        let files = changed.map { index in
            let step = steps[index]
            let kept = step.isTaken ? step.content.map { vault.location(of: $0.fingerprint) } : nil
            return (
                step.finding.source, step.finding.path.lastComponent,
                kept ?? places.absolute(step.finding.path)
            )
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
            guard let content = steps[index].content, !steps[index].changes.isEmpty else { continue }
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

    /// Nil where the file holds the content of the revision again.
    fileprivate init?(_ finding: SourceSurvey.Finding, taken: Result<VaultContent, IntakeError>?) {
        var finding = finding
        content = finding.content
        if finding.verdict == .changed, let taken {
            finding.verdict = SourceVerdict(of: finding.source, read: taken)
            (content, isTaken) = (try? taken.get(), true)
        }
        if finding.verdict == .unchanged { return nil }
        self.finding = finding
    }

    /// Decides by the item as it is at this moment: another process may have changed it since the file was looked at.
    fileprivate mutating func decide(_ record: EvidenceRecord, _ today: Day) {
        before = record.evidence
        guard record.retired == nil else { return obstacle = "\(record.evidence.id) was retired meanwhile" }
        guard obstacle == nil else { return }
        switch finding.verdict {
        case .moved(let place): changes = [found(at: place, finding.source.revision)]
        case .changed: changes = content.map { revision(of: record, holding: $0, today) } ?? []
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
