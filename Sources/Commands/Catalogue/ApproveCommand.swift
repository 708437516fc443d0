import ArgumentParser
import Certification
import Store

/// `dossier approve ID`
struct ApproveCommand: Command {
    static let configuration = CommandConfiguration(
        "approve", "Record that a person released a revision for use.",
        detail: """
            Documents (policies, procedures, plans, ...) are released before they are used; records are not.
            Without --number the latest revision is meant. A later revision needs an approval of its own.
            """,
        examples: [
            "dossier approve POL-001 --by \"M. Okafor\" --on 2026-10-02",
            "dossier approve POL-001 --number 2 --by \"M. Okafor\"",
            "dossier approve POL-001 --withdraw \"signed by the wrong person\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The items.")
    var ids: [String]

    @Option(help: ArgumentHelp("Who released it.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("When; today when left out.", valueName: "day"))
    var on: Day?

    @Option(help: ArgumentHelp("The revision, by its number in dossier show.", valueName: "number"))
    var number: Int?

    @Option(help: "A remark, such as where it was signed.")
    var note: String?

    @Option(help: ArgumentHelp("Take the approval back, for this reason.", valueName: "reason"))
    var withdraw: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (by == nil) != (withdraw == nil) else {
            throw ValidationError("say either --by NAME or --withdraw REASON")
        }
        try refuseEmpty(by, "--by")
        try refuseEmpty(withdraw, "--withdraw")
        if withdraw != nil, on != nil || note != nil {
            throw ValidationError("--on and --note go with --by")
        }
        if number != nil, ids.count > 1 { throw ValidationError("--number goes with a single item") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        try refuseFuture(on, today)
        let changes = try session.write(register) { transaction in
            let changes = try ids.map { try change(transaction.view.evidence($0), today) }
            for change in changes { try transaction.record(change) }
            return changes
        }
        for change in changes { session.console.tell("\(change.evidence ?? "")  \(change.summary)") }
        return .done
    }

    private func change(_ record: EvidenceRecord, _ today: Day) throws -> Change {
        let id = record.evidence.id
        let revision = try revision(of: record)
        guard let withdraw else {
            return .approved(
                evidence: id,
                Approval(
                    revision: revision.number, fingerprint: revision.fingerprint, by: by?.trimmed ?? "",
                    on: on ?? today, note: note?.trimmed))
        }
        guard record.approvals.contains(where: { $0.revision == revision.number }) else {
            throw Failure(.notFound, "revision \(revision.number) of \(id) is not approved")
        }
        return .approvalWithdrawn(evidence: id, revision: revision.number, reason: withdraw.trimmed)
    }

    private func revision(of record: EvidenceRecord) throws -> Revision {
        let id = record.evidence.id
        guard let latest = record.revisions.last else {
            throw Failure(
                .unusableData, "\(id) has no file that could be approved", hint: "dossier revise \(id) FILE")
        }
        guard let number else { return latest }
        guard let revision = record.revisions.first(where: { $0.number == number }) else {
            throw Failure(.notFound, "\(id) has no revision \(number)", hint: "dossier show \(id)")
        }
        return revision
    }
}

/// What a person did was done by today.
func refuseFuture(_ day: Day?, _ today: Day) throws {
    guard let day, day > today else { return }
    throw Failure(.usage, "\(day) lies in the future", hint: "--on \(today)")
}
