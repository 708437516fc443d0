import Certification
import Foundation
import Store

extension Session {
    /// Takes files that a person named into the vault. All of them, or none becomes evidence: every file that
    /// cannot be taken is named.
    func take(_ paths: [String], allowEmpty: Bool, into register: Register) throws -> [VaultContent] {
        let results = try intake(
            paths.map { IntakeSource(path: absolute($0), followLink: true) }, into: register)
        var contents: [VaultContent] = []
        var failures: [Failure] = []
        for (path, result) in zip(paths, results) {
            switch result {
            case .success(let content) where content.size == 0 && !allowEmpty:
                failures.append(
                    Failure(
                        .unusableData, "\(path) is empty (0 bytes)",
                        hint: "take it all the same with --allow-empty"))
            case .success(let content): contents.append(content)
            case .failure(let error):
                failures.append(Failure(translating: error).speaking(of: path, for: absolute(path)))
            }
        }
        guard let last = failures.last else { return contents }
        for failure in failures.dropLast() { console.talk("dossier: error: \(failure.message)") }
        throw last
    }

    /// Takes files in and shows progress; a file that cannot be taken is a result.
    func intake(_ sources: [IntakeSource], into register: Register) throws -> [Result<
        VaultContent, IntakeError
    >] {
        try withProgress(of: sources) { progress in
            try register.vault.take(sources, nonce: random(), progress: progress)
        }
    }

    /// Reads files and shows how far it is, by their octets.
    func withProgress<Value>(
        of sources: [IntakeSource], _ read: (@escaping @Sendable (Int) -> Void) throws -> Value
    )
        rethrows -> Value
    {
        let total = sources.reduce(0) { $0 + fileSize($1.path) }
        let progress = ProgressLine("reading", total: total, console: console)
        defer { progress.finish() }
        return try read { progress.advance($0) }
    }

    private func fileSize(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
