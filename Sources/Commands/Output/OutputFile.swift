import Foundation

/// A file that a command writes for its user: whole under its name, or not at all.
struct OutputFile {
    /// Where it goes.
    let path: String
    /// The path in the user's words.
    let shown: String
    let overwrite: Bool

    /// Writes the octets beside the final name and renames; a file that is there already stays, unless it may be
    /// replaced.
    func write(_ octets: [UInt8], nonce: UInt64) throws {
        guard overwrite || access(path, F_OK) != 0 else { throw exists }
        let beside = path.parentFolder.joined(".dossier-partial-" + String(nonce, radix: 16))
        defer { unlink(beside) }
        try fill(beside, octets)
        try giveName(beside)
    }

    private func fill(_ beside: String, _ octets: [UInt8]) throws {
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(.cannotCreate, errno) }
        defer { close(descriptor) }
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw failure(.inputOutput, errno)
            }
        }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(.inputOutput, errno) }
    }

    private func giveName(_ beside: String) throws {
        if !overwrite {
            if link(beside, path) == 0 { return }
            if errno == EEXIST || access(path, F_OK) == 0 { throw exists }
            // File systems without hard links, such as FAT, are left to the renaming.
        }
        guard rename(beside, path) == 0 else { throw failure(.cannotCreate, errno) }
    }

    private var exists: Failure {
        Failure(
            .cannotCreate, "\(shown) exists already",
            hint: "choose another name, or replace it with --overwrite")
    }

    private func failure(_ status: ExitStatus, _ code: Int32) -> Failure {
        Failure(status, "cannot write \(shown): \(reason(code))")
    }
}
