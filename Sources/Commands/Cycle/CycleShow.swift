import ArgumentParser
import Certification
import Store

/// `dossier cycle show [CERT]`
struct CycleShow: Command {
    static let configuration = CommandConfiguration(
        "show", "Show the cycle of a certificate: what happened, what is due when, by which rule.",
        detail: """
            Each line says how a date stands: open, planned, due (within its lead time), ok, late, overdue; the days to
            spare, negative when late; the rule; and the window in which the body plans it. Without CERT all are shown.
            """,
        examples: [
            "dossier cycle show NW-1", "dossier cycle show --all --on 2027-06-01",
            "dossier cycle show NW-1 --format json",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The certificate; all when left out.")
    var id: String?

    @Flag(help: "All certificates, also where the register holds one only.")
    var all = false

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Flag(help: "Exit with 1 when something of severity error is overdue or late.")
    var exitCode = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if all, id != nil { throw ValidationError("say either a certificate or --all") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let page = try register.read { view in
            CyclePage(try view.judgements(of: id, on: day), names: try view.designations(), on: day)
        }
        try session.console.render(page, as: format.format)
        return exitCode && page.isBroken ? .answerIsNo : .done
    }
}
