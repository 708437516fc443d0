/// The records of a ZIP archive as they are written (PKWARE APPNOTE 4.3): one UTF-8 name, one time, mode 0644.
enum ZipRecords {
    static let localSignature: UInt64 = 0x0403_4B50
    static let centralSignature: UInt64 = 0x0201_4B50
    static let endSignature: UInt64 = 0x0605_4B50
    static let end64Signature: UInt64 = 0x0606_4B50
    static let locatorSignature: UInt64 = 0x0706_4B50

    /// Names are UTF-8 (APPNOTE 4.4.4, bit 11).
    static let utf8Flag = 0x0800
    private static let most32: UInt64 = 0xFFFF_FFFF
    private static let version = 20
    private static let version64 = 45
    private static let versionEncrypted = 51
    /// Made by Unix, a regular file of mode 0644.
    private static let attributes: UInt64 = 0o100644 << 16

    /// An entry as the directory tells of it.
    struct Entry {
        let name: [UInt8]
        var method = 8
        var modified = DOSTime(seconds: 0)
        var crc: UInt64 = 0
        var packed: UInt64 = 0
        let size: UInt64
        var offset: UInt64 = 0
        /// Whether the content is encrypted; no checksum of it is told then.
        var isEncrypted = false

        /// Whether the sizes need 64 bits. Told from the announced size alone, before the packed one is known; deflating
        /// may add some octets.
        var isLarge: Bool { size >= most32 - (64 << 20) }

        var localOctets: Int { 30 + name.count + localExtraOctets }

        fileprivate var localExtraOctets: Int { (isLarge ? 20 : 0) + encryptionOctets }

        fileprivate var encryptionOctets: Int { isEncrypted ? 4 + ZipEncryption.ours.field.count : 0 }

        fileprivate func version(isLarge: Bool) -> Int {
            isEncrypted ? versionEncrypted : isLarge ? version64 : ZipRecords.version
        }
    }

    static func local(_ entry: Entry) -> [UInt8] {
        var record = ByteBuilder()
        record.long(localSignature)
        record.short(entry.version(isLarge: entry.isLarge))
        common(entry, &record, isLarge: entry.isLarge)
        record.short(entry.name.count)
        record.short(entry.localExtraOctets)
        record.append(entry.name)
        if entry.isLarge { extra([entry.size, entry.packed], &record) }
        if entry.isEncrypted { encryption(&record) }
        return record.bytes
    }

    static func central(_ entry: Entry) -> [UInt8] {
        var values: [UInt64] = entry.isLarge ? [entry.size, entry.packed] : []
        let isFar = entry.offset >= most32
        if isFar { values.append(entry.offset) }
        var record = ByteBuilder()
        record.long(centralSignature)
        record.short(3 << 8 | entry.version(isLarge: !values.isEmpty))
        record.short(entry.version(isLarge: !values.isEmpty))
        common(entry, &record, isLarge: entry.isLarge)
        record.short(entry.name.count)
        record.short((values.isEmpty ? 0 : 4 + 8 * values.count) + entry.encryptionOctets)
        for _ in 0..<3 { record.short(0) }
        record.long(attributes)
        record.long(isFar ? most32 : entry.offset)
        record.append(entry.name)
        if !values.isEmpty { extra(values, &record) }
        if entry.isEncrypted { encryption(&record) }
        return record.bytes
    }

    private static func common(_ entry: Entry, _ record: inout ByteBuilder, isLarge: Bool) {
        record.short(utf8Flag | (entry.isEncrypted ? ZipEncryption.flag : 0))
        record.short(entry.isEncrypted ? ZipEncryption.method : entry.method)
        record.short(entry.modified.time)
        record.short(entry.modified.date)
        record.long(entry.crc)
        record.long(isLarge ? most32 : entry.packed)
        record.long(isLarge ? most32 : entry.size)
    }

    /// The extra field for 64 bits (APPNOTE 4.5.3).
    private static func extra(_ values: [UInt64], _ record: inout ByteBuilder) {
        record.short(1)
        record.short(8 * values.count)
        for value in values { record.number(value, 8) }
    }

    /// The extra field of an encrypted entry.
    private static func encryption(_ record: inout ByteBuilder) {
        record.short(ZipEncryption.fieldKind)
        record.short(ZipEncryption.ours.field.count)
        record.append(ZipEncryption.ours.field)
    }

    /// The end of the archive, with the records for 64 bits where they are needed.
    static func end(count: Int, directoryOctets: Int, offset: Int) -> [UInt8] {
        let isLarge = count >= 0xFFFF || UInt64(directoryOctets) >= most32 || UInt64(offset) >= most32
        var record = ByteBuilder()
        if isLarge { end64(count, directoryOctets, offset, &record) }
        record.long(endSignature)
        record.long(0)
        let shortCount = isLarge ? 0xFFFF : count
        record.short(shortCount)
        record.short(shortCount)
        record.long(isLarge ? most32 : UInt64(directoryOctets))
        record.long(isLarge ? most32 : UInt64(offset))
        record.short(0)
        return record.bytes
    }

    private static func end64(_ count: Int, _ octets: Int, _ offset: Int, _ record: inout ByteBuilder) {
        record.long(end64Signature)
        record.number(44, 8)
        record.short(3 << 8 | version64)
        record.short(version64)
        record.number(0, 8)
        for value in [count, count, octets, offset] { record.number(UInt64(value), 8) }
        record.long(locatorSignature)
        record.long(0)
        record.number(UInt64(offset + octets), 8)
        record.long(1)
    }
}
