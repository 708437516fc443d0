import ArgumentParser
import Certification

/// `dossier finding close ID`
struct FindingClose: Command {
    static let configuration = CommandConfiguration(
        "close", "Close a finding, with evidence and the name of who verified it.",
        detail: """
            A nonconformity is closed once it has a correction, a cause, a corrective action and a check that the action
            works. The evidence is held by the register and not retired.
            """,
        examples: [
            "dossier finding close NC-1 --by \"J. Lund, BSI\" --evidence PRO-1 REC-2",
            "dossier finding close OFI-1 --by Berg --evidence KPI-3 --on 2027-05-12",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The finding.")
    var id: String

    @Option(help: "A remark.")
    var text: String?

    @OptionGroup var step: StepOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(text, "--text") }

    func run(in session: Session) throws -> ExitStatus {
        try session.advance(id, [step.draft(.closed, text ?? "verified")])
    }
}
