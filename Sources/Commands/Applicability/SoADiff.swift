import ArgumentParser
import Certification

/// `dossier soa diff DAY [DAY]`
struct SoADiff: Command {
    static let configuration = CommandConfiguration(
        "diff", "Say what differs between the statements of two days.",
        detail: """
            Each statement is taken as the register was at the end of its day and judged at that day: controls newly
            excluded or included, other justifications, owners, implementation and assessments.
            """,
        examples: ["dossier soa diff 2026-06-30", "dossier soa diff 2026-01-31 2026-06-30 --format csv"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: ArgumentHelp("The earlier day.", valueName: "day"))
    var from: Day

    @Argument(help: ArgumentHelp("The later day; today when left out.", valueName: "day"))
    var to: Day?

    @Option(
        help: ArgumentHelp("The standard; needed when several have controls.", valueName: "id"))
    var standard: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let to, to < from { throw ValidationError("\(from) lies after \(to)") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let later = try session.applicability(of: standard, asOf: to)
        let earlier = try session.applicability(of: later.standard.id, asOf: from)
        try session.console.render(SoADiffPage(from: earlier, to: later), as: format.format)
        return .done
    }
}
