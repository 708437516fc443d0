/// An entry as the directory tells of it (APPNOTE 4.3.12).
extension ZipEntry {
    static let encryptedFlags = 0x2041

    /// `isEncrypted`: one entry that encloses an archive is expected;
    /// otherwise nothing encrypted is let in.
    init(central cursor: inout ByteCursor, before end: Int, isEncrypted: Bool = false) throws {
        let damaged = ZipFault(.directoryDamaged, "the directory is cut off or damaged")
        guard cursor.long().map(UInt64.init) == ZipRecords.centralSignature, let made = cursor.short(),
            let needed = cursor.short(), let flags = cursor.short(), let method = cursor.short(),
            cursor.long() != nil,
            let crc = cursor.long(), let packed = cursor.long(), let size = cursor.long(),
            let nameCount = cursor.short(), let extraCount = cursor.short(),
            let commentCount = cursor.short(),
            let disk = cursor.short(), cursor.short() != nil, let attributes = cursor.long(),
            let offset = cursor.long(), let name = cursor.take(nameCount),
            let extra = cursor.take(extraCount),
            cursor.take(commentCount) != nil
        else { throw damaged }
        let shown = String(decoding: name, as: UTF8.self)
        guard disk == 0 || disk == 0xFFFF else {
            throw ZipFault(.severalDisks, "lies on another disk", entry: shown)
        }
        let fields = try ZipExtra(extra, entry: shown)
        try self.init(
            name: name, needed: needed, flags: flags, method: method, crc: crc,
            sizes: try fields.sizes(size: size, packed: packed, offset: offset, entry: shown), fields: fields,
            attributes: ZipAttributes(host: made >> 8, attributes, fields),
            before: end, isEncrypted: isEncrypted)
    }

    private init(
        name: ArraySlice<UInt8>, needed: Int, flags: Int, method: Int, crc: UInt32,
        sizes: (size: Int, packed: Int, offset: Int),
        fields: ZipExtra, attributes: ZipAttributes, before end: Int, isEncrypted: Bool
    ) throws {
        let path = try Self.path(name, fields)
        let encryption = ZipEncryption(
            flags: flags, method: method, fields, size: sizes.size, packed: sizes.packed)
        // Bits 0 and 6: encrypted; bit 13: the directory is hidden.
        guard isEncrypted ? encryption != nil : flags & Self.encryptedFlags == 0 && fields.aes == nil else {
            throw ZipFault(
                .encrypted, "encrypted; what is opened is one archive, stored with AES-256", entry: path)
        }
        // What is encrypted by AES says that it needs 5.1.
        if encryption == nil { try Self.checkVersion(needed, path) }
        // Bit 5: a patch of something else.
        guard flags & 0x0020 == 0, method == 0 || method == 8 || encryption != nil else {
            throw ZipFault(.methodUnknown, "compression method \(method)", entry: path)
        }
        let isFolder = path.utf8.last == UInt8(ascii: "/")
        try attributes.check(isFolder: isFolder, path)
        // Deflating nothing takes two octets.
        if isFolder, sizes.size != 0 || crc != 0 || sizes.packed != 0 && (method == 0 || sizes.packed != 2) {
            throw ZipFault(.folderWithContent, "a folder with content", entry: path)
        }
        if method == 0, sizes.size != sizes.packed {
            throw ZipFault(.headerContradicts, "stored in another size than its own", entry: path)
        }
        guard sizes.offset < end, sizes.packed <= end else {
            throw ZipFault(.outOfBounds, "lies outside of the archive", entry: path)
        }
        self.path = path
        size = sizes.size
        packed = sizes.packed
        isDeflated = method == 8
        self.isFolder = isFolder
        mode = attributes.mode
        isNameUndeclared = flags & ZipRecords.utf8Flag == 0 && name.contains { $0 >= 0x80 }
        self.crc = crc
        offset = sizes.offset
        self.flags = flags
        self.encryption = encryption
    }

    /// Programs pass over what needs a later version than they know (APPNOTE 4.4.3); 4.6 is that of unzip.
    static func checkVersion(_ needed: Int, _ path: String) throws {
        guard needed & 0xFF > 46 else { return }
        throw ZipFault(.methodUnknown, "needs version \(needed & 0xFF) of the format", entry: path)
    }

    /// The name as UTF-8, without a NUL, and the same wherever it is said.
    private static func path(_ name: ArraySlice<UInt8>, _ fields: ZipExtra) throws -> String {
        guard !name.contains(0) else {
            throw ZipFault(.nameUnreadable, "a NUL in the name", entry: String(decoding: name, as: UTF8.self))
        }
        guard let path = String(validating: name, as: UTF8.self), !path.isEmpty else {
            throw ZipFault(
                .nameUnreadable, "a name that is no UTF-8", entry: String(decoding: name, as: UTF8.self))
        }
        if let other = fields.unicodePath, other != Array(name) {
            throw ZipFault(.nameContradicts, "two names for one entry", entry: path)
        }
        return path
    }
}
