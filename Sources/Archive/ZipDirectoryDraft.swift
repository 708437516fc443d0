/// The directory of a ZIP archive while it is written, in which a checksum may come later than its entry.
struct ZipDirectoryDraft {
    /// Where a file begins, and where the directory tells of it.
    struct Place {
        let offset: Int
        fileprivate let record: Range<Int>
    }

    private var bytes: [UInt8] = []
    private var count = 0

    /// Octets of the end, with the records for large archives.
    private static let endOctets = 98

    /// `octets` are those of all entries, or nearly.
    init(octets: Int) { bytes.reserveCapacity(octets + Self.endOctets) }

    mutating func append(_ record: ZipRecords.Entry, offset: Int) -> Place {
        var record = record
        record.offset = UInt64(offset)
        let start = bytes.count
        bytes += ZipRecords.central(record)
        count += 1
        return Place(offset: offset, record: start..<bytes.count)
    }

    /// Tells the entry again, of which all but its checksum was known.
    mutating func complete(_ record: ZipRecords.Entry, at place: Place) {
        var record = record
        record.offset = UInt64(place.offset)
        bytes.replaceSubrange(place.record, with: ZipRecords.central(record))
    }

    /// The whole, with the end of the archive.
    mutating func finished(offset: Int) -> [UInt8] {
        let end = ZipRecords.end(count: count, directoryOctets: bytes.count, offset: offset)
        bytes += end
        return bytes
    }
}
