import ArgumentParser
import Certification
import Store

/// `dossier retire ID --reason TEXT`
struct RetireCommand: Command {
    static let configuration = CommandConfiguration(
        "retire", "Keep an item but count it no longer.",
        detail:
            "Nothing is deleted: the item, its files and its links stay in the register. --undo brings it back.",
        examples: [
            "dossier retire PRO-007 --reason \"merged into PRO-003\"",
            "dossier retire PRO-007 --undo --reason \"still in use at the second site\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The items.")
    var ids: [String]

    @Option(help: "Why.")
    var reason: String

    @Flag(help: "Bring the items back.")
    var undo = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if reason.trimmed.isEmpty { throw ValidationError("--reason must not be empty") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let retired = try session.write(register) { transaction in
            try ids.map { id in
                let record = try transaction.view.evidence(id)
                try transaction.record(change(record))
                return record.evidence
            }
        }
        for evidence in retired {
            session.console.tell("\(evidence.id) is \(undo ? "back" : "retired"): \(evidence.title)")
        }
        return .done
    }

    private func change(_ record: EvidenceRecord) throws -> Change {
        let id = record.evidence.id
        if undo {
            guard record.retired != nil else { throw Failure(.unusableData, "\(id) is not retired") }
            return .reinstated(evidence: id, reason: reason.trimmed)
        }
        if let earlier = record.retired {
            throw Failure(
                .unusableData, "\(id) is retired already: \(earlier)",
                hint: "dossier retire \(id) --undo --reason TEXT")
        }
        return .retired(evidence: id, reason: reason.trimmed)
    }
}
