@testable import Archive

/// A ZIP archive of which every part may lie.
struct HostileZip: Sendable {
    /// What header and directory both say of an entry.
    struct Fields: Sendable {
        var name: [UInt8]
        var version = 20
        var flags = 0x0800
        var method = 0
        var crc: UInt32 = 0
        var packed: UInt64 = 0
        var size: UInt64 = 0
        var extra: [UInt8] = []
    }

    struct Entry: Sendable {
        var local: Fields
        var central: Fields
        /// As it lies in the archive.
        var content: [UInt8]
        var descriptor: [UInt8] = []
        /// Octets before its header.
        var before: [UInt8] = []
        var host = 3
        var attributes: UInt32 = 0o100644 << 16
        var disk = 0
        var comment: [UInt8] = []
        /// Without a header or content of its own.
        var isShadow = false
        /// Where the directory says that it lies, if it is not there.
        var offset: UInt64?

        init(_ name: some Sequence<UInt8>, _ bytes: [UInt8] = []) {
            var fields = Fields(name: Array(name))
            (fields.crc, fields.packed, fields.size) = (
                checksum(bytes), UInt64(bytes.count), UInt64(bytes.count)
            )
            (local, central, content) = (fields, fields, bytes)
        }

        init(_ name: String, _ text: String = "") { self.init(name.utf8, Array(text.utf8)) }

        /// The same change in both.
        mutating func both(_ change: (inout Fields) -> Void) {
            change(&local)
            change(&central)
        }

        /// Replaces the content by its deflated form.
        mutating func deflate() {
            content = deflated(content)
            let packed = UInt64(content.count)
            both { ($0.method, $0.packed) = (8, packed) }
        }
    }

    var entries: [Entry]
    /// Octets between the last content and the directory, and between the directory and the end.
    var (beforeDirectory, afterDirectory): ([UInt8], [UInt8]) = ([], [])
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []
    var comment: [UInt8] = []
    /// Added to what the end record says.
    var (countLie, octetsLie, offsetLie) = (0, 0, 0)
    /// Whether the records for large archives are written, and what they say of the number of entries.
    var count64: Int?
    /// Changes the end record, 22 octets.
    var changeEnd: @Sendable (inout [UInt8]) -> Void = { _ in }

    init(_ bag: HostileBag) {
        entries = bag.files.map { Entry("\(bag.base)/\($0.path)".utf8, $0.bytes) }
    }

    var archive: [UInt8] {
        var (body, directory) = (prefix, [UInt8]())
        for entry in entries {
            body += entry.before
            let offset = entry.offset ?? UInt64(body.count)
            if !entry.isShadow { body += Self.header(entry.local) + entry.content + entry.descriptor }
            directory += Self.record(entry, offset: offset)
        }
        body += beforeDirectory
        let (start, octets) = (body.count, directory.count)
        body += directory + afterDirectory
        if let count64 { body += end64(count64, octets, start) }
        var end = ByteBuilder()
        end.long(0x0605_4B50)
        end.long(0)
        for _ in 0..<2 { end.short(count64 == nil ? entries.count + countLie : 0xFFFF) }
        end.long(UInt64(octets + octetsLie))
        end.long(UInt64(start + offsetLie))
        end.short(comment.count)
        var record = end.bytes
        changeEnd(&record)
        return body + record + comment + suffix
    }

    private static func header(_ fields: Fields) -> [UInt8] {
        var record = ByteBuilder()
        record.long(0x0403_4B50)
        common(fields, &record)
        record.append(fields.name)
        record.append(fields.extra)
        return record.bytes
    }

    private static func record(_ entry: Entry, offset: UInt64) -> [UInt8] {
        var record = ByteBuilder()
        record.long(0x0201_4B50)
        record.short(entry.host << 8 | 20)
        common(entry.central, &record)
        record.short(entry.comment.count)
        record.short(entry.disk)
        record.short(0)
        record.long(UInt64(entry.attributes))
        record.long(offset)
        record.append(entry.central.name)
        record.append(entry.central.extra)
        record.append(entry.comment)
        return record.bytes
    }

    private static func common(_ fields: Fields, _ record: inout ByteBuilder) {
        record.short(fields.version)
        record.short(fields.flags)
        record.short(fields.method)
        record.long(0x0021_0000)
        record.long(UInt64(fields.crc))
        record.long(fields.packed)
        record.long(fields.size)
        record.short(fields.name.count)
        record.short(fields.extra.count)
    }

    private func end64(_ count: Int, _ octets: Int, _ start: Int) -> [UInt8] {
        var record = ByteBuilder()
        record.long(0x0606_4B50)
        record.number(44, 8)
        record.long(0x002D_032D)
        record.number(0, 8)
        for value in [count, count, octets, start] { record.number(UInt64(value), 8) }
        record.long(0x0706_4B50)
        record.long(0)
        record.number(UInt64(start + octets), 8)
        record.long(1)
        return record.bytes
    }
}

/// The checksum of ZIP and gzip.
func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc = CRC32()
    bytes.withUnsafeBytes { crc.update($0) }
    return UInt32(truncatingIfNeeded: crc.value)
}

/// Raw deflate.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    guard var deflater = try? Deflater(level: 6) else { return [] }
    bytes.withUnsafeBytes { bytes in try? deflater.deflate(bytes, isLast: true) { result += Array($0) } }
    return result
}

/// An extra field.
func extra(_ kind: Int, _ content: [UInt8]) -> [UInt8] {
    var field = ByteBuilder()
    field.short(kind)
    field.short(content.count)
    field.append(content)
    return field.bytes
}

/// Little-endian numbers of so many octets each.
func little(_ values: [UInt64], _ octets: Int) -> [UInt8] {
    var numbers = ByteBuilder()
    for value in values { numbers.number(value, octets) }
    return numbers.bytes
}
