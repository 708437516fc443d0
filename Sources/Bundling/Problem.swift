/// Something that is wrong, or worth knowing, about a bundle.
public struct Problem: Hashable, Sendable, Codable {
    /// Whether the bundle can still be called valid.
    public enum Severity: String, Hashable, Sendable, Codable {
        case error, warning
    }

    /// An error makes the bundle invalid.
    public let severity: Severity
    /// A stable word for programs: `checksum-mismatch`.
    public let code: String
    /// From the base folder; a refused name as it stands in the archive; empty when the whole is meant.
    public let path: String
    /// For people, lower-case.
    public let message: String

    init(_ code: Code, _ path: String = "", _ message: String) {
        severity = code.severity
        self.code = code.rawValue
        self.path = path
        self.message = message.escapedForDisplay
    }
}

extension Problem: CustomStringConvertible {
    /// `error: data/a.txt: checksum-mismatch: ...`, with invisible characters escaped.
    public var description: String {
        "\(severity.rawValue): \(path.isEmpty ? "" : path.escapedForDisplay + ": ")\(message)"
    }
}

extension Problem {
    /// Every kind of problem. The words are part of the interface and never change their meaning.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        // The archive
        case notABundle = "not-a-bundle"
        case archiveDamaged = "archive-damaged"
        case archiveContradictory = "archive-contradictory"
        case entryMethodUnknown = "entry-method-unknown"
        case nameUndeclared = "name-undeclared"
        case entryEncrypted = "entry-encrypted"
        case entryNotAFile = "entry-not-a-file"
        case entryModeUnusual = "entry-mode-unusual"
        case nameForbidden = "name-forbidden"
        case nameDuplicate = "name-duplicate"
        case nameFileAndFolder = "name-file-and-folder"
        case nameClash = "name-clash"
        case baseFolderMissing = "base-folder-missing"
        case baseFolderSeveral = "base-folder-several"
        case tooManyEntries = "too-many-entries"
        case tooLarge = "too-large"
        case tagFileTooLarge = "tag-file-too-large"
        case fileUnreadable = "file-unreadable"

        // The bag
        case declarationMissing = "bagit-missing"
        case declarationMalformed = "bagit-malformed"
        case versionUnsupported = "version-unsupported"
        case encodingUnsupported = "encoding-unsupported"
        case encodingBroken = "encoding-broken"
        case byteOrderMark = "byte-order-mark"
        case payloadFolderMissing = "payload-folder-missing"
        case manifestMissing = "manifest-missing"
        case manifestMalformed = "manifest-malformed"
        case manifestPathForbidden = "manifest-path-forbidden"
        case manifestPathRepeated = "manifest-path-repeated"
        case manifestLineRepeated = "manifest-line-repeated"
        case manifestAlgorithmUnsupported = "manifest-algorithm-unsupported"
        case manifestAlgorithmWeak = "manifest-algorithm-weak"
        case manifestBinaryMark = "manifest-binary-mark"
        case manifestPathDot = "manifest-path-dot"
        case manifestNameRaw = "manifest-name-raw"
        case manifestNameNormalized = "manifest-name-normalized"
        case manifestNameCase = "manifest-name-case"
        case systemFileMissing = "system-file-missing"
        case fileMissing = "file-missing"
        case payloadUnlisted = "payload-unlisted"
        case checksumMismatch = "checksum-mismatch"
        case tagManifestMissing = "tagmanifest-missing"
        case tagManifestIncomplete = "tagmanifest-incomplete"
        case tagFileUnlisted = "tag-file-unlisted"
        case infoMalformed = "bag-info-malformed"
        case payloadOxumMismatch = "payload-oxum-mismatch"
        case fetchNotDone = "fetch-not-done"
        case fetchUnlisted = "fetch-unlisted"
        case fetchMalformed = "fetch-malformed"
        case fetchPresent = "fetch-present"

        // The signature and the time stamp
        case signatureMalformed = "signature-malformed"
        case signatureBroken = "signature-broken"
        case timestampMalformed = "timestamp-malformed"
        case timestampMismatch = "timestamp-mismatch"

        /// What the specification forbids, or what cannot be checked, is an error.
        public var severity: Severity {
            switch self {
            case .entryModeUnusual, .nameClash, .nameUndeclared, .manifestAlgorithmWeak, .manifestBinaryMark,
                .manifestPathDot, .manifestLineRepeated, .manifestNameRaw, .manifestNameNormalized,
                .manifestNameCase, .systemFileMissing, .tagManifestMissing, .tagFileUnlisted,
                .fetchPresent:
                .warning
            default: .error
            }
        }
    }
}
