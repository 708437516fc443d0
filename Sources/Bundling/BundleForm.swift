import Archive

/// The archives that a bundle is packed into.
public enum BundleForm: String, CaseIterable, Hashable, Sendable {
    /// What every auditor's computer opens.
    case zip
    /// Uncompressed.
    case tar
    /// Compressed as one stream: smaller where many files are alike, and read from the beginning only.
    case tarGzip = "tar.gz"
    /// As tar.gz, faster and smaller; needs zstd to open.
    case tarZstd = "tar.zst"

    /// The form that a file's name ends in, whatever the case.
    public init?(fileName: String) {
        let name = fileName.lowercased()
        guard let form = Self.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else { return nil }
        self = form
    }

    /// The level of compression when nobody asks for another: what costs little time for nearly all of the gain.
    public var defaultLevel: Int { self == .tarZstd ? 1 : 4 }

    var archive: ArchiveForm {
        switch self {
        case .zip: .zip
        case .tar: .tar
        case .tarGzip: .tarGzip
        case .tarZstd: .tarZstd
        }
    }
}
