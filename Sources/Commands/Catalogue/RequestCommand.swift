import ArgumentParser
import Certification
import Store

/// `dossier request TITLE`
struct RequestCommand: Command {
    static let configuration = CommandConfiguration(
        "request", "Catalogue evidence that is still to come.",
        detail: "The item counts as requested until `dossier revise ID FILE` gives it its first file.",
        examples: [
            "dossier request --title \"Demand forecast 2027\" --kind report --clause 8.4.2"
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: "The identifier; generated when left out.")
    var id: String?

    @OptionGroup(title: "Facts") var facts: EvidenceOptions
    @OptionGroup(title: "Links") var links: LinkOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if facts.title == nil { throw ValidationError("say what is requested with --title") }
        try EvidenceIdentifier.validate(id)
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let (evidence, clauses) = try session.write(register) { transaction in
            if let id { try transaction.view.refuseTaken(id) }
            let clauses = try links.matches(in: transaction.view.catalogues())
            let evidence = facts.said.applied(
                to: Evidence(
                    id: try id ?? transaction.view.nextGeneratedIdentifier(), title: "", kind: .record))
            try transaction.record(.evidenceAdded(evidence))
            for match in clauses {
                try transaction.record(.linked(links.link(evidence.id, match, reviewed: nil)))
            }
            return (evidence, clauses)
        }
        session.console.tell("\(evidence.id)  \(evidence.kind.rawValue)  \(evidence.title)")
        session.tellLinks(clauses)
        session.console.tell("Requested. When the file is there: dossier revise \(evidence.id) FILE")
        return .done
    }
}
