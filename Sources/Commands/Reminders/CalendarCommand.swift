import ArgumentParser
import Certification
import Reporting
import Store

/// `dossier calendar`
struct CalendarCommand: Command {
    static let configuration = CommandConfiguration(
        "calendar", "Write everything with a date as a calendar file (iCalendar, .ics).",
        detail: """
            For calendar programs to import or to subscribe to. Each item keeps its name for good; what moved counts up, and what
            is done or called off stays for 36 months as cancelled, so that it goes from calendars. The register remembers
            what calendars were told: where nothing changed, the file is the same to the byte. Planned audits show as busy,
            as tentative until an auditor is named; deadlines are whole days that leave you free.
            """,
        examples: [
            "dossier calendar -o dates.ics", "dossier calendar -o dates.ics --overwrite --alarms",
            "dossier calendar --certificate NW-1", "dossier calendar --owner \"Quality manager\"",
            "dossier calendar --method publish",
        ],
        statuses: [.unusableData, .notFound, .cannotCreate, .inputOutput, .temporary, .notPermitted])

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    @OptionGroup var filter: DueFilter

    @Flag(help: "Let calendars ring some days before, at the leads of config.yaml.")
    var alarms = false

    @Option(help: "For mail: publish.")
    var method: CalendarMethod?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if overwrite, output == nil { throw ValidationError("--overwrite goes with --output") }
        try refuseEmpty(output, "--output")
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let draft = try CalendarDraft(register, session, filter, rings: alarms, method)
        let tally = try write(draft, register, session)
        if tally.shown == 0 {
            session.console.tell("Nothing has a date: the calendar is empty.")
        } else if let output {
            session.console.tell("\(output)  \(tally.sentence)")
        }
        return .done
    }

    private func write(_ draft: CalendarDraft, _ register: Register, _ session: Session) throws
        -> CalendarTally
    {
        if let output {
            return try OutputFile(output, in: session, overwrite: overwrite).write(draft.write)
        }
        guard register.isWritable else { return try draft.write(to: session.console.out) }
        return try session.whole(in: register.location.directory, draft.write)
    }
}

/// What a calendar is for, where it is not a file or a subscription.
enum CalendarMethod: String, ExpressibleByArgument, CaseIterable {
    case publish
}
