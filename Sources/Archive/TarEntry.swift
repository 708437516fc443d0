/// A file or folder of a tar archive whose structure was checked.
package struct TarEntry: Hashable, Sendable {
    /// As written: not checked against any rule for names, not normalised.
    package let path: String
    /// Octets of content.
    package let size: Int
    /// Whether it is a folder.
    package let isFolder: Bool
    /// The permissions it asks for.
    package let mode: Int
}

/// What the headers before an entry say of it.
struct TarDescription {
    private var longName: [UInt8]?
    private var records: PaxRecords?

    var isEmpty: Bool { longName == nil && records == nil }

    /// Octets that a header's own field for a size can hold, and those that writers leave there when it cannot.
    private static let large = 1 << 33
    private static let standIns = [0, large - 1]

    mutating func take(longName bytes: [UInt8]) throws(TarFault) {
        guard bytes.last == 0, !bytes.dropLast().contains(0), bytes.count > 1 else {
            throw TarFault(.nameUnreadable, "a long name that has no end, or two")
        }
        guard isEmpty else { throw Self.twice }
        longName = bytes.dropLast()
    }

    mutating func take(_ found: PaxRecords) throws(TarFault) {
        guard isEmpty else { throw Self.twice }
        records = found
    }

    private static let twice = TarFault(.contradictory, "two extended headers for one entry")

    /// The entry that a header begins.
    func entry(_ header: TarHeader) throws(TarFault) -> TarEntry {
        let octets = longName ?? records?.path ?? header.path
        let shown = String(decoding: octets, as: UTF8.self)
        guard let path = String(validating: octets, as: UTF8.self), !octets.isEmpty, !octets.contains(0)
        else { throw TarFault(.nameUnreadable, "a name that is no UTF-8 or has a NUL", entry: shown) }
        guard TarStandIn(octets).admits(header.path) else {
            throw TarFault(.contradictory, "two names for one entry", entry: shown)
        }
        let entry = TarEntry(
            path: path, size: try size(header, shown), isFolder: header.kind == .folder, mode: header.mode)
        try Self.checkFolder(entry)
        return entry
    }

    private func size(_ header: TarHeader, _ path: String) throws(TarFault) -> Int {
        guard let size = try records?.size(), size != header.size else { return header.size }
        guard size >= Self.large, Self.standIns.contains(header.size) else {
            throw TarFault(.contradictory, "two sizes for one entry", entry: path)
        }
        return size
    }

    private static func checkFolder(_ entry: TarEntry) throws(TarFault) {
        if entry.isFolder, entry.size != 0 {
            throw TarFault(.folderWithContent, "a folder with content", entry: entry.path)
        }
        if !entry.isFolder, entry.path.utf8.last == UInt8(ascii: "/") {
            throw TarFault(.notAFile, "a file by its type, a folder by its name", entry: entry.path)
        }
    }
}

/// The name that a header holds where the real one is told in a header before it.
///
/// Readers that do not know that other header take the stand-in: it may only be a shortened or plainer form of the name.
struct TarStandIn {
    private let name: [UInt8]
    private static let fieldOctets = 100
    private static let headerOctets = 255

    init(_ name: [UInt8]) { self.name = name }

    func admits(_ standIn: [UInt8]) -> Bool {
        if standIn == name { return true }
        guard name.count >= Self.fieldOctets || name.contains(where: { $0 >= 0x80 }) else { return false }
        return isTruncation(standIn) || isPlain(standIn) || isAbbreviation(standIn)
            || isCut(standIn)
    }

    /// As GNU tar writes it.
    private func isTruncation(_ standIn: [UInt8]) -> Bool {
        standIn.count >= Self.fieldOctets - 1 && name.starts(with: standIn)
    }

    /// As Python writes it: a question mark for each character outside of ASCII.
    private func isPlain(_ standIn: [UInt8]) -> Bool {
        let plain = String(decoding: name, as: UTF8.self).unicodeScalars.map {
            $0.isASCII ? UInt8($0.value) : UInt8(ascii: "?")
        }
        return standIn == Array(plain.prefix(Self.fieldOctets))
    }

    /// As 7-Zip writes it: the last part, in a folder that no bag has.
    private func isCut(_ standIn: [UInt8]) -> Bool {
        name.count >= Self.fieldOctets && standIn.starts(with: "@PathCut/_pc_crc32/".utf8)
    }

    /// As libarchive writes it: folders in the middle are left out.
    private func isAbbreviation(_ standIn: [UInt8]) -> Bool {
        let slash = UInt8(ascii: "/")
        return name.count > Self.headerOctets && standIn.contains(slash)
            && standIn.prefix { $0 != slash } == name.prefix { $0 != slash }
    }
}
