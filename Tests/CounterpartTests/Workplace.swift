import ChildProcesses
import Foundation
import Testing

/// A temporary folder in which the real program runs in an environment of its own, and is gone afterwards.
final class Workplace: Sendable {
    let folder: String
    private let isKept: Bool

    /// A new folder or, where it is to be looked at after the tests, a given one, which is wiped first.
    init(keptAt kept: String? = nil) throws {
        isKept = kept != nil
        folder = kept ?? NSTemporaryDirectory() + "dossier-" + UUID().uuidString
        if isKept { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        // The vault's files are read-only, its folders are not.
        if !isKept { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// The day on which the samples are looked at.
    static let today = "2026-11-22"

    /// The root of the package.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The program that the same build made as the running tests.
    static let program: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("dossier").path
    }()

    static let samples = root + "/samples"

    func path(_ name: String) -> String { folder + "/" + name }

    /// Runs `dossier` with nothing in its environment but the day, who acts, and what is said here.
    func dossier(
        _ arguments: String..., in directory: String = "", environment: [String: String] = [:],
        limit: Double = 120
    ) throws -> ChildProcess.Outcome {
        try dossier(arguments, in: directory, environment: environment, limit: limit)
    }

    func dossier(
        _ arguments: [String], in directory: String = "", environment: [String: String] = [:],
        limit: Double = 120
    ) throws -> ChildProcess.Outcome {
        try process(arguments, in: directory, environment: environment, limit: limit).run()
    }

    func process(
        _ arguments: [String], in directory: String = "", environment: [String: String] = [:],
        limit: Double = 120
    ) -> ChildProcess {
        let own = ["DOSSIER_TODAY": Self.today, "DOSSIER_ACTOR": "quality manager"]
        return ChildProcess(
            Self.program, arguments, environment: own.merging(environment) { $1 }, directory: path(directory),
            limit: limit)
    }

    /// Runs `dossier` as part of a test's preparation: it must succeed.
    @discardableResult
    func require(
        _ arguments: String..., in directory: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ChildProcess.Outcome {
        try require(arguments, in: directory, sourceLocation: sourceLocation)
    }

    @discardableResult
    func require(
        _ arguments: [String], in directory: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ChildProcess.Outcome {
        let outcome = try dossier(arguments, in: directory)
        try #require(
            outcome.status == 0, "dossier \(arguments): \(outcome.errors)", sourceLocation: sourceLocation)
        return outcome
    }

    /// A script of bash, for what the shell does best: limits and masks. `$0` is the program.
    func bash(
        _ script: String, _ arguments: String..., in directory: String = "",
        environment: [String: String] = [:]
    ) throws -> ChildProcess.Outcome {
        let own = [
            "DOSSIER_TODAY": Self.today, "DOSSIER_ACTOR": "quality manager", "PATH": Counterpart.searchPath,
        ]
        return try ChildProcess(
            "/bin/bash", ["-c", script, Self.program] + arguments,
            environment: own.merging(environment) { $1 },
            directory: path(directory)
        ).run()
    }

    /// The sample provider's register in the folder `register`.
    func makeSampleRegister() throws {
        try require("init", "register", "--organization", "Northwind Hosting Ltd", "--standard", "20000-1")
        try require("import", Self.samples + "/register.csv", in: "register")
    }

    func write(_ octets: some Sequence<UInt8>, to name: String) throws {
        try Data(octets).write(to: URL(fileURLWithPath: path(name)))
    }

    func names(in name: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
    }
}

/// Octets that look like noise and are the same in every run.
struct Noise: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Marsaglia's xorshift64*.
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    mutating func octets(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count + 8) { buffer, initialized in
            for offset in stride(from: 0, to: count, by: 8) {
                UnsafeMutableRawBufferPointer(buffer).storeBytes(
                    of: next(), toByteOffset: offset, as: UInt64.self)
            }
            initialized = count
        }
    }
}
