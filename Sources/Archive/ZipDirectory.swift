/// The directory of a ZIP archive, read and checked against the headers before any content is looked at.
///
/// Exactly one end record at the end of the file; as many entries as it says; every header agrees with the directory; by
/// offset nothing overlaps, the first begins at 0, and nothing hides in between. Ordered by offset.
package struct ZipDirectory: Sendable {
    /// The files and folders in the order of their content.
    package let entries: [ZipEntry]

    /// Octets of a directory that are read at the most.
    private static let mostOctets = 1 << 30

    /// Reads and checks the structure; `most` is how many entries are let in, and `isEncrypted` whether they are expected to
    /// enclose encrypted archives. Throws a `ZipFault`, or a `SystemFault`.
    package init(_ file: SharedFile, octets: Int, atMost most: Int, isEncrypted: Bool = false) throws {
        let end = try ZipEnd(file, octets: octets)
        guard end.count <= most else { throw TooManyEntries(count: end.count) }
        guard end.octets <= min(Self.mostOctets, octets),
            let bytes = try file.octets(end.octets, at: end.offset)
        else {
            throw ZipFault(.directoryDamaged, "the directory is too large")
        }
        var found = try Self.entries(in: bytes, count: end.count, before: end.offset, isEncrypted)
        found.sort { $0.offset < $1.offset }
        try Self.check(&found, file, end: end.offset)
        entries = found
    }

    /// More entries than are let in.
    package struct TooManyEntries: Error {
        package let count: Int
    }

    private static func entries(in bytes: [UInt8], count: Int, before end: Int, _ isEncrypted: Bool) throws
        -> [ZipEntry]
    {
        var cursor = ByteCursor(bytes[...])
        var entries: [ZipEntry] = []
        entries.reserveCapacity(min(count, bytes.count / 46))
        for _ in 0..<count {
            entries.append(try ZipEntry(central: &cursor, before: end, isEncrypted: isEncrypted))
        }
        guard cursor.left == 0 else {
            throw ZipFault(.countWrong, "the directory holds more than the entries it says")
        }
        return entries
    }

    /// In place: there may be a million of them.
    private static func check(_ entries: inout [ZipEntry], _ file: SharedFile, end: Int) throws {
        if entries.isEmpty, end != 0 { throw ZipFault(.hiddenOctets, "octets that belong to no entry") }
        for index in entries.indices {
            let next = index + 1 < entries.count ? entries[index + 1].offset : end
            let check = ZipHeaderCheck(entries[index], file)
            entries[index] = try check.checked(until: next, isFirst: index == 0)
        }
    }
}
