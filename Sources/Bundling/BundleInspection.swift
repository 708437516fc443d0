import Archive
import Certification

/// What a bundle says it holds, read without unpacking it and without checking it: no checksum is compared,
/// no rule is applied. Only a verification tells whether any of it is true.
public struct BundleInspection: Hashable, Sendable, Codable {
    /// A file of the bundle.
    public struct Entry: Hashable, Sendable, Codable {
        /// From the base folder.
        public let path: String
        /// Octets, as announced.
        public let size: Int
    }

    /// The base folder's name.
    public let name: String?
    /// SHA-256 of `tagmanifest-sha256.txt`, as it is.
    public let bundleID: Fingerprint?
    /// The lines of bag-info.txt.
    public let info: [InfoField]
    /// All files, sorted by path.
    public let entries: [Entry]
    /// Payload files.
    public let files: Int
    /// Octets of the payload, as announced.
    public let octets: Int
    /// Whether there is a file of signature; whether it is genuine only a verification tells.
    public let hasSignature: Bool
    /// Whether there is a time stamp.
    public let hasTimestamp: Bool

    private enum CodingKeys: String, CodingKey {
        case name, info, entries, files, octets, hasSignature, hasTimestamp
        case bundleID = "bundleId"
    }

    /// Looks into an archive or an unpacked folder; throws a `BundlingError` when it cannot. `key` opens a bundle that is
    /// encrypted.
    public static func inspect(
        path: String, limits: BundleLimits = BundleLimits(), key: BundleKey? = nil
    ) throws -> BundleInspection {
        var listing = BundleListing(limits: limits, key: key)
        do {
            try BundleVerification.isFolder(path) ? listing.readFolder(path) : listing.readArchive(path)
        } catch let error as ArchiveError {
            throw BundlingError(reading: error)
        } catch let fault as SystemFault {
            throw BundlingError(reading: path, fault)
        }
        guard listing.sizes[BagPath("bagit.txt")] != nil else { throw BundlingError.notABundle(path: path) }
        return BundleInspection(listing)
    }

    private init(_ listing: BundleListing) {
        let payload = listing.sizes.filter { $0.key.isPayload }
        name = listing.name
        bundleID = listing.texts["tagmanifest-sha256.txt"].map { Fingerprint(of: $0) }
        info = listing.texts["bag-info.txt"].map { BagInfo(parsing: $0).fields } ?? []
        entries = listing.sizes.sorted { $0.key < $1.key }.map { Entry(path: $0.key.text, size: $0.value) }
        files = payload.count
        hasTimestamp = listing.sizes[BagPath(TimestampResponse.fileName)] != nil
        hasSignature = listing.sizes[BagPath(BundleSignature.fileName)] != nil
        octets = payload.reduce(0) { $0 &+ $1.value }
    }
}

/// The names and sizes in a bundle and the two files that describe it.
struct BundleListing {
    let limits: BundleLimits
    let key: BundleKey?
    private(set) var name: String?
    private(set) var sizes: [BagPath: Int] = [:]
    private(set) var texts: [String: [UInt8]] = [:]

    init(limits: BundleLimits, key: BundleKey? = nil) {
        self.limits = limits
        self.key = key
    }

    mutating func readArchive(_ path: String) throws {
        guard let form = try ArchiveForm(of: path) else { throw BundlingError.notABundle(path: path) }
        if form == .zip { return try readZip(path) }
        do {
            try StreamScan(path, form, limits: limits).forEachEntry { entry, reader in
                guard !entry.isFolder, let inside = note(entry.path, size: entry.size) else { return }
                var text: [UInt8] = []
                try reader.readContent { text.append(contentsOf: $0) }
                texts[inside.text] = text
            }
        } catch let fault as TarFault {
            throw BundlingError.archiveDamaged(path: path, reason: fault.message)
        }
    }

    private mutating func readZip(_ path: String) throws {
        do {
            let zip = try OpenedBundle.zip(at: path, atMost: limits.entries, key: key)
            for entry in zip.entries where !entry.isFolder {
                guard let inside = note(entry.path, size: entry.size) else { continue }
                var text: [UInt8] = []
                try zip.read(entry) { text.append(contentsOf: $0) }
                texts[inside.text] = text
            }
        } catch let fault as ZipFault {
            throw BundlingError.archiveDamaged(path: path, reason: fault.message)
        } catch let fault as ZipReading.ContentFault {
            throw BundlingError.archiveDamaged(path: path, reason: fault.message)
        } catch let many as ZipDirectory.TooManyEntries {
            throw BundlingError.archiveDamaged(path: path, reason: "\(many.count) entries")
        }
    }

    /// Notes a file; the answer is its path inside the bag where its text is wanted.
    private mutating func note(_ text: String, size: Int) -> BagPath? {
        guard let inside = BagPath(text).withoutFirstPart else { return nil }
        name = name ?? text.pathParts[0]
        sizes[inside] = size
        return isDescription(inside.text, size) ? inside : nil
    }

    mutating func readFolder(_ path: String) throws {
        name = path.pathParts.last { !$0.isEmpty }
        var tree = FolderTree(root: path)
        try tree.walk()
        sizes = tree.files
        for (file, size) in sizes where isDescription(file.text, size) {
            var text: [UInt8] = []
            let whole = path + "/" + file.text
            do { try FileContent.read(whole) { text.append(contentsOf: $0) } } catch let fault as SystemFault
            {
                throw BundlingError(reading: whole, fault)
            }
            texts[file.text] = text
        }
    }

    private func isDescription(_ path: String, _ size: Int) -> Bool {
        (path == "bag-info.txt" || path == "tagmanifest-sha256.txt") && size <= limits.tagFileOctets
    }
}
