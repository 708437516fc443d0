import Dispatch
import Glibc
import Subprocess
import Synchronization

/// A command line of the user's own, such as `sendmail -t -oi`, that is handed octets on its standard input.
struct ShellCommand {
    /// Passed to `/bin/sh -c`, which the user wrote and dossier does not change.
    let line: String
    /// Added to the environment: nothing from a stranger ever stands in the command line.
    let variables: [String: String]

    /// Seconds after which a command that does not end is ended.
    static let patience = 60
    /// Octets of its complaint that are kept.
    private static let complaintLimit = 4096

    /// How it ended.
    struct Outcome {
        /// The exit status; 128 and the signal where a signal ended it, as a shell says it.
        let status: Int32
        /// The first line of its complaint.
        let complaint: String
    }

    /// Runs it to its end with these octets as standard input. What it says on standard output is dropped.
    func run(_ input: [UInt8]) throws -> Outcome {
        // A command that reads nothing must not end this program.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        let (done, result) = (DispatchSemaphore(value: 0), Result())
        Task.detached {
            do {
                let outcome = try await launch(input)
                result.value.withLock { $0 = .success(outcome) }
            } catch {
                result.value.withLock { $0 = .failure(error) }
            }
            done.signal()
        }
        done.wait()
        guard let value = result.value.withLock({ $0 }) else {
            throw Failure(.inputOutput, "the command could not be started: \(line)")
        }
        return try value.get()
    }

    private final class Result: Sendable {
        let value = Mutex<Swift.Result<Outcome, any Error>?>(nil)
    }

    private func launch(_ input: [UInt8]) async throws -> Outcome {
        let seconds = Self.patience
        let result = try await Subprocess.run(
            .name("sh"), arguments: ["-c", "exec timeout \(seconds) /bin/sh -c \"$1\"", "sh", line],
            environment: .inherit.updating(variables.mapped), input: .array(input), output: .discarded,
            error: .string(limit: Self.complaintLimit))
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let code): 128 + code
            }
        let complaint = result.standardError.split(separator: "\n").first.map(String.init) ?? ""
        return Outcome(status: status, complaint: complaint)
    }
}

extension [String: String] {
    /// As the library names variables.
    fileprivate var mapped: [Environment.Key: String?] {
        Dictionary<Environment.Key, String?>(
            uniqueKeysWithValues: compactMap { name, value in
                Environment.Key(rawValue: name).map { ($0, value) }
            })
    }
}
