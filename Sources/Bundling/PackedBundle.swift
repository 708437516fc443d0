import Certification

/// What is done at the moment at which a finished archive gets its name, by calling `giveName`. Where it throws, the
/// archive goes away again, unless it took the place of another.
public typealias BundleDelivery = (_ bundle: PackedBundle, _ giveName: () throws -> Void) throws -> Void

/// The same for several that belong together: all get their names, or none.
public typealias PartsDelivery = (_ bundles: [PackedBundle], _ giveNames: () throws -> Void) throws -> Void

/// A bundle that was packed.
public struct PackedBundle: Hashable, Sendable {
    /// SHA-256 of `tagmanifest-sha256.txt`: what the bundle is known by.
    public let bundleID: Fingerprint
    /// Payload files.
    public let files: Int
    /// Octets of the payload.
    public let payloadOctets: Int
    /// Octets of the archive.
    public let archiveOctets: Int
    /// The signature over its tag manifest; nil for an unsigned one.
    public let signature: BundleSignature?
}

extension PackedBundle {
    init(_ layout: BagLayout, archiveOctets octets: Int) {
        self.init(
            bundleID: layout.bundleID, files: layout.oxum.files, payloadOctets: layout.oxum.octets,
            archiveOctets: octets, signature: layout.signature)
    }
}

/// A bundle that is whole and does not have its name yet; it is gone if it never gets it.
struct BundleDraft {
    let target: PartialFile
    let bundle: PackedBundle
}
