import ArgumentParser
import Certification

/// `dossier soa include CONTROL...`
struct SoAInclude: Command {
    static let configuration = CommandConfiguration(
        "include", "Take exclusions of controls back, or say why controls apply.",
        detail: """
            Every control applies without being told to. A reason of your own takes the place of the usual one;
            an empty reason brings the usual one back.
            """,
        examples: [
            "dossier soa include A.7.4",
            "dossier soa include A.5.34 --reason \"demanded by data protection law\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The controls.")
    var controls: [String]

    @Option(help: "Why they apply.")
    var reason: String?

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.restate(controls) { $0.including(because: reason?.trimmed) }
    }
}
