import ArgumentParser
import Certification

/// `dossier finding verify-effect ID`
struct FindingVerifyEffect: Command {
    static let configuration = CommandConfiguration(
        "verify-effect", "Record whether the corrective action works.",
        detail: "Where it does not, the finding needs another action before it can be closed.",
        examples: [
            "dossier finding verify-effect NC-1 --effective --by Okafor --text \"20 tickets\"",
            "dossier finding verify-effect NC-1 --not-effective --by Okafor",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    enum Effect: EnumerableFlag {
        case effective, notEffective

        static func help(for value: Self) -> ArgumentHelp? {
            switch value {
            case .effective: "It works."
            case .notEffective: "It does not."
            }
        }
    }

    @Argument(help: "The finding.")
    var id: String

    @Flag var effect: Effect

    @Option(help: "What was looked at, and what was seen.")
    var text: String?

    @OptionGroup var step: StepOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(text, "--text") }

    func run(in session: Session) throws -> ExitStatus {
        let isEffective = effect == .effective
        var draft = step.draft(.effectVerified, text ?? (isEffective ? "effective" : "not effective"))
        draft.isEffective = isEffective
        return try session.advance(id, [draft])
    }
}
