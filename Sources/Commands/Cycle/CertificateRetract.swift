import ArgumentParser
import Certification
import Store

/// `dossier certificate retract CERT NUMBER`
struct CertificateRetract: Command {
    static let configuration = CommandConfiguration(
        "retract", "Take an event back that did not happen.",
        detail: """
            The number is that of `dossier certificate show`. The event stays in the journal with the reason; an audit
            is taken back with `dossier audit cancel`. It is refused where later events rest on it.
            """,
        examples: ["dossier certificate retract NW-1 3 --reason \"wrong certificate\""],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The certificate.")
    var id: String

    @Argument(help: "The number of the event.")
    var number: Int

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(reason, "--reason") }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let event = try session.write(register) { transaction in
            let facts = try transaction.view.certificateFacts(of: id)[0]
            let own = try transaction.view.certificateEvents(of: facts.certificate.id)
            guard let event = own[facts.certificate.id.lowercased()]?.first(where: { $0.number == number })
            else {
                throw Failure(
                    .notFound, "\(facts.certificate.id) has no event \(number)",
                    hint: "dossier certificate show \(facts.certificate.id)")
            }
            if let refusal = facts.refusal(without: event) { throw Failure(refusal) }
            try transaction.record(
                .cycle(
                    .eventWithdrawn(
                        certificate: facts.certificate.id, number: number, reason: reason.trimmed)))
            return event
        }
        session.console.tell("Taken back: \(event.summary).")
        return .done
    }
}
