/// A bundle that was packed, as the register remembers it: what left the house, for which audit and to whom.
public struct BundlePacking: Codable, Hashable, Sendable {
    /// What the bundle is known by: the SHA-256 of its `tagmanifest-sha256.txt`.
    public let id: Fingerprint
    /// The SHA-256 of its `data/dossier.json`: what was told in it, whatever the archive is called.
    public let index: Fingerprint
    /// The edition that it was packed for.
    public let standard: String
    /// The day on which everything in it is judged.
    public let day: Day
    /// The audit that it was packed for; nil for none.
    public let audit: String?
    /// Who gets it, as somebody said; nil where nobody did.
    public let recipient: String?
    /// The name of the archive.
    public let fileName: String
    /// The octets of the archive.
    public let octets: Int
    /// Whether there is a signature in it.
    public let isSigned: Bool
    /// Whether it needs a passphrase.
    public let isEncrypted: Bool

    /// A bundle as it was packed.
    public init(
        id: Fingerprint, index: Fingerprint, standard: String, day: Day, audit: String?, recipient: String?,
        fileName: String, octets: Int, isSigned: Bool, isEncrypted: Bool
    ) {
        self.id = id
        self.index = index
        self.standard = standard
        self.day = day
        self.audit = audit
        self.recipient = recipient
        self.fileName = fileName
        self.octets = octets
        self.isSigned = isSigned
        self.isEncrypted = isEncrypted
    }

    /// Whether both tell the same: packing the same for the same again is no news.
    public func tellsNothingNew(after earlier: BundlePacking) -> Bool {
        id == earlier.id && audit == earlier.audit && recipient == earlier.recipient
            && fileName == earlier.fileName
    }
}
