import Glibc
import Subprocess

/// A program of OpenSSH. Nothing of a stranger and no secret stands in its arguments: only names of files and of people
/// that the user wrote.
struct SSHProgram {
    private let name: String
    private let environment: [String: String]
    /// Whether a person sees what the program says on standard error, such as to touch a key.
    private let isWatched: Bool

    /// How it ended.
    struct Outcome {
        /// The exit status; 128 and the signal where a signal ended it.
        let status: Int32
        let output: String
        /// The first line of its complaint; empty where a person saw it.
        let complaint: String

        /// Why it did not do what it was asked.
        func reason(_ name: String) -> String {
            complaint.isEmpty ? "\(name) ended with \(status)" : complaint
        }
    }

    /// What it reads.
    enum Input {
        /// The terminal, at which it may ask for a passphrase.
        case terminal
        case octets([UInt8])
    }

    /// Octets of its output at the most.
    private static let limit = 1 << 20
    private static let usualPath = "/usr/local/bin:/usr/bin:/bin"

    /// Refused where there is no such program on the session's path; `purpose` says what it is for.
    init(_ name: String, for purpose: String, in session: Session) throws {
        let path = session.environment["PATH"] ?? Self.usualPath
        guard path.split(separator: ":").contains(where: { access("\($0)/\(name)", X_OK) == 0 }) else {
            throw Failure(
                .programMissing, "\(name) is needed \(purpose), and was not found",
                hint: "apt install openssh-client")
        }
        self.name = name
        environment = session.environment.merging(["PATH": path]) { $1 }
        isWatched = session.console.isInteractive
    }

    /// Runs it to its end; a person may take all the time that it takes to find the passphrase.
    func run(_ arguments: [String], _ input: Input) throws -> Outcome {
        // A program that reads nothing must not end this one.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        let result = Waiting.value { () -> Result<Outcome, Failure> in
            do { return .success(try await launch(arguments, input)) } catch {
                return .failure(Failure(.inputOutput, "\(name) could not be run: \(error)"))
            }
        }
        guard let result else { throw Failure(.inputOutput, "\(name) could not be run") }
        return try result.get()
    }

    private func launch(_ arguments: [String], _ input: Input) async throws -> Outcome {
        switch input {
        case .octets(let octets): try await launch(arguments, ProgramInput(octets: octets))
        case .terminal where isWatched: try await launchWatched(arguments)
        case .terminal: try await launch(arguments, .currentStandardInput)
        }
    }

    private func launch(_ arguments: [String], _ input: some InputProtocol) async throws -> Outcome {
        let result = try await Subprocess.run(
            .name(name), arguments: Arguments(arguments), environment: .custom(environment.named),
            input: input, output: .string(limit: Self.limit), error: .string(limit: Self.limit))
        return Outcome(
            status: result.terminationStatus.code, output: result.standardOutput,
            complaint: result.standardError.firstLine)
    }

    private func launchWatched(_ arguments: [String]) async throws -> Outcome {
        let result = try await Subprocess.run(
            .name(name), arguments: Arguments(arguments), environment: .custom(environment.named),
            input: .currentStandardInput, output: .string(limit: Self.limit), error: .currentStandardError)
        return Outcome(
            status: result.terminationStatus.code, output: result.standardOutput, complaint: "")
    }
}

extension TerminationStatus {
    /// As a shell says it.
    fileprivate var code: Int32 {
        switch self {
        case .exited(let code): code
        case .signaled(let code): 128 + code
        }
    }
}

extension [String: String] {
    /// As the library names variables.
    fileprivate var named: [Environment.Key: String] { mapped.compactMapValues(\.self) }
}
