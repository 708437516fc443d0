import Archive
import Certification
import Glibc

/// Why a bundle could not be packed, read or unpacked.
public enum BundlingError: Error, Hashable, Sendable {
    /// A file or folder could not be read.
    case cannotRead(path: String, reason: String)
    /// A file or folder is there, and this user has no right to read it.
    case notPermitted(path: String)
    /// A file or folder could not be made.
    case cannotWrite(path: String, reason: String)
    /// Writing broke off: the disk is full, or a limit was reached.
    case writingFailed(path: String, reason: String)
    /// Something is already there.
    case destinationExists(path: String)
    /// The register's copy of a payload file is not what was catalogued.
    case fingerprintMismatch(payload: String, expected: Fingerprint, found: Fingerprint)
    /// The register's copy of a payload file is longer or shorter than catalogued.
    case sizeMismatch(payload: String, expected: Int, found: Int)
    /// The register's copy of a payload file cannot be read.
    case vaultUnreadable(payload: String, file: String, reason: String)
    /// A name that not every system can hold.
    case unsafeName(name: String, reason: String)
    /// Two files that some systems cannot tell apart.
    case nameTaken(path: String, other: String)
    /// A line of bag-info.txt that cannot be written.
    case invalidInfo(label: String, reason: String)
    /// No signature over the tag manifest came about.
    case signingFailed(reason: String)
    /// A time stamp that was made for another bundle.
    case foreignTimestamp(path: String)
    /// An archive of a form to which no file is added.
    case notAppendable(path: String)
    /// A part of a bundle that came out larger than it may be.
    case partTooLarge(path: String, octets: Int, limit: Int)
    /// A bag without payload.
    case noPayload
    /// The file is not an archive that Dossier reads.
    case notABundle(path: String)
    /// The archive contradicts itself or is cut off.
    case archiveDamaged(path: String, reason: String)
    /// The bundle is encrypted, and nobody said how it is opened.
    case passphraseNeeded(path: String)
    /// The bundle does not open with this passphrase.
    case passphraseWrong(path: String)

    /// What a failure to read an archive means here.
    init(reading error: ArchiveError) {
        switch error.cause {
        case .notAnArchive: self = .notABundle(path: error.archive)
        case .system where Self.isRefusal(error.code): self = .notPermitted(path: error.archive)
        case .system: self = .cannotRead(path: error.archive, reason: error.message)
        case .damaged, .misuse: self = .archiveDamaged(path: error.archive, reason: error.message)
        }
    }

    /// What the operating system's answer to reading a file or folder means here.
    init(reading path: String, _ fault: SystemFault) {
        self =
            Self.isRefusal(fault.code)
            ? .notPermitted(path: path) : .cannotRead(path: path, reason: fault.message)
    }

    private static func isRefusal(_ code: CInt?) -> Bool { code == EACCES || code == EPERM }
}

extension BundlingError: CustomStringConvertible {
    /// One line: what, of what, why.
    public var description: String { text.escapedForDisplay }

    private var text: String {
        switch self {
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
        case .notPermitted(let path): "\(path) may not be read"
        case .writingFailed(let path, let reason): "writing \(path) failed: \(reason)"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .destinationExists(let path): "\(path) already exists"
        case .fingerprintMismatch(let payload, let expected, let found):
            "\(payload): the stored file has fingerprint \(found.short), catalogued was \(expected.short)"
        case .sizeMismatch(let payload, let expected, let found):
            "\(payload): the stored file has \(found) octets, catalogued were \(expected)"
        case .vaultUnreadable(let payload, let file, let reason): "\(payload): cannot read \(file): \(reason)"
        case .unsafeName(let name, let reason): "unsafe name \(name): \(reason)"
        case .nameTaken(let path, let other): "\(path) and \(other) cannot be told apart on every system"
        case .invalidInfo(let label, let reason): "bag-info.txt cannot hold \(label): \(reason)"
        case .signingFailed(let reason): "the bundle was not signed: \(reason)"
        case .foreignTimestamp(let path): "the time stamp was made for another bundle than \(path)"
        case .notAppendable(let path): "no time stamp can be put into \(path), which is no plain ZIP archive"
        case .partTooLarge(let path, let octets, let limit):
            "\(path) came out with \(octets) octets, more than \(limit)"
        case .noPayload: "nothing to pack"
        case .notABundle(let path): "\(path) is not a bundle"
        case .archiveDamaged(let path, let reason): "\(path) is damaged: \(reason)"
        case .passphraseNeeded(let path): "\(path) is encrypted"
        case .passphraseWrong(let path): "\(path) does not open with this passphrase"
        }
    }
}
