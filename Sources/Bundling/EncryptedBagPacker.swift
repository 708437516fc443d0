import Archive

extension BagPacker {
    /// The name of the archive inside of an encrypted one. It is not that of the bundle: everybody can read it, and where
    /// it is extracted beside the bundle the two do not meet.
    static let enclosedName = "evidence-bundle.zip"

    /// Writes the archive and encloses it; the answer is the octets of what encloses it.
    ///
    /// What is not encrypted lies in a file without a name beside the bundle until it is, and under no name ever.
    func write(
        _ layout: BagLayout, _ contents: BagContents, encryptedWith passphrase: Passphrase,
        to target: PartialFile, shown path: String, _ progress: @escaping @Sendable (Int) -> Void
    ) throws -> Int {
        let (inner, packing) = try files(path, target)
        _ = try write(layout, contents, into: inner, shown: path, progress)
        return try reporting(path) {
            try passphrase.withCString {
                try packing.run(enclosing: inner, named: Self.enclosedName, passphrase: $0)
            }
        }
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
