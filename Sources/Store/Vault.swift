import Certification
import Foundation
import Glibc

/// The folder of contents, each named by its SHA-256: `ab/abcdef...`, read-only, stored once.
public struct Vault: Hashable, Sendable {
    /// The folder's path.
    public let path: String

    /// A vault in a folder, whether it exists or not.
    public init(path: String) { self.path = path }

    /// Where the content with this fingerprint lies, or would lie.
    public func location(of fingerprint: Fingerprint) -> String {
        folder(of: fingerprint).appendingPathComponent(fingerprint.hex)
    }

    func folder(of fingerprint: Fingerprint) -> String {
        path.appendingPathComponent(String(fingerprint.hex.prefix(2)))
    }

    /// Where files are written before they have a name.
    var incoming: String { path.appendingPathComponent("incoming") }

    /// Whether a content of this size lies in its place. Says nothing of its octets.
    public func holds(_ fingerprint: Fingerprint, size: Int) -> Bool {
        var status = stat()
        return lstat(location(of: fingerprint), &status) == 0
            && status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) == size
    }
}

/// A file's content as the vault knows it.
public struct VaultContent: Hashable, Sendable {
    /// The SHA-256 of the content, which is its name in the vault.
    public let fingerprint: Fingerprint
    /// Octets.
    public let size: Int
    /// When the file that was read had last been changed, in nanoseconds since 1970; nil where nobody looked.
    public let modified: Int?

    /// A content of so many octets.
    public init(fingerprint: Fingerprint, size: Int, modified: Int? = nil) {
        self.fingerprint = fingerprint
        self.size = size
        self.modified = modified
    }
}
