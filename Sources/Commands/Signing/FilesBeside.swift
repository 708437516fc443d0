import Bundling

/// What is written beside an archive that is packed: a copy of its signature, which may travel another way than the
/// archive, and a request for a time stamp.
struct FilesBeside {
    /// Who signs; nil for an unsigned bundle.
    let signer: BundleSigner?
    private let signature: (name: String, file: OutputFile)?
    private let request: (name: String, file: OutputFile)?

    /// Refused where there is no such key, no ssh-keygen, or where a file is there and not to be replaced. `bundle` is
    /// the archive's name without its ending.
    init(_ bundle: String, _ command: PackCommand, _ session: Session) throws {
        let folder = command.output?.parentFolder ?? ""
        let file = { (ending: String) in
            let name = (folder.isEmpty ? bundle : folder.joined(bundle)) + ".\(ending)"
            return (name, try OutputFile(name, in: session, overwrite: command.overwrite))
        }
        signer = try command.sign.map { try BundleSigner($0, in: session) }
        signature = try signer.map { _ in try file(BundleSignature.fileName) }
        request = command.timestampRequest ? try file("tsq") : nil
    }

    /// Writes them, once the bundle itself is there.
    func write(_ bundle: PackedBundle) throws {
        if let found = bundle.signature { try signature?.file.write(found.signature.armored) }
        try request?.file.write(TimestampRequest(for: bundle.bundleID).octets)
    }

    func show(_ bundle: PackedBundle, _ console: Console) throws {
        if let key = bundle.signature?.signature.key, let signature {
            try console.say("  signed     \(key.words); the signature is also in \(signature.name)")
        }
        if let request {
            try console.say(
                "  time stamp send \(request.name) to an authority; its answer: dossier bundle attach-timestamp"
            )
        }
    }
}
