import ArgumentParser
import Certification

/// `dossier finding reopen ID`
struct FindingReopen: Command {
    static let configuration = CommandConfiguration(
        "reopen", "Open a closed finding again.",
        detail: """
            What was done before stays in the record and counts no more: the finding is to be answered anew. Its dates
            remain those of the audit that found it.
            """,
        examples: [
            "dossier finding reopen NC-1 --by \"J. Lund, BSI\" --reason \"seen again\""
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The finding.")
    var id: String

    @Option(help: "Why.")
    var reason: String

    @Option(help: ArgumentHelp("Who opened it again.", valueName: "name"))
    var by: String

    @Option(help: ArgumentHelp("When; today when left out.", valueName: "day"))
    var on: Day?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        for (text, option) in [(reason, "--reason"), (by, "--by")] { try refuseEmpty(text, option) }
    }

    func run(in session: Session) throws -> ExitStatus {
        try session.advance(id, [StepDraft(kind: .reopened, text: reason, by: by, on: on)])
    }
}
