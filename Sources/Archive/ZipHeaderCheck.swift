/// The header before a content, checked against the directory (APPNOTE 4.3.7).
struct ZipHeaderCheck {
    private let entry: ZipEntry
    private let file: SharedFile

    private static let fixedOctets = 30
    /// Bits that may differ: how hard the compression tried, where there is one.
    private static let effortFlags = 0x0006

    init(_ entry: ZipEntry, _ file: SharedFile) {
        self.entry = entry
        self.file = file
    }

    /// The entry with the place of its content; what follows it must begin at `next`.
    func checked(until next: Int, isFirst: Bool) throws -> ZipEntry {
        if isFirst, entry.offset != 0 { throw fault(.hiddenOctets, "octets before the first entry") }
        guard let fixed = try file.octets(Self.fixedOctets, at: entry.offset) else {
            throw fault(.headerMissing, "no header where the directory says")
        }
        var cursor = ByteCursor(fixed[...])
        guard cursor.long().map(UInt64.init) == ZipRecords.localSignature,
            let needed = cursor.short(),
            let flags = cursor.short(), let method = cursor.short(), cursor.long() != nil,
            let crc = cursor.long(),
            let packed = cursor.long(), let size = cursor.long(), let nameCount = cursor.short(),
            let extraCount = cursor.short()
        else { throw fault(.headerMissing, "no header where the directory says") }
        if entry.encryption == nil { try ZipEntry.checkVersion(needed, entry.path) }
        let different = flags ^ entry.flags
        guard different & ~(entry.isDeflated ? Self.effortFlags : 0) == 0, method == entry.method
        else {
            throw fault(.headerContradicts, "the header and the directory contradict each other")
        }
        let start = entry.offset + Self.fixedOctets
        guard let rest = try file.octets(nameCount + extraCount, at: start) else {
            throw fault(.headerMissing, "the header is cut off")
        }
        try check(name: rest[..<nameCount], extra: rest[nameCount...], size: size, packed: packed, crc: crc)
        var checked = entry
        checked.dataOffset = start + nameCount + extraCount
        try checkEnd(checked, next)
        return checked
    }

    private func check(
        name: ArraySlice<UInt8>, extra: ArraySlice<UInt8>, size: UInt32, packed: UInt32, crc: UInt32
    ) throws {
        guard name.elementsEqual(entry.path.utf8) else {
            throw fault(
                .nameContradicts, "another name in the header: \(String(decoding: name, as: UTF8.self))")
        }
        let fields = try ZipExtra(extra, entry: entry.path)
        if let other = fields.unicodePath, !other.elementsEqual(entry.path.utf8) {
            throw fault(.nameContradicts, "two names for one entry")
        }
        guard fields.aes == entry.encryption?.field else {
            throw fault(.headerContradicts, "the header and the directory contradict each other")
        }
        let sizes = try fields.sizes(size: size, packed: packed, offset: 0, entry: entry.path)
        guard !fields.isLink else {
            throw fault(.headerContradicts, "the header and the directory contradict each other")
        }
        // With a descriptor the header may leave them at 0.
        let isOpen = entry.hasDescriptor
        guard sizes.size == entry.size || isOpen && sizes.size == 0,
            sizes.packed == entry.packed || isOpen && sizes.packed == 0,
            crc == entry.crc || isOpen && crc == 0
        else {
            throw fault(.headerContradicts, "sizes or checksum in the header contradict the directory")
        }
    }

    /// The content, and a descriptor where there is one, end exactly where the next thing begins.
    private func checkEnd(_ entry: ZipEntry, _ next: Int) throws {
        let (end, overflow) = entry.dataOffset.addingReportingOverflow(entry.packed)
        guard !overflow, end <= next else { throw fault(.overlap, "reaches into what follows") }
        let left = next - end
        if !entry.hasDescriptor {
            guard left == 0 else {
                throw fault(.hiddenOctets, "\(left) octets behind it that belong to no entry")
            }
            return
        }
        guard [12, 16, 20, 24].contains(left) else {
            throw fault(.descriptorContradicts, "no descriptor where one is announced, or more than one")
        }
        guard let bytes = try file.octets(left, at: end), isDescriptor(bytes) else {
            throw fault(.descriptorContradicts, "the descriptor contradicts the directory")
        }
    }

    /// With or without a signature, with sizes of 4 or 8 octets (APPNOTE 4.3.9).
    private func isDescriptor(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes[...])
        if bytes.count % 8 == 0 { guard cursor.long() == 0x0807_4B50 else { return false } }
        guard cursor.long() == entry.crc else { return false }
        let width = bytes.count >= 20 ? 8 : 4
        return cursor.number(width) == UInt64(entry.packed) && cursor.number(width) == UInt64(entry.size)
    }

    private func fault(_ code: ZipFault.Code, _ message: String) -> ZipFault {
        ZipFault(code, message, entry: entry.path)
    }
}
