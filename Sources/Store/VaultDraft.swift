import CSystemCalls
import Certification
import Glibc

/// A content written into an intake folder: whole, but not yet under its name in the vault.
struct VaultDraft: Sendable {
    /// Where it lies; in the vault, if that holds it already.
    let path: String
    let content: VaultContent

    /// Copies `source` to `path` while its fingerprint is computed, unless the vault holds it; a file is looked at for that
    /// if its size is one of `sizes`.
    init(
        of source: IntakeSource, at path: String, unlessIn vault: Vault, held sizes: Set<Int>,
        progress: (Int) -> Void
    ) throws(IntakeError) {
        if let content = try Self.content(source, in: vault, sizes) {
            progress(content.size)
            self.init(path: vault.location(of: content.fingerprint), content: content)
        } else {
            try self.init(of: source, at: path, progress: progress)
        }
    }

    private init(path: String, content: VaultContent) {
        self.path = path
        self.content = content
    }

    private init(of source: IntakeSource, at path: String, progress: (Int) -> Void) throws(IntakeError) {
        let output = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        content = try ContentReading.read(source) { octets throws(IntakeError) in
            try output.write(octets)
            progress(octets.count)
        }
        // The disk writes this file while the next one is read; whether it has done so, the intake asks at its end.
        _ = begin_writing_to_disk(output.descriptor)
        try output.check(fchmod(output.descriptor, 0o444), "chmod")
        self.path = path
    }

    /// The content of a file if the vault holds it.
    private static func content(_ source: IntakeSource, in vault: Vault, _ sizes: Set<Int>)
        throws(IntakeError) -> VaultContent?
    {
        var status = stat()
        guard !sizes.isEmpty, lstat(source.path, &status) == 0, sizes.contains(Int(status.st_size)) else {
            return nil
        }
        let content = try ContentReading.read(source) { _ in }
        return vault.holds(content.fingerprint, size: content.size) ? content : nil
    }

    /// Gives the content its name; a content that is there already stays.
    func settle(in vault: Vault) throws(IntakeError) {
        if vault.holds(content.fingerprint, size: content.size) { return }
        mkdir(vault.folder(of: content.fingerprint), 0o777)
        guard rename(path, vault.location(of: content.fingerprint)) == 0 else {
            throw IntakeError(path: vault.location(of: content.fingerprint), operation: "rename", code: errno)
        }
    }
}
