import Glibc
import Subprocess

/// A command line of the user's own, such as `sendmail -t -oi`, that is handed octets on its standard input.
struct ShellCommand {
    /// Passed to `/bin/sh -c`, which the user wrote and dossier does not change.
    let line: String
    /// Added to the environment: nothing from a stranger ever stands in the command line.
    let variables: [String: String]

    /// Seconds after which a command that does not end is ended.
    static let patience = 60
    /// Octets of its complaint at the most; of a command that says more nobody knows how it ended.
    private static let complaintLimit = 1 << 20

    /// How it ended.
    struct Outcome {
        /// The exit status; 128 and the signal where a signal ended it, as a shell says it.
        let status: Int32
        /// The first line of its complaint.
        let complaint: String

        /// What a shell says of a command that it cannot run.
        static let broken: Int32 = 126
    }

    /// Runs it to its end with these octets as standard input. What it says on standard output is dropped.
    ///
    /// The calling thread waits, so it must be none of the few that all tasks share: the command needs one of them.
    func run(_ input: [UInt8]) -> Outcome {
        // A command that reads nothing must not end this program.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        return Waiting.value { await outcome(input) }
            ?? Outcome(status: Outcome.broken, complaint: "it could not be started")
    }

    private func outcome(_ input: [UInt8]) async -> Outcome {
        do {
            return try await launch(input)
        } catch {
            return Outcome(status: Outcome.broken, complaint: "\(error)")
        }
    }

    private func launch(_ input: [UInt8]) async throws -> Outcome {
        let result = try await Subprocess.run(
            .name("sh"),
            arguments: ["-c", "exec timeout -k 5 \(Self.patience) /bin/sh -c \"$1\"", "sh", line],
            environment: .inherit.updating(variables.mapped), input: ProgramInput(octets: input),
            output: .discarded,
            error: .string(limit: Self.complaintLimit))
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let code): 128 + code
            }
        return Outcome(status: status, complaint: result.standardError.firstLine)
    }
}

extension [String: String] {
    /// As the library names variables.
    var mapped: [Environment.Key: String?] {
        Dictionary<Environment.Key, String?>(
            uniqueKeysWithValues: compactMap { name, value in
                Environment.Key(rawValue: name).map { ($0, value) }
            })
    }
}
