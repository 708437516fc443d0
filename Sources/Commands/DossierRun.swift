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
        if exitCode(for: error).isSuccess {
            try session.console.page(
                fullMessage(for: error, columns: min(session.console.width ?? 80, 100)).trimmingLineFeeds)
            return .done
        }
        try CommandNames.refuseUnknown(arguments.first)
        let command = arguments.prefix(1).filter { CommandNames.top.contains($0) }
        throw Failure(
            .usage, message(for: error).onOneLine.loweringFirst,
            hint: (["dossier"] + command + ["--help"]).joined(separator: " "))
    }

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
}

extension CommandNames {
    /// Refuses a word that is no command, with the nearest one.
    static func refuseUnknown(_ word: String?) throws {
        guard let word, !word.hasPrefix("-"), word != "help", !top.contains(word) else { return }
        let near = top.min { EditDistance.between($0, word) < EditDistance.between($1, word) }
        let isNear = near.map { EditDistance.between($0, word) <= 3 } ?? false
        throw Failure(
            .usage, "no command \"\(word)\"", hint: isNear ? "dossier \(near ?? "")" : "dossier --help")
    }
}

extension String {
    /// The parser lists the words that it knows a line each.
    fileprivate var onOneLine: String {
        let words = split(separator: "\n").map(\.trimmed)
        let listed = words.dropFirst().map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 }
        guard let first = words.first, !listed.isEmpty else { return self }
        return first.replacing(". Please provide one of the following:", with: "; known:")
            + " " + listed.joined(separator: ", ")
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
