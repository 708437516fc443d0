/// Where the directory of a ZIP archive lies, by the records at its end.
struct ZipEnd {
    let count: Int
    let offset: Int
    let octets: Int

    private static let recordOctets = 22
    private static let mostComment = 0xFFFF
    private static let locatorOctets = 20
    private static let record64Octets = 56

    /// Reads the records at the end of a file of so many octets; exactly one end, at the very end.
    init(_ file: SharedFile, octets length: Int) throws {
        guard length >= Self.recordOctets else { throw ZipFault(.endMissing, "too short for a ZIP archive") }
        let tailOctets = min(length, Self.recordOctets + Self.mostComment)
        guard let tail = try file.octets(tailOctets, at: length - tailOctets) else {
            throw ZipFault(.endMissing, "the archive ends before its length")
        }
        let start = try Self.onlyEnd(in: tail)
        var cursor = ByteCursor(tail[(start + 4)...])
        let numbers = try Self.numbers(&cursor)
        try self.init(file, numbers, end: length - tailOctets + start)
    }

    /// The position of the only end record: its comment ends the file, and nothing in the comment looks like another.
    ///
    /// Before it there may be such octets, as in a ZIP archive that is stored in this one.
    private static func onlyEnd(in tail: [UInt8]) throws -> Int {
        let found = tail.withUnsafeBytes { octets in
            (0...octets.count - 4).filter {
                octets[$0] == 0x50 && octets[$0 + 1] == 0x4B && octets[$0 + 2] == 5 && octets[$0 + 3] == 6
            }
        }
        let ends = found.filter { position in
            guard position + recordOctets <= tail.count else { return false }
            let comment = Int(tail[position + 20]) | Int(tail[position + 21]) << 8
            return position + recordOctets + comment == tail.count
        }
        guard let end = ends.first else {
            throw found.allSatisfy({ $0 + recordOctets > tail.count })
                ? ZipFault(.endMissing, "its directory is missing: cut off or damaged")
                : ZipFault(.endMisplaced, "octets follow the end of the archive")
        }
        guard ends.count == 1, found.last == end else {
            throw ZipFault(.endSeveral, "more than one end record")
        }
        return end
    }

    private typealias Numbers = (count: Int, octets: UInt32, offset: UInt32)

    private static func numbers(_ cursor: inout ByteCursor) throws -> Numbers {
        guard let disk = cursor.short(), let start = cursor.short(), let here = cursor.short(),
            let count = cursor.short(), let octets = cursor.long(), let offset = cursor.long()
        else { throw ZipFault(.endMissing, "the end record is cut off") }
        guard disk == 0 || disk == 0xFFFF, start == 0 || start == 0xFFFF else {
            throw ZipFault(.severalDisks, "an archive over several disks")
        }
        guard here == count else { throw ZipFault(.countWrong, "two numbers of entries in the end record") }
        return (count, octets, offset)
    }

    /// Takes the 64-bit records into account where there are any, and checks that the directory ends where the end begins.
    private init(_ file: SharedFile, _ numbers: Numbers, end: Int) throws {
        let isSaturated =
            numbers.count == 0xFFFF || numbers.octets == 0xFFFF_FFFF || numbers.offset == 0xFFFF_FFFF
        if let large = try Self.large(file, before: end) {
            guard numbers.count == 0xFFFF || numbers.count == large.count,
                numbers.octets == 0xFFFF_FFFF || Int(numbers.octets) == large.octets,
                numbers.offset == 0xFFFF_FFFF || Int(numbers.offset) == large.offset
            else { throw ZipFault(.zip64Contradicts, "the two end records contradict each other") }
            (count, octets, offset) = (large.count, large.octets, large.offset)
            try Self.check(offset, octets, endsAt: large.position)
        } else {
            guard !isSaturated || numbers.count == 0xFFFF && numbers.octets != 0xFFFF_FFFF else {
                throw ZipFault(.zip64Contradicts, "the record for large archives is missing")
            }
            (count, octets, offset) = (numbers.count, Int(numbers.octets), Int(numbers.offset))
            try Self.check(offset, octets, endsAt: end)
        }
    }

    private static func check(_ offset: Int, _ octets: Int, endsAt end: Int) throws {
        let (sum, overflow) = offset.addingReportingOverflow(octets)
        guard !overflow, sum == end else {
            throw ZipFault(.directoryMisplaced, "the directory does not end where the end record begins")
        }
    }

    /// The 64-bit end record that a locator before the end points to; nil without a locator.
    private static func large(_ file: SharedFile, before end: Int) throws
        -> (count: Int, octets: Int, offset: Int, position: Int)?
    {
        guard end >= locatorOctets, let bytes = try file.octets(locatorOctets, at: end - locatorOctets) else {
            return nil
        }
        var locator = ByteCursor(bytes[...])
        guard locator.long().map(UInt64.init) == ZipRecords.locatorSignature else { return nil }
        let contradiction = ZipFault(.zip64Contradicts, "the record for large archives is damaged")
        let position = end - locatorOctets - record64Octets
        guard locator.long() == 0, let stated = locator.number(8), locator.long() == 1, position >= 0,
            stated == UInt64(position), let record = try file.octets(record64Octets, at: position)
        else { throw contradiction }
        var cursor = ByteCursor(record[...])
        guard cursor.long().map(UInt64.init) == ZipRecords.end64Signature, cursor.number(8) == 44,
            cursor.take(4) != nil, cursor.number(8) == 0, let here = cursor.size(), let count = cursor.size(),
            here == count, let octets = cursor.size(), let offset = cursor.size()
        else { throw contradiction }
        return (count, octets, offset, position)
    }
}

extension ByteCursor {
    /// A 64-bit number that is a size on this machine; nil where it is none.
    mutating func size() -> Int? { number(8).flatMap { Int(exactly: $0) } }
}
