import ArgumentParser
import Certification

/// `dossier soa assign CONTROL... --owner ROLE`
struct SoAAssign: Command {
    static let configuration = CommandConfiguration(
        "assign", "Say who answers for controls.",
        detail: "A heading stands for the controls below it. An empty owner takes the owner away.",
        examples: [
            "dossier soa assign A.5.1 A.5.2 --owner CISO",
            "dossier soa assign A.7 --owner \"Facility manager\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The controls, or headings.")
    var controls: [String]

    @Option(help: ArgumentHelp("The role or person.", valueName: "role"))
    var owner: String

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.restate(controls, takesHeadings: true) { $0.owned(by: owner.trimmed) }
    }
}
