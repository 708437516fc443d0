import ArgumentParser

/// The noun `profile`: how certification bodies read the rules of the cycle.
struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "profile", "Show how certification bodies read the rules.",
        detail: """
            The standard leaves some dates to the certification body: windows, times to answer, the last day of a
            certificate. A profile is a small YAML file of these settings; what it does not say is as usual.
            """,
        subcommands: [ProfileList.self, ProfileShow.self, ProfileCheck.self])
}
