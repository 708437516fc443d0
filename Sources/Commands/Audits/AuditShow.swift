import ArgumentParser
import Certification
import Store

/// `dossier audit show ID`
struct AuditShow: Command {
    static let configuration = CommandConfiguration(
        "show", "Show an audit with what it looks at, its reports and its findings.",
        examples: ["dossier audit show SV1-2027", "dossier audit show SV1-2027 --format json"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The audit.")
    var id: String

    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let page = try session.register().read { try AuditPage(try $0.audit(id), $0) }
        if format.format == .json {
            try session.console.json(page)
        } else {
            try page.show(session.console)
        }
        return .done
    }
}
