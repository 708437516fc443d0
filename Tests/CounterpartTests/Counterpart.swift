import ChildProcesses
import Foundation
import Testing

/// Somebody else's program that judges what ours wrote.
enum Counterpart: String {
    case unzip
    case sevenZip = "7z"
    case sha256sum
    case tar, gzip, zstd
    case faketime
    case chromium
    case calcurse
    case msmtp
    case sshKeygen = "ssh-keygen"
    case openssl
    case pdftotext, pdfinfo
    case systemdAnalyze = "systemd-analyze"
    /// The Python of the project's own folder, with bagit, bagit-profile, jsonschema, check-jsonschema, icalendar, vobject,
    /// ics and axe-core; see scripts/install-dependencies.
    case python

    static let searchPath = "/usr/local/bin:/usr/bin:/bin"

    /// Where it lies, or nil when it is not installed.
    var location: String? {
        let places =
            switch self {
            case .python: [Workplace.root + "/.build-ci/python/bin/python"]
            // Debian 12 has it by this other name.
            case .sevenZip: ["7z", "7zz"].flatMap(Self.places)
            case .chromium: ["chromium", "chromium-browser", "google-chrome"].flatMap(Self.places)
            default: Self.places(of: rawValue)
            }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func places(of name: String) -> [String] {
        searchPath.split(separator: ":").map { "\($0)/\(name)" }
    }

    /// True when it is there. Under CI a missing counterpart is a failure; elsewhere the test says that it skips.
    func isThere(sourceLocation: SourceLocation = #_sourceLocation) -> Bool {
        if location != nil { return true }
        let why = "\(rawValue) is not installed; make counterparts"
        if ProcessInfo.processInfo.environment["CI"] != nil {
            Issue.record("\(why)", sourceLocation: sourceLocation)
        } else {
            print("skipped: \(why)")
        }
        return false
    }

    /// A run of it in a folder.
    func process(_ arguments: [String], in directory: String) -> ChildProcess {
        ChildProcess(
            location ?? rawValue, arguments,
            environment: ["PATH": Self.searchPath, "HOME": directory, "LC_ALL": "C.UTF-8"],
            directory: directory)
    }

    func run(_ arguments: [String], in directory: String) throws -> ChildProcess.Outcome {
        try process(arguments, in: directory).run()
    }

    /// Runs one of the tests' own scripts.
    static func script(_ name: String, _ arguments: [String], in directory: String) throws
        -> ChildProcess.Outcome
    {
        try python.run(
            [Workplace.root + "/Tests/CounterpartTests/Scripts/" + name] + arguments, in: directory)
    }
}

extension ChildProcess.Outcome {
    /// Everything that was said, for the message of a failed expectation.
    var told: Comment { "exit \(status)\n\(output)\n\(errors)" }
}
