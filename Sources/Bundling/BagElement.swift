/// What a file of a bag is, told from its path.
enum BagElement: Hashable, Sendable {
    case payload
    case declaration
    case info
    case fetch
    /// `manifest-sha256.txt`, with the algorithm as written.
    case payloadManifest(String)
    /// `tagmanifest-sha256.txt`, with the algorithm as written.
    case tagManifest(String)
    /// `tagmanifest-sha256.txt.sig`
    case signature
    /// `tagmanifest-sha256.txt.tsr`
    case timestamp
    case otherTagFile

    init(_ path: BagPath) {
        switch path.text {
        case _ where path.isPayload: self = .payload
        case "bagit.txt": self = .declaration
        case "bag-info.txt": self = .info
        case "fetch.txt": self = .fetch
        case BundleSignature.fileName: self = .signature
        case TimestampResponse.fileName: self = .timestamp
        case let name where name.pathParts.count > 1: self = .otherTagFile
        case let name:
            if let algorithm = Self.algorithm(name, after: "tagmanifest-") {
                self = .tagManifest(algorithm)
            } else if let algorithm = Self.algorithm(name, after: "manifest-") {
                self = .payloadManifest(algorithm)
            } else {
                self = .otherTagFile
            }
        }
    }

    /// True for files that the rules of a bag read, beyond their checksum.
    var isRead: Bool { self != .payload && self != .otherTagFile }

    /// The algorithm that this manifest asks for, where it is one that is computed here.
    var demandedAlgorithm: DigestAlgorithm? {
        switch self {
        case .payloadManifest(let name), .tagManifest(let name): DigestAlgorithm(rawValue: name)
        default: nil
        }
    }

    private static func algorithm(_ name: String, after prefix: String) -> String? {
        guard name.hasPrefix(prefix), name.hasSuffix(".txt") else { return nil }
        let algorithm = name.dropFirst(prefix.count).dropLast(4)
        return algorithm.isEmpty ? nil : String(algorithm)
    }
}
