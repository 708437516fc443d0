import ArgumentParser
import Certification

/// `dossier finding act ID`
struct FindingAct: Command {
    static let configuration = CommandConfiguration(
        "act", "Record the corrective action, and that the body accepted the plan.",
        detail: """
            The action keeps it from happening again. --accepted-on and --accepted-by say that the body accepted the
            plan, together with the action or later; a minor wants that before the decision (rule NC-3).
            """,
        examples: [
            "dossier finding act NC-1 --text \"field added\" --by Berg --due 2027-04-30",
            "dossier finding act NC-1 --accepted-on 2027-03-20 --accepted-by \"J. Lund\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The finding.")
    var id: String

    @Option(help: "What is done against the cause.")
    var text: String?

    @Option(help: ArgumentHelp("Who decided it.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("When; today when left out.", valueName: "day"))
    var on: Day?

    @Option(help: ArgumentHelp("By when it is done.", valueName: "day"))
    var due: Day?

    @Option(help: "Who answers for the finding from now on.")
    var owner: String?

    @Option(
        name: .customLong("evidence"), parsing: .upToNextOption,
        help: ArgumentHelp("What shows it: items that the register holds.", valueName: "id"))
    var evidence: [String] = []

    @Option(help: ArgumentHelp("When the body accepted the plan.", valueName: "day"))
    var acceptedOn: Day?

    @Option(help: ArgumentHelp("Who accepted it for the body.", valueName: "name"))
    var acceptedBy: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (text == nil) == (by == nil) else { throw ValidationError("an action needs --text and --by") }
        guard (acceptedOn == nil) == (acceptedBy == nil) else {
            throw ValidationError("an acceptance needs --accepted-on and --accepted-by")
        }
        if text == nil, acceptedOn == nil {
            throw ValidationError("say the action with --text and --by, or --accepted-on and --accepted-by")
        }
        if text == nil, on != nil || due != nil || owner != nil || !evidence.isEmpty {
            throw ValidationError("--on, --due, --owner and --evidence go with --text")
        }
        for (text, option) in [
            (text, "--text"), (by, "--by"), (owner, "--owner"), (acceptedBy, "--accepted-by"),
        ] { try refuseEmpty(text, option) }
    }

    func run(in session: Session) throws -> ExitStatus {
        try session.advance(id, [action, acceptance].compactMap(\.self))
    }

    private var action: StepDraft? {
        guard let text, let by else { return nil }
        return StepDraft(
            kind: .action, text: text, by: by, on: on, due: due, owner: owner, evidence: evidence)
    }

    private var acceptance: StepDraft? {
        guard let acceptedOn, let acceptedBy else { return nil }
        return StepDraft(
            kind: .planAccepted, text: "the body accepted the plan", by: acceptedBy, on: acceptedOn)
    }
}
