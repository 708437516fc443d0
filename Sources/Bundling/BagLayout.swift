import Certification

/// Makes a detached signature over the octets of a tag manifest, as `ssh-keygen -Y sign` does.
public typealias BagSigner = (_ tagManifest: [UInt8]) throws -> [UInt8]

/// The files of a bag in the order in which they are packed: manifests first, so that who reads the archive
/// from its beginning knows what to expect.
struct BagLayout {
    /// The signature, where there is one, stands behind the manifest that it is made over.
    let tagFiles: [PayloadFile]
    let payload: Payload
    let oxum: PayloadOxum
    /// The SHA-256 of the tag manifest.
    let bundleID: Fingerprint
    let signature: BundleSignature?

    /// `level` is that of the compression; `sign` makes a signature over the octets of the tag manifest.
    init(_ contents: BagContents, level: Int?, sign: BagSigner?) throws {
        let payload = contents.payload
        self.payload = payload
        oxum = PayloadOxum(octets: payload.octets, files: payload.count)
        let manifest = try PreparedDocument(level: level) { sink in
            try Manifest.write(payload.listed, sink)
        }
        let own = [
            PayloadFile(path: "bagit.txt", source: .bytes(Array(BagDeclaration.ours.text.utf8))),
            PayloadFile(path: "bag-info.txt", source: .bytes(Self.infoText(contents.info, oxum))),
            PayloadFile(path: "manifest-sha256.txt", source: .prepared(manifest)),
        ]
        let others = contents.tagFiles.map { PayloadFile(path: $0.name, source: .bytes($0.bytes)) }
        let tagManifest = Manifest.text((own + others).map { (BagPath($0.path), $0.fingerprint) })
        bundleID = Fingerprint(of: tagManifest)
        signature = try sign.map { try BundleSignature(made: $0(tagManifest), over: tagManifest) }
        let signatures = signature.map {
            PayloadFile(path: BundleSignature.fileName, source: .bytes($0.signature.armored))
        }
        tagFiles =
            own + [PayloadFile(path: "tagmanifest-sha256.txt", source: .bytes(tagManifest))]
            + [signatures].compactMap(\.self) + others
    }

    private static func infoText(_ fields: [InfoField], _ oxum: PayloadOxum) -> [UInt8] {
        let all = fields + [InfoField(PayloadOxum.label, oxum.description)]
        return Array(all.map { "\($0.label): \($0.value)\n" }.joined().utf8)
    }
}
