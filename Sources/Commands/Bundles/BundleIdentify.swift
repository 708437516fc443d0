import ArgumentParser
import Bundling
import Certification

/// `dossier bundle id BUNDLE`
struct BundleIdentify: Command {
    static let configuration = CommandConfiguration(
        "id", "Print what a bundle is known by, and nothing else.",
        detail: """
            The SHA-256 of tagmanifest-sha256.txt, as `sha256sum` prints it. Nothing else is checked; `dossier verify` does
            that. Needs no register.
            """,
        examples: ["dossier bundle id bundle.zip"],
        statuses: [.unusableData, .cannotCreate, .notFound, .inputOutput, .notPermitted])

    @Argument(help: "The archive, or the folder with bagit.txt in it.")
    var bundle: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let inspection = try BundleInspection.inspect(
            path: session.absolute(bundle),
            key: passphrase.key(to: bundle, in: session, folder: session.temporaryFolder))
        guard let id = inspection.bundleID else {
            throw Failure(.unusableData, "\(bundle) has no tagmanifest-sha256.txt, so no identifier")
        }
        try session.console.say(id.hex)
        return .done
    }
}
