import ArgumentParser
import Certification

extension Dossier {
    /// Runs the program on a command line and answers with its exit status.
    public static func run(_ arguments: [String], session: Session) -> Int32 {
        let arguments = GlobalOptions.behindCommand(arguments)
        do {
            if let topic = HelpTopic(arguments) {
                try session.console.page(topic.text)
                return ExitStatus.done.rawValue
            }
            return try parseAndRun(arguments, session: session).rawValue
        } catch {
            return report(Failure(translating: error), session).rawValue
        }
    }

    private static func parseAndRun(_ arguments: [String], session: Session) throws -> ExitStatus {
        let command: any Command
        do {
            var parsed = try parseAsRoot(arguments)
            guard let parsedCommand = parsed as? any Command else {
                // Help, and nouns without a verb: to run them is to throw what they have to say.
                try parsed.run()
                return .done
            }
            command = parsedCommand
        } catch {
            return try showParserMessage(error, arguments, session)
        }
        return try command.run(in: session.with(command.global))
    }

    /// What the parser has to say: help and version are results, everything else is an error.
    private static func showParserMessage(_ error: any Error, _ arguments: [String], _ session: Session)
        throws
        -> ExitStatus
    {
        if arguments.first == "help" { try CommandNames.refuseUnknown(arguments.dropFirst().first) }
        if exitCode(for: error).isSuccess {
            try session.console.page(
                fullMessage(for: error, columns: min(session.console.width ?? 80, 100)).trimmingLineFeeds)
            return .done
        }
        try CommandNames.refuseUnknown(arguments.first)
        let command = arguments.prefix(1).filter { CommandNames.top.contains($0) }
        let message = message(for: error).onOneLine.loweringFirst
        throw Failure(
            .usage, message,
            hint: Self.forms.first { message.hasSuffix("<\($0.key)>'") }?.value
                ?? (["dossier"] + command + ["--help"]).joined(separator: " "))
    }

    /// How values are written, by their names in the help.
    private static let forms = [
        "day": "a day is written YYYY-MM-DD: 2026-11-22", "months": "an interval is written 12m or 1y",
        "days": "the days of an audit are written 2027-04-20..2027-04-21, or 2027-04-20",
        "period": "a period is written 2026-06, 2026 or 2026-06-01..2026-06-30",
    ]

    private static func report(_ failure: Failure, _ session: Session) -> ExitStatus {
        session.console.talk("dossier: error: \(failure.message)")
        if let hint = failure.hint { session.console.talk("dossier: hint: \(hint)") }
        return failure.status
    }
}

extension Session {
    /// This session as the global options of a command change it.
    func with(_ options: GlobalOptions) throws -> Session {
        var session = self
        if let folder = options.directory { session.directory = absolute(folder) }
        if let today = options.today { session.environment["DOSSIER_TODAY"] = today.description }
        session.console.quiet = options.quiet
        return session
    }
}

/// The commands that can be typed first.
enum CommandNames {
    static var top: [String] {
        Dossier.configuration.groupedSubcommands.flatMap(\.subcommands).compactMap {
            $0.configuration.commandName
        }
    }

    /// Refuses a word that is no command, with the nearest one.
    static func refuseUnknown(_ word: String?) throws {
        guard let word, !word.hasPrefix("-"), word != "help", !top.contains(word) else { return }
        let near = top.min { EditDistance.between($0, word) < EditDistance.between($1, word) }
        let isNear = near.map { EditDistance.between($0, word) <= 2 } ?? false
        throw Failure(
            .usage, "no command \"\(word)\"", hint: isNear ? "dossier \(near ?? "")" : "dossier --help")
    }
}

extension String {
    /// The parser lists the words that it knows a line each.
    fileprivate var onOneLine: String {
        let words = split(separator: "\n").map(\.trimmed)
        let listed = words.dropFirst().map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 }
        guard let first = words.first else { return self }
        let line = first.replacing(". Please provide one of the following:", with: "; known:")
            .replacing(". Please provide one of", with: "; known:")
        let unended = line.hasSuffix(".") ? String(line.dropLast()) : line
        return ([unended] + (listed.isEmpty ? [] : [listed.joined(separator: ", ")])).joined(separator: " ")
    }

    /// Parser messages begin with a capital; ours do not.
    fileprivate var loweringFirst: String {
        guard let first, dropFirst().first?.isLowercase == true else { return self }
        return first.lowercased() + dropFirst()
    }

    fileprivate var trimmingLineFeeds: String {
        var text = self
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
