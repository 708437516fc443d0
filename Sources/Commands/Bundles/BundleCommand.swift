import ArgumentParser

/// `dossier bundle`
struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "bundle", "The identifier, the time stamp and the profile of a bundle.",
        subcommands: [BundleIdentify.self, BundleAttachTimestamp.self, BundleProfileCommand.self])
}
