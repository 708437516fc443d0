import ArgumentParser

/// `dossier bundle`
struct BundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "bundle", "The identifier and the time stamp of a bundle, and the bundles that were packed.",
        subcommands: [BundleIdentify.self, BundleAttachTimestamp.self, BundleList.self])
}
