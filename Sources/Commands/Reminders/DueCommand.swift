import ArgumentParser
import Certification
import Store

/// `dossier due`
struct DueCommand: Command {
    static let configuration = CommandConfiguration(
        "due", "List everything with a date: certificates, audits, findings, evidence, the road.",
        detail: """
            Sorted by date, with the rule that each comes from; --explain says what a rule asks for and what it was computed
            from. Nothing is written. The list says when reminders last ran, and warns when that is over a week ago. With
            --exit-code the status is 0 for nothing, 10 when something is due within the time asked about, 20 when something is
            overdue; --nagios prints one line for a monitor and ends with 0, 1 or 2.
            """,
        examples: [
            "dossier due", "dossier due --within 30d --owner \"Quality manager\"",
            "dossier due --certificate NW-1 --on 2027-03-14", "dossier due --explain SV-1",
            "dossier due --nagios",
        ],
        statuses: [
            .answerIsNo, .critical, .dueSoon, .overdue, .unusableData, .notFound, .inputOutput, .temporary,
            .notPermitted,
        ])

    @Option(
        help: ArgumentHelp("How far to look: 90d, 6m.", valueName: "span"), transform: Self.span)
    var within = Span.days(Punctuality.lead)

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @OptionGroup var filter: DueFilter

    @Option(
        help: ArgumentHelp("Say what this rule asks for, and what its dates come from.", valueName: "rule"))
    var explain: String?

    @Flag(help: "One line for a monitor: ends with 0 (nothing), 1 (due soon) or 2 (overdue).")
    var nagios = false

    @Flag(help: "Exit with 10 when something is due soon, with 20 when something is overdue.")
    var exitCode = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    static func span(_ text: String) throws -> Span {
        guard let span = Span(text) else {
            throw ValidationError("\"\(text)\" is no span; write 90d or 6m")
        }
        return span
    }

    func validate() throws {
        if nagios, exitCode || format.format != .table || explain != nil {
            throw ValidationError("--nagios prints one line and has statuses of its own")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let page = try register.read { view in
            try filter.check(view)
            return try DuePage(
                view, on: on ?? today, within: within, filter: filter, rule: explain, today: today)
        }
        if nagios { return try page.monitor(session.console) }
        if let explain {
            try DueExplanation(page, rule: explain, register).show(session.console, format.format)
        } else {
            try session.console.render(page, as: format.format)
        }
        return exitCode ? page.status : .done
    }
}
