import ArgumentParser
import Certification
import Store

/// `dossier certificate edit CERT`
struct CertificateEdit: Command {
    static let configuration = CommandConfiguration(
        "edit", "Change the facts of a certificate.",
        detail: """
            Facts that are said replace those that stand; the others stay. Sites and settings that are said take the
            place of all earlier ones; --rule changes one setting of the profile in use.
            """,
        examples: [
            "dossier certificate edit NW-1 --number \"IT 734\"",
            "dossier certificate edit NW-1 --rule sv_window_months=-1/+1",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The certificate.")
    var id: String

    @Option(help: ArgumentHelp("The certification body.", valueName: "name"))
    var body: String?

    @Option(help: "The number that is printed on it.")
    var number: String?

    @Option(help: "What it covers.")
    var scope: String?

    @Option(
        name: .customLong("site"),
        help: ArgumentHelp("A site that it covers; may be repeated.", valueName: "site"))
    var sites: [String] = []

    @OptionGroup var profile: ProfileOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        for (text, option) in [(body, "--body"), (scope, "--scope"), (number, "--number")] {
            try refuseEmpty(text, option)
        }
        if body == nil, number == nil, scope == nil, sites.isEmpty, profile.isEmpty {
            throw ValidationError("say what changes: --number, --scope, --site, --body, --profile or --rule")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let held = try register.read { try $0.certificate(id) }
        let profile = try profile.profile(over: held.profile, session)
        let isChanged = try session.write(register) { transaction in
            let before = try transaction.view.certificate(id)
            let after = edited(before, profile)
            if before == after { return false }
            try transaction.record(.cycle(.certificateStated(after)))
            return true
        }
        session.console.tell(
            isChanged ? "\(held.id) was changed." : "\(held.id) is like that already; nothing was changed.")
        return .done
    }

    private func edited(_ held: Certificate, _ profile: BodyProfile) -> Certificate {
        var certificate = held
        certificate.body = body?.trimmed ?? held.body
        certificate.number = number?.trimmed ?? held.number
        certificate.scope = scope?.trimmed ?? held.scope
        if !sites.isEmpty { certificate.sites = sites.map(\.trimmed).filter { !$0.isEmpty } }
        certificate.profile = profile
        return certificate
    }
}
