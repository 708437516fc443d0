import CSystemCalls
import Certification
import Glibc

/// A content written into an intake folder: whole, but not yet under its name in the vault.
struct VaultDraft: Sendable {
    let path: String
    let content: VaultContent

    /// Copies `source` to `path` while its fingerprint is computed.
    init(of source: IntakeSource, at path: String, progress: (Int) -> Void) throws(IntakeError) {
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

    /// Gives the content its name; a content that is there already stays.
    func settle(in vault: Vault) throws(IntakeError) {
        if vault.holds(content.fingerprint, size: content.size) { return }
        mkdir(vault.folder(of: content.fingerprint), 0o777)
        guard rename(path, vault.location(of: content.fingerprint)) == 0 else {
            throw IntakeError(path: vault.location(of: content.fingerprint), operation: "rename", code: errno)
        }
    }
}
