import Archive

/// How an encrypted bundle is opened.
public struct BundleKey: Sendable {
    private let passphrase: @Sendable () throws -> Passphrase
    private let folder: String
    private let random: UInt64

    /// `passphrase` is asked for only when a bundle is encrypted. What was decrypted lies in a file without a name in
    /// `folder` while it is read; `random` makes the name that it has for a moment unlike any other.
    public init(
        folder: String, random: UInt64, passphrase: @escaping @Sendable () throws -> Passphrase
    ) {
        self.passphrase = passphrase
        self.folder = folder
        self.random = random
    }

    /// The archive inside, once it is known that nothing in it was altered.
    fileprivate func open(_ outer: EncryptedArchive, of path: String) throws -> SharedFile {
        let passphrase = try passphrase()
        let inner = try nameless()
        do {
            try passphrase.withCString { try outer.decrypt(with: $0, into: inner) }
        } catch is EncryptedArchive.WrongPassphrase {
            throw BundlingError.passphraseWrong(path: path)
        } catch let fault as SystemFault {
            throw BundlingError.writingFailed(
                path: "the decrypted bundle in \(folder)", reason: fault.message)
        }
        return inner
    }

    private func nameless() throws -> SharedFile {
        let name = ".dossier-open-\(PartialName.suffix(random))"
        do throws(SystemFault) { return try SharedFile(namelessFirstAt: folder + "/" + name) } catch {
            throw BundlingError.cannotWrite(
                path: "the decrypted bundle in \(folder)", reason: error.message)
        }
    }
}

/// The ZIP archive that holds a bag: the file itself or, where that encloses an encrypted one, what is inside.
enum OpenedBundle {
    /// Opens it and checks its structure. Throws a `ZipFault`, `TooManyEntries`, a `BundlingError` or a `SystemFault`.
    static func zip(at path: String, atMost most: Int, key: BundleKey?) throws -> ZipReading {
        let file = try SharedFile(reading: path)
        guard let outer = try EncryptedArchive(file, path: path) else {
            return try ZipReading(file, atMost: most)
        }
        guard let key else { throw BundlingError.passphraseNeeded(path: path) }
        // Encrypted once more, it is refused like every other archive with an encrypted entry.
        return try ZipReading(enclosed: key.open(outer, of: path), atMost: most)
    }
}
