import Bundling

/// The signature of a bundle that is packed, and the copy of it beside the archive: whoever gets the archive one way may
/// get the signature another way.
struct SignatureBeside {
    let signer: BundleSigner
    /// As it is shown.
    private let name: String
    private let file: OutputFile

    /// Refused where there is no such key, no ssh-keygen, or where the file is there and not to be replaced.
    init(_ key: String, of archive: String, _ command: PackCommand, _ session: Session) throws {
        signer = try BundleSigner(key, in: session)
        name = "\(archive.dropLast(4)).\(BundleSignature.fileName)"
        file = try OutputFile(name, in: session, overwrite: command.overwrite)
    }

    /// Writes the copy, once the bundle itself is there.
    func write(_ bundle: PackedBundle) throws {
        if let signature = bundle.signature { try file.write(signature.signature.armored) }
    }

    func show(_ bundle: PackedBundle, _ console: Console) throws {
        guard let key = bundle.signature?.signature.key else { return }
        try console.say("  signed     \(key.words); the signature is also in \(name)")
    }
}
