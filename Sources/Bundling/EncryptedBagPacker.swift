import Archive

extension BagPacker {
    /// The name of the archive inside of an encrypted one. It is not that of the bundle: everybody can read it, and where
    /// it is extracted beside the bundle the two do not meet.
    static let enclosedName = "evidence-bundle.zip"

    /// Packs a bag like `pack(_:to:progress:)` and encloses the archive, encrypted, in another one. It is a ZIP, whatever the form.
    ///
    /// What is not encrypted lies in a file without a name beside the bundle until it is, and under no name ever. Throws a
    /// `BundlingError`; nothing is left behind then, and an existing file stays as it was.
    public func pack(
        _ contents: BagContents, to path: String, encryptedWith passphrase: Passphrase,
        progress: @escaping @Sendable (_ octets: Int) -> Void = { _ in }, sign: BagSigner? = nil,
        deliver: BundleDelivery = { _, giveName in try giveName() }
    ) throws -> PackedBundle {
        let draft = try draft(
            contents, for: path, encryptedWith: passphrase, progress: progress, sign: sign)
        return try draft.target.keep(draft.bundle, deliver)
    }

    /// The whole archive, encrypted, under its temporary name.
    func draft(
        _ contents: BagContents, for path: String, encryptedWith passphrase: Passphrase,
        progress: @escaping @Sendable (Int) -> Void, sign: BagSigner?
    ) throws -> BundleDraft {
        let target = try PartialFile(final: path, overwrite: overwrite, random: random)
        let layout = try BagLayout(contents, sign: sign)
        let (inner, packing) = try files(path, target)
        _ = try write(layout, contents, into: inner, shown: path, progress)
        let octets = try reporting(path) {
            try passphrase.withCString {
                try packing.run(enclosing: inner, named: Self.enclosedName, passphrase: $0)
            }
        }
        return BundleDraft(target: target, bundle: PackedBundle(layout, archiveOctets: octets))
    }

    private func files(_ path: String, _ target: PartialFile) throws -> (SharedFile, EncryptedPacking) {
        do throws(SystemFault) {
            let inner = try SharedFile(namelessFirstAt: PartialName.path(for: path, random &+ 1))
            return (inner, try EncryptedPacking(creating: target.path))
        } catch {
            throw BundlingError.cannotWrite(path: path, reason: error.message)
        }
    }
}
