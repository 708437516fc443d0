import Certification

/// Makes a detached signature over the octets of a tag manifest, as `ssh-keygen -Y sign` does.
public typealias BagSigner = (_ tagManifest: [UInt8]) throws -> [UInt8]

/// The files of a bag in the order in which they are packed: manifests first, so that who reads the archive
/// from its beginning knows what to expect.
struct BagLayout {
    /// The signature, where there is one, stands behind the manifest that it is made over.
    let tagFiles: [TagFile]
    let payload: [PayloadFile]
    let oxum: PayloadOxum
    /// The SHA-256 of the tag manifest.
    let bundleID: Fingerprint
    let signature: BundleSignature?

    /// `sign` makes a signature over the octets of the tag manifest.
    init(_ contents: BagContents, sign: BagSigner?) throws {
        payload = contents.payload
        oxum = PayloadOxum(octets: payload.reduce(0) { $0 + $1.size }, files: payload.count)
        let manifest = Manifest.text(
            of: payload.lazy.map { (path: BagPath($0.path), fingerprint: $0.fingerprint) })
        let listed =
            [
                TagFile(name: "bagit.txt", bytes: Array(BagDeclaration.ours.text.utf8)),
                TagFile(name: "bag-info.txt", bytes: Self.infoText(contents.info, oxum)),
                TagFile(name: "manifest-sha256.txt", bytes: manifest),
            ] + contents.tagFiles
        let digests = listed.map { (BagPath($0.name), Fingerprint(of: $0.bytes)) }
        let tagManifest = TagFile(name: "tagmanifest-sha256.txt", bytes: Manifest.text(digests))
        bundleID = Fingerprint(of: tagManifest.bytes)
        signature = try sign.map {
            try BundleSignature(made: $0(tagManifest.bytes), over: tagManifest.bytes)
        }
        let signatures: [TagFile]? = signature.map {
            [TagFile(name: BundleSignature.fileName, bytes: $0.signature.armored)]
        }
        tagFiles = Array(listed.prefix(3)) + [tagManifest] + (signatures ?? []) + contents.tagFiles
    }

    private static func infoText(_ fields: [InfoField], _ oxum: PayloadOxum) -> [UInt8] {
        let all = fields + [InfoField(PayloadOxum.label, oxum.description)]
        return Array(all.map { "\($0.label): \($0.value)\n" }.joined().utf8)
    }
}
