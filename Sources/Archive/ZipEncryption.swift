/// How an archive inside of another one is encrypted, in the one way that is read and written: AES with 256 bits and
/// HMAC-SHA1 around a stored content, the key derived by PBKDF2 ("AE-1 and AE-2", WinZip's AES Encryption Information;
/// APPNOTE calls its method 99).
struct ZipEncryption: Hashable, Sendable {
    /// The extra field, as it stands in the header and in the directory.
    let field: [UInt8]

    static let method = 99
    static let flag = 1
    static let fieldKind = 0x9901
    /// What encryption adds to a content: 16 octets of salt, 2 that tell a wrong passphrase, 10 of authentication.
    static let octets = 28

    /// The second version, in which no checksum of the content is told.
    static let ours = ZipEncryption(version: 2)

    private static let vendor = Array("AE".utf8)
    private static let strength256: UInt8 = 3

    private init(version: UInt8) { field = [version, 0] + Self.vendor + [Self.strength256, 0, 0] }

    /// Nil for an entry that is encrypted in any other way, or not at all, and for one of no content: no archive is empty.
    init?(flags: Int, method: Int, _ fields: ZipExtra, size: Int, packed: Int) {
        // Bits 0 and 6: encrypted; bit 13: the directory is hidden.
        guard flags & 0x2041 == Self.flag, method == Self.method, packed > Self.octets,
            packed - Self.octets == size,
            let known = [Self(version: 1), Self.ours].first(where: { $0.field == fields.aes })
        else { return nil }
        self = known
    }
}
