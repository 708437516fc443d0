import ArgumentParser
import Certification

/// `dossier finding cause ID`
struct FindingCause: Command {
    static let configuration = CommandConfiguration(
        "cause", "Record why it happened: the root cause.",
        examples: [
            "dossier finding cause NC-1 --text \"the form has no field\" --by \"A. Berg\""
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The finding.")
    var id: String

    @Option(help: "Why it happened.")
    var text: String

    @OptionGroup var step: StepOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(text, "--text") }

    func run(in session: Session) throws -> ExitStatus {
        try session.advance(id, [step.draft(.cause, text)])
    }
}
