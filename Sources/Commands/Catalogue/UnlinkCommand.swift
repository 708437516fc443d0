import ArgumentParser
import Certification
import Store

/// `dossier unlink ID CLAUSE...`
struct UnlinkCommand: Command {
    static let configuration = CommandConfiguration(
        "unlink", "Untie an item from clauses.",
        detail: "The journal keeps that the link was there. To undo, link again.",
        examples: ["dossier unlink INC-PRO-001 8.6.2"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The item.")
    var id: String

    @Argument(help: "The clauses.")
    var clauses: [String]

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let (record, matches) = try session.write(register) { transaction in
            let record = try transaction.view.evidence(id)
            let finder = ClauseFinder(try transaction.view.catalogues())
            let matches = try clauses.map { try finder.clause($0) }
            for match in matches {
                try refuseUnlinked(record, match)
                try transaction.record(.unlinked(evidence: record.evidence.id, clause: match.reference))
            }
            return (record, matches)
        }
        for match in matches {
            session.console.tell(
                "\(record.evidence.id) is no longer linked to \(match.clause.number) (\(match.clause.title))."
            )
        }
        return .done
    }

    private func refuseUnlinked(_ record: EvidenceRecord, _ match: ClauseFinder.Match) throws {
        guard !record.links.contains(where: { $0.clause == match.reference }) else { return }
        let linked = record.links.map(\.clause.number).joined(separator: ", ")
        throw Failure(
            .notFound, "\(record.evidence.id) is not linked to \(match.clause.number)",
            hint: linked.isEmpty ? "it has no links" : "it is linked to \(linked)")
    }
}
