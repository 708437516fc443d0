import ArgumentParser
import Certification

/// `dossier soa exclude CONTROL...`
struct SoAExclude: Command {
    static let configuration = CommandConfiguration(
        "exclude", "Say that controls do not apply, and why.",
        detail: """
            An excluded control needs no evidence and counts no longer in `dossier gap`. Its owner stays.
            `dossier soa include` takes the exclusion back.
            """,
        examples: [
            "dossier soa exclude A.7.4 --reason \"no premises of our own\"",
            "dossier soa exclude 27001:A.8.25 27001:A.8.28 --reason \"no development\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The controls.")
    var controls: [String]

    @Option(help: "Why they do not apply.")
    var reason: String

    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(reason, "--reason") }

    func run(in session: Session) throws -> ExitStatus {
        try session.restate(controls) { $0.excluding(because: reason.trimmed) }
    }
}
