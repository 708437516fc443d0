import ChildProcesses
import Glibc

/// The programs that are measured and the folder in which they work.
struct Tools {
    let program: String
    let folder: String
    private let environment: [String: String]

    init(program: String, folder: String) throws {
        self.program = program
        self.folder = folder
        environment = [
            "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
            "DOSSIER_TODAY": "2026-11-22", "DOSSIER_ACTOR": "bench",
        ]
        guard mkdir(folder, 0o700) == 0 else { throw Failed(command: "mkdir \(folder)", told: "") }
    }

    struct Failed: Error {
        let command: String
        let told: String
    }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Runs the measured program; it must succeed, or answer with no where that is what it is asked.
    @discardableResult
    func dossier(_ arguments: [String], in directory: String? = nil, mayAnswerNo: Bool = false) throws
        -> Measurement
    {
        try measure(program, arguments, in: directory, statuses: mayAnswerNo ? [0, 1] : [0])
    }

    /// As `dossier`, its output dropped: what this process kept of a long one would count as memory of the next program.
    func discarding(_ arguments: [String], in directory: String) throws -> Measurement {
        try measure("/bin/sh", ["-c", "exec \"$@\" > /dev/null", "sh", program] + arguments, in: directory)
    }

    /// A script of the shell that must succeed.
    @discardableResult
    func shell(_ script: String, _ arguments: [String] = []) throws -> Measurement {
        try measure("/bin/sh", ["-c", script, "sh"] + arguments, in: folder)
    }

    @discardableResult
    func measure(
        _ program: String, _ arguments: [String], in directory: String? = nil, statuses: [Int32] = [0]
    ) throws -> Measurement {
        let outcome = try ChildProcess(
            program, arguments, environment: environment, directory: directory, limit: 3600
        ).run()
        guard statuses.contains(outcome.status) else {
            throw Failed(
                command: ([program] + arguments.prefix(5)).joined(separator: " "),
                told: "exit \(outcome.status) \(outcome.errors.prefix(2000))")
        }
        return Measurement(seconds: outcome.seconds, peakMemory: outcome.peakMemory, output: outcome.output)
    }

    /// The full path of a program, or nil where it is not installed.
    func location(_ name: String) -> String? {
        try? shell("command -v \"$1\"", [name]).firstLine
    }

    /// The full path of a file below the folder in which this program was started; nil where there is none.
    func absolute(_ path: String) -> String? {
        guard access(path, X_OK) == 0, let here = getcwd(nil, 0) else { return nil }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }

    func remove(_ name: String) throws {
        try shell("cd / && rm -rf \"$1\"", [name == "." ? folder : path(name)])
    }

    /// Lets the disk finish what earlier runs left to write.
    func settle() throws { try shell("sync -f .") }
}

/// One run of a program.
struct Measurement {
    let seconds: Double
    /// Octets.
    let peakMemory: Int
    var output = ""

    var firstLine: String { output.split(separator: "\n").first.map(String.init) ?? "" }
}

extension [Measurement] {
    /// The median time with the largest memory.
    var median: Measurement {
        let times = map(\.seconds).sorted()
        return Measurement(
            seconds: times.isEmpty ? 0 : times[times.count / 2], peakMemory: map(\.peakMemory).max() ?? 0)
    }
}
