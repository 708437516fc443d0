import ArgumentParser
import Certification
import Store

/// `dossier finding show ID`
struct FindingShow: Command {
    static let configuration = CommandConfiguration(
        "show", "Show a finding whole: what was done, what binds it, what is missing, what to type next.",
        examples: ["dossier finding show NC-1", "dossier finding show NC-1 --format json"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The finding.")
    var id: String

    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let page = try register.read { view in
            FindingPage(try view.findingJudgement(id, on: today), try view.catalogues())
        }
        if format.format == .json {
            try session.console.json(page)
        } else {
            try page.show(session.console)
        }
        return .done
    }
}
