/// One header of a tar archive, 512 octets (POSIX ustar, or GNU's older form of it).
struct TarHeader {
    /// What follows a header, by its type flag.
    enum Kind: Hashable {
        case file, folder
        /// Records for the next entry, or for all that follow (POSIX pax).
        case extended, global
        /// The next entry's name, where it is longer than a header holds (GNU).
        case longName
    }

    static let octets = 512

    /// As a reader sees it that knows no extensions.
    let path: [UInt8]
    let kind: Kind
    let mode: Int
    /// Octets that follow.
    let size: Int

    /// Refuses what is damaged, ambiguous, or neither a file, a folder nor a description of one.
    init(_ block: [UInt8]) throws(TarFault) {
        guard block.count == Self.octets, let isGNU = Self.isGNU(block[257..<265]) else {
            throw TarFault(.damaged, "no header where one belongs")
        }
        guard Self.checksum(block) == TarField.number(block[148..<156]) else {
            throw TarFault(.damaged, "a header fails its checksum")
        }
        path = try Self.path(block, isGNU: isGNU)
        let shown = String(decoding: path, as: UTF8.self)
        kind = try Self.kind(block[156], shown)
        guard let size = TarField.number(block[124..<136]) else {
            throw TarFault(.damaged, "a size that is none", entry: shown)
        }
        self.size = size
        mode = try Self.mode(block, shown)
        try Self.checkUnused(block, isGNU: isGNU, shown)
    }

    /// Whether the magic and version are GNU's; nil where they are neither of the two.
    private static func isGNU(_ magic: ArraySlice<UInt8>) -> Bool? {
        switch Array(magic) {
        case Array("ustar\u{0}00".utf8): false
        case Array("ustar  \u{0}".utf8): true
        default: nil
        }
    }

    /// The sum of all octets, those of the checksum itself taken as blanks.
    static func checksum(_ block: [UInt8]) -> Int {
        let sum = block.reduce(0) { $0 + Int($1) }
        return block[148..<156].reduce(sum + 8 * 0x20) { $0 - Int($1) }
    }

    private static func path(_ block: [UInt8], isGNU: Bool) throws(TarFault) -> [UInt8] {
        guard let name = TarField.text(block[0..<100]) else {
            throw TarFault(
                .nameUnreadable, "a NUL in the name", entry: String(decoding: block[0..<100], as: UTF8.self))
        }
        guard !isGNU else { return Array(name) }
        guard let prefix = TarField.text(block[345..<500]) else {
            throw TarFault(
                .nameUnreadable, "a NUL in the name", entry: String(decoding: name, as: UTF8.self))
        }
        return prefix.isEmpty ? Array(name) : Array(prefix) + [UInt8(ascii: "/")] + Array(name)
    }

    private static func kind(_ flag: UInt8, _ path: String) throws(TarFault) -> Kind {
        switch flag {
        case 0, UInt8(ascii: "0"): return .file
        case UInt8(ascii: "5"): return .folder
        case UInt8(ascii: "x"): return .extended
        case UInt8(ascii: "g"): return .global
        case UInt8(ascii: "L"): return .longName
        case UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "K"):
            throw TarFault(.notAFile, "a link, neither a file nor a folder", entry: path)
        case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"):
            throw TarFault(.notAFile, "neither a file nor a folder", entry: path)
        case UInt8(ascii: "S"): throw TarFault(.notAFile, "a sparse file", entry: path)
        default:
            let shown = String(decoding: [flag], as: UTF8.self)
            throw TarFault(.notAFile, "of type \(shown), neither a file nor a folder", entry: path)
        }
    }

    private static func mode(_ block: [UInt8], _ path: String) throws(TarFault) -> Int {
        let others = [108..<116, 116..<124, 136..<148, 329..<337, 337..<345]
        guard TarField.isNumberOrEmpty(block[100..<108]), block[100] & 0x80 == 0,
            others.allSatisfy({ TarField.isNumberOrEmpty(block[$0]) })
        else { throw TarFault(.damaged, "a header with a number that is none", entry: path) }
        return TarField.number(block[100..<108]) ?? 0
    }

    /// A file or folder links to nothing; GNU's fields for sparse and multi-volume archives are empty, as is the end.
    private static func checkUnused(_ block: [UInt8], isGNU: Bool, _ path: String) throws(TarFault) {
        guard block[157..<257].allSatisfy({ $0 == 0 }) else {
            throw TarFault(.contradictory, "no link, but says where it leads", entry: path)
        }
        guard block[(isGNU ? 345 : 500)...].allSatisfy({ $0 == 0 }) else {
            throw TarFault(.contradictory, "a header with octets that mean nothing in it", entry: path)
        }
    }
}
