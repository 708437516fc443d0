import ArgumentParser

/// `dossier bundle`
struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "bundle", "The bundles that were packed, and the identifier, the time stamp and the profile of one.",
        subcommands: [
            BundleList.self, BundleIdentify.self, BundleAttachTimestamp.self, BundleProfileCommand.self,
        ])
}
