import ArgumentParser
import Reporting

/// `dossier bundle profile`
struct BundleProfileCommand: Command {
    static let configuration = CommandConfiguration(
        "profile", "Print the BagIt profile of our bundles.",
        detail: """
            What every bundle of this release has and may have, as BagIt Profiles 1.4 describes it, in JSON: for programs
            that take bags in. Needs no register.
            """,
        examples: ["dossier bundle profile"])

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let profile = ShippedTemplate.bytes("bundle/bagit-profile.json") ?? []
        try session.console.out(profile)
        return .done
    }
}
