import ArgumentParser
import Certification

/// A command of dossier. Its `run` reads as a few sentences: open, ask, decide, show.
protocol Command: ParsableCommand {
    var global: GlobalOptions { get }

    /// Does the work in a session whose folder and day the global options have set.
    func run(in session: Session) throws -> ExitStatus
}

extension CommandConfiguration {
    /// The configuration of a command: what it does, examples, and the exit statuses that it uses.
    init(
        _ name: String, _ abstract: String, detail: String = "", examples: [String] = [],
        statuses: [ExitStatus] = [], subcommands: [any ParsableCommand.Type] = [],
        defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) {
        let used = ([.done, .usage] + statuses).sorted { $0.rawValue < $1.rawValue }
        let sections = [
            // One paragraph: it is wrapped where it is shown.
            detail.replacing("\n", with: " "),
            examples.isEmpty ? "" : "EXAMPLES\n" + examples.map { "  " + $0 }.joined(separator: "\n"),
            subcommands.isEmpty
                ? "EXIT STATUS\n" + used.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
                : "",
        ]
        self.init(
            commandName: name, abstract: abstract,
            discussion: sections.filter { !$0.isEmpty }.joined(separator: "\n\n"), subcommands: subcommands,
            defaultSubcommand: defaultSubcommand)
    }
}
