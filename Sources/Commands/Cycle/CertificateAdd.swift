import ArgumentParser
import Certification
import Store

/// `dossier certificate add`
struct CertificateAdd: Command {
    static let configuration = CommandConfiguration(
        "add", "Take a certificate, or the wish for one, into the register.",
        detail: """
            The standard is one that the register holds. Without --id the identifier is generated. The number may come
            later, with `dossier certificate edit`.
            """,
        examples: [
            "dossier certificate add --id NW-1 --standard 20000-1 --body BSI --scope Web",
            "dossier certificate add --standard 27001 --body LRQA --scope All --site York",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: "The identifier in the register: NW-1.")
    var id: String?

    @Option(help: "The standard.")
    var standard: String

    @Option(help: ArgumentHelp("The certification body.", valueName: "name"))
    var body: String

    @Option(help: "The number that is printed on it.")
    var number: String?

    @Option(help: "What it covers.")
    var scope: String

    @Option(
        name: .customLong("site"),
        help: ArgumentHelp("A site that it covers; may be repeated.", valueName: "site"))
    var sites: [String] = []

    @OptionGroup var profile: ProfileOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try EvidenceIdentifier.validate(id)
        for (text, option) in [(body, "--body"), (scope, "--scope")] { try refuseEmpty(text, option) }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let profile = try profile.profile(over: .usual, session)
        let (certificate, designation) = try session.write(register) { transaction in
            let catalogue = try ClauseFinder(transaction.view.catalogues()).catalogue(standard)
            let certificate = Certificate(
                id: try transaction.view.freeIdentifier(id, prefix: "CERT", in: .certificate),
                standard: catalogue.standard.id, body: body.trimmed, number: number?.trimmed,
                scope: scope.trimmed, sites: sites.map(\.trimmed).filter { !$0.isEmpty }, profile: profile)
            try transaction.record(.cycle(.certificateStated(certificate)))
            return (certificate, catalogue.standard.designation)
        }
        session.console.tell("\(certificate.id)  \(designation), \(certificate.body)")
        session.console.tell(
            "Next: dossier certificate record \(certificate.id) decision --on DAY --expiry DAY, or dossier cycle plan"
        )
        return .done
    }
}

extension RegisterView {
    /// The identifier that was said, where it is free, or the next generated one.
    func freeIdentifier(_ said: String?, prefix: String, in table: CycleTable) throws -> String {
        guard let said else { return try nextIdentifier(prefix, in: table) }
        guard try !holds(said, in: table) else {
            throw Failure(
                .unusableData, "\(table.rawValue) \(said) exists already",
                hint: "dossier \(table.rawValue) show \(said)")
        }
        return said
    }
}
