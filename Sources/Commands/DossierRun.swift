import ArgumentParser
import Certification
import Reporting

extension Dossier {
    /// Runs the program on a command line and answers with its exit status.
    public static func run(_ arguments: [String], session: Session) -> Int32 {
        do {
            if let topic = HelpTopic(arguments) {
                try session.console.say(topic.text)
                return ExitStatus.done.rawValue
            }
            return try parseAndRun(arguments, session: session).rawValue
        } catch {
            return report(Failure(translating: error), session).rawValue
        }
    }

    private static func parseAndRun(_ arguments: [String], session: Session) throws -> ExitStatus {
        let parsed: any ParsableCommand
        do {
            parsed = try parseAsRoot(arguments)
        } catch {
            return try showParserMessage(error, arguments, session)
        }
        guard let command = parsed as? any Command else {
            return try showParserMessage(CleanExit.helpRequest(type(of: parsed)), arguments, session)
        }
        return try command.run(in: session.with(command.global))
    }

    /// What the parser has to say: help and version are results, everything else is an error.
    private static func showParserMessage(_ error: any Error, _ arguments: [String], _ session: Session) throws
        -> ExitStatus
    {
        if exitCode(for: error).isSuccess {
            try session.console.say(fullMessage(for: error, columns: session.console.width ?? 100).trimmingLineFeeds)
            return .done
        }
        let command = arguments.prefix { !$0.hasPrefix("-") }.prefix(1)
        throw Failure(
            .usage, message(for: error).replacing("Error: ", with: "").loweringFirst,
            hint: (["dossier"] + command + ["--help"]).joined(separator: " "))
    }

    private static func report(_ failure: Failure, _ session: Session) -> ExitStatus {
        let lines =
            ["dossier: error: \(ShownText.line(failure.message))"]
            + (failure.hint.map { ["dossier: hint: \(ShownText.line($0))"] } ?? [])
        session.console.err(Array(lines.map { $0 + "\n" }.joined().utf8))
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

extension String {
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
