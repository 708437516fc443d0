/// The directory of a ZIP archive while it is written, without the names, which who knows them tells again at the end: an
/// archive may hold hundreds of thousands. A checksum may come later than its entry.
struct ZipDirectoryDraft {
    private struct Fact {
        let offset: UInt64
        let size: UInt64
        var packed: UInt64
        var crc: UInt32
        var method: UInt16
    }

    private var facts: [Fact] = []

    /// Entries of a plain archive of so many files.
    init(count: Int) { facts.reserveCapacity(count) }

    /// Takes the next entry, which begins at its offset.
    mutating func append(_ record: ZipRecords.Entry) {
        facts.append(
            Fact(
                offset: record.offset, size: record.size, packed: record.packed,
                crc: UInt32(truncatingIfNeeded: record.crc), method: UInt16(record.method)))
    }

    /// Tells an entry again, of which all but its checksum was known.
    mutating func complete(_ record: ZipRecords.Entry, at index: Int) {
        facts[index].crc = UInt32(truncatingIfNeeded: record.crc)
    }

    /// Hands out the whole piece by piece, with the end of the archive. `offset` is where it begins; `name` tells the names
    /// again, in their order.
    func write(
        at offset: Int, _ modified: DOSTime, name: (Int) -> String, _ sink: ([UInt8]) throws -> Void
    ) rethrows {
        var octets = 0
        var piece: [UInt8] = []
        for (index, fact) in facts.enumerated() {
            piece += ZipRecords.central(
                ZipRecords.Entry(
                    name: Array(name(index).utf8), method: Int(fact.method), modified: modified,
                    crc: UInt64(fact.crc), packed: fact.packed, size: fact.size, offset: fact.offset))
            guard piece.count >= Self.pieceOctets else { continue }
            try sink(piece)
            octets += piece.count
            piece.removeAll(keepingCapacity: true)
        }
        let end = ZipRecords.end(
            count: facts.count, directoryOctets: octets + piece.count, offset: offset)
        try sink(piece + end)
    }

    private static let pieceOctets = 1 << 16
}
