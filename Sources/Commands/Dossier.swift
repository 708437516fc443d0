import ArgumentParser

/// The program: its commands in the order in which a quality manager meets them.
public struct Dossier: ParsableCommand {
    /// The version that `--version` prints and bundles name.
    static let version = "0.1.0"

    /// The program's name, its help and its commands by group.
    public static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Keeps the evidence behind management-system certificates.",
        discussion: """
            A register catalogues documents against the clauses of standards such as
            ISO/IEC 20000-1, says what is missing on a day, and packs an evidence
            bundle that a certification body can check without this program.

            Begin with: dossier init --organization "Your company" --standard 20000-1
            Topics: dossier help formats, dossier help kinds, dossier help exit-codes
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Start", subcommands: [InitCommand.self, StandardCommand.self, StatusCommand.self]),
            CommandGroup(
                name: "Catalogue",
                subcommands: [
                    AddCommand.self, ReviseCommand.self, RequestCommand.self, LinkCommand.self,
                    UnlinkCommand.self, ReviewCommand.self, ApproveCommand.self,
                    RetireCommand.self, ImportCommand.self, RefreshCommand.self, ListCommand.self,
                    ShowCommand.self,
                    SearchCommand.self, SuggestCommand.self,
                ]),
            CommandGroup(
                name: "Readiness",
                subcommands: [
                    GapCommand.self, CheckCommand.self, AssessCommand.self, SoACommand.self,
                    CreditCommand.self,
                    DraftCommand.self,
                ]),
            CommandGroup(
                name: "Cycle",
                subcommands: [
                    CertificateCommand.self, AuditCommand.self, FindingCommand.self, CycleCommand.self,
                    ProfileCommand.self, DueCommand.self, RemindCommand.self, SnoozeCommand.self,
                    CalendarCommand.self,
                ]),
            CommandGroup(
                name: "Bundle",
                subcommands: [
                    PackCommand.self, VerifyCommand.self, UnpackCommand.self, InspectCommand.self,
                    DiffCommand.self,
                    BundleCommand.self,
                ]),
            CommandGroup(name: "Record", subcommands: [LogCommand.self, ExportCommand.self]),
        ])

    /// The program before its arguments are read.
    public init() {}
}
