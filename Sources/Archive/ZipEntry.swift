/// A file or folder of a ZIP archive whose directory and header agree.
package struct ZipEntry: Sendable {
    /// As written: not checked, not normalised; folders end in a slash.
    package let path: String
    /// Octets of content, as announced.
    package let size: Int
    /// Octets in the archive.
    package let packed: Int
    /// Whether it is deflated; stored otherwise.
    package let isDeflated: Bool
    /// Whether it is a folder.
    package let isFolder: Bool
    /// Whether the name has characters outside of ASCII without saying that they are UTF-8.
    package let isNameUndeclared: Bool
    /// The permissions it asks for, where it was made on Unix.
    package let mode: Int
    let crc: UInt32
    /// Where its local header begins.
    let offset: Int
    /// Where its content begins.
    var dataOffset = 0
    let flags: Int
    /// How the archive inside is encrypted; nil for everything that is read without a passphrase.
    let encryption: ZipEncryption?

    /// The method as the header says it.
    var method: Int { encryption == nil ? isDeflated ? 8 : 0 : ZipEncryption.method }

    /// The sizes and the checksum stand behind the content (APPNOTE 4.4.4, bit 3).
    var hasDescriptor: Bool { flags & 0x08 != 0 }
}
