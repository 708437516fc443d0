import ArgumentParser
import Certification
import Store

/// `dossier revise ID [FILE]`
struct ReviseCommand: Command {
    static let configuration = CommandConfiguration(
        "revise", "Give an item a new file, or change its facts.",
        detail: """
            With FILE, the file becomes the item's next revision; earlier ones are kept. Facts that are said
            replace those that stand; the others stay. A text document whose header names this item says its
            facts itself. A new file makes the item's links suspect until somebody reviews them: --reviewed-by
            says so at once.
            """,
        examples: [
            "dossier revise PRO-001 incident.docx --revision 3.0 --effective 2026-10-01",
            "dossier revise KPI-001 kpi-2026-11.csv --period 2026-11",
            "dossier revise PRO-001 --owner \"Service desk lead\" --review-every 12m",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The item.")
    var id: String

    @Argument(help: "The new file.")
    var file: String?

    @Option(help: ArgumentHelp("Who looked at all links of the item with the new file.", valueName: "name"))
    var reviewedBy: String?

    @OptionGroup(title: "Facts") var facts: EvidenceOptions
    @OptionGroup(title: "File") var revision: RevisionOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if file == nil, !revision.said.isEmpty {
            throw ValidationError(
                "--revision, --effective, --period and --approved-by describe a file; name it")
        }
        if file == nil, reviewedBy != nil {
            throw ValidationError("--reviewed-by goes with a file; otherwise use dossier review")
        }
        try refuseEmpty(reviewedBy, "--reviewed-by")
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let held = try register.read { try $0.evidence(id) }
        let content = try file.map {
            try session.take([$0], allowEmpty: revision.allowEmpty, into: register)[0]
        }
        let header = session.header(of: content, named: file, for: held.evidence.id, in: register)
        let source = file.flatMap { SourcePlaces(register.location).remembered(session.absolute($0)) }
        let changes = try session.write(register) { transaction in
            let changes = self.changes(
                to: try transaction.view.evidence(held.evidence.id), content, header, today, source)
            if let content { try transaction.remember(content, at: source) }
            for change in changes { try transaction.record(change) }
            return changes + (try review(held.evidence.id, today, &transaction))
        }
        for change in changes { session.console.tell("\(held.evidence.id)  \(words(change, held.evidence))") }
        if changes.isEmpty {
            session.console.tell("\(held.evidence.id) is like that already; nothing was changed.")
        }
        try tellSuspect(held.evidence.id, today, register, session.console)
        return .done
    }

    /// The reviews that a named person made together with the new file.
    private func review(_ id: String, _ today: Day, _ transaction: inout RegisterTransaction) throws
        -> [Change]
    {
        guard let name = reviewedBy?.trimmed else { return [] }
        let record = try transaction.view.evidence(id)
        let catalogues = try transaction.view.catalogues()
        let changes = try record.links.map {
            Change.linkReviewed(
                evidence: id, try record.review(of: $0, in: catalogues, by: name, on: today, note: nil))
        }
        for change in changes { try transaction.record(change) }
        return changes
    }

    /// Says which links the new file made suspect.
    private func tellSuspect(_ id: String, _ today: Day, _ register: Register, _ console: Console) throws {
        guard file != nil else { return }
        let (record, suspect) = try register.read { view in
            let record = try view.evidence(id)
            return (record, record.suspectLinks(in: try view.catalogues(), on: today))
        }
        if let last = record.revisions.last, last.period == nil,
            record.revisions.contains(where: { $0.period != nil })
        {
            console.warn(
                "\(id) is kept by period, and revision \(last.number) names none; say it with --period")
        }
        if record.evidence.kind.needsApproval, let number = record.unapproved(on: today) {
            console.tell(
                "Revision \(number) is not approved: dossier approve \(id) --number \(number) --by NAME")
        }
        guard !suspect.isEmpty else { return }
        console.tell(
            "\(counted(suspect.count, "link")) to be reviewed: \(suspect.map(\.clause.number).joined(separator: ", "))."
        )
        console.tell("Next: dossier review \(id) --by NAME")
    }

    private func words(_ change: Change, _ before: Evidence) -> String {
        guard case .evidenceEdited(let evidence) = change else { return change.summary }
        return EvidenceDifference.parts(from: before, to: evidence).joined(separator: "; ")
    }

    private func changes(
        to record: EvidenceRecord, _ content: VaultContent?, _ header: HeaderReading, _ today: Day,
        _ source: String?
    ) -> [Change] {
        let edited = header.facts(facts.said, to: record.evidence)
        var changes: [Change] = edited == record.evidence ? [] : [.evidenceEdited(edited)]
        if let content, let file {
            let facts = header.file(revision.said)
            let next = facts.revision(
                record.revisions.count + 1, of: content, fileName: file.lastComponent, received: today,
                source: source)
            if let held = Self.held(next, saying: facts, by: record) {
                // Where a person says that its file lies may be news.
                if let source, held.source != source {
                    changes.append(
                        .sourceFound(
                            evidence: record.evidence.id, revision: held.number, source: source))
                }
            } else {
                changes.append(.revisionAdded(evidence: record.evidence.id, next))
                if let approval = revision.said.approval(of: next) {
                    changes.append(.approved(evidence: record.evidence.id, approval))
                }
            }
        }
        return changes
    }

    /// The revision that says the same already; where nothing is said of the file, one with its content that counts.
    private static func held(_ next: Revision, saying facts: RevisionFacts, by record: EvidenceRecord)
        -> Revision?
    {
        if let last = record.revisions.last, last.says(theSameAs: next) { return last }
        guard facts.isEmpty, let held = record.revisions.last(where: { $0.fingerprint == next.fingerprint })
        else { return nil }
        return record.revisions.last { $0.period == held.period } == held ? held : nil
    }
}

extension Revision {
    /// Same content and same facts, whatever the number and the day of receipt.
    func says(theSameAs other: Revision) -> Bool {
        fingerprint == other.fingerprint && label == other.label && effective == other.effective
            && period == other.period
    }
}
