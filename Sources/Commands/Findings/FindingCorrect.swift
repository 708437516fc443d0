import ArgumentParser
import Certification

/// `dossier finding correct ID`
struct FindingCorrect: Command {
    static let configuration = CommandConfiguration(
        "correct", "Record how what was wrong was put right.",
        detail: "The correction mends the case at hand; what keeps it from happening again is `finding act`.",
        examples: [
            "dossier finding correct NC-1 --text \"put right\" --by Berg --evidence REC-1"
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The finding.")
    var id: String

    @Option(help: "What was done.")
    var text: String

    @OptionGroup var step: StepOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(text, "--text") }

    func run(in session: Session) throws -> ExitStatus {
        try session.advance(id, [step.draft(.correction, text)])
    }
}
