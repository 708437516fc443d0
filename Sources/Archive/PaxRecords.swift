/// The records of an extended header (POSIX pax): `LENGTH KEY=VALUE` and a line end, each key once.
struct PaxRecords {
    private var values: [String: ArraySlice<UInt8>] = [:]

    /// Names in another character set than UTF-8 are read by some and not by others.
    private static let utf8 = "ISO-IR 10646 2000 UTF-8"

    init(_ bytes: [UInt8]) throws(TarFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let (key, value) = try Self.record(&rest)
            guard values.updateValue(value, forKey: key) == nil else {
                throw TarFault(.contradictory, "an extended header says \(key) twice")
            }
            try Self.check(key, value)
        }
    }

    private static func record(_ rest: inout ArraySlice<UInt8>) throws(TarFault) -> (
        String, ArraySlice<UInt8>
    ) {
        let malformed = TarFault(.damaged, "an extended header that is malformed")
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(digits.count), digits.first != 0x30 else { throw malformed }
        let length = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        guard length > digits.count + 1, length <= rest.count else { throw malformed }
        let record = rest.prefix(length)
        rest = rest.dropFirst(length)
        let body = record.dropFirst(digits.count + 1).dropLast()
        guard record.dropFirst(digits.count).first == 0x20, record.last == 0x0A,
            let equals = body.firstIndex(of: UInt8(ascii: "=")), equals != body.startIndex,
            let key = String(validating: body[..<equals], as: UTF8.self), !key.utf8.contains(0)
        else { throw malformed }
        return (key, body[(equals + 1)...])
    }

    /// Refuses what makes a sparse file, a link or another name of an entry.
    private static func check(_ key: String, _ value: ArraySlice<UInt8>) throws(TarFault) {
        switch key {
        case "linkpath": throw TarFault(.notAFile, "an extended header that makes a link")
        case "SCHILY.realsize", "SUN.holesdata": throw TarFault(.notAFile, "a sparse file")
        case "mtime", "atime", "ctime", "uid", "gid":
            guard isDecimal(value) else {
                throw TarFault(.damaged, "an extended header whose \(key) is no number")
            }
        case "hdrcharset", "charset":
            guard String(decoding: value, as: UTF8.self) == utf8 else {
                throw TarFault(.nameUnreadable, "names in another character set than UTF-8")
            }
        case _ where key.utf8.starts(with: "GNU.sparse.".utf8): throw TarFault(.notAFile, "a sparse file")
        case _ where key.utf8.starts(with: "GNU.".utf8):
            throw TarFault(.notAFile, "an extended header \(key), which no file has")
        default: break
        }
    }

    /// Digits, with a sign and a fraction where there are any.
    private static func isDecimal(_ value: ArraySlice<UInt8>) -> Bool {
        let unsigned = value.first == UInt8(ascii: "-") ? value.dropFirst() : value
        let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// The name of the entry, if the records give it one.
    var path: [UInt8]? { values["path"].map { Array($0) } }

    /// The octets of the entry, if the records say so.
    func size() throws(TarFault) -> Int? {
        guard let value = values["size"] else { return nil }
        guard (1...19).contains(value.count), value.allSatisfy({ (0x30...0x39).contains($0) }),
            let size = Int(String(decoding: value, as: UTF8.self))
        else { throw TarFault(.damaged, "an extended header with a size that is none") }
        return size
    }

    /// What is said for all entries may only be what changes none: times, owners and comments.
    func checkForAll() throws(TarFault) {
        let harmless: Set = ["comment", "mtime", "atime", "ctime", "uid", "gid", "uname", "gname"]
        guard let key = values.keys.sorted().first(where: { !harmless.contains($0) }) else { return }
        throw TarFault(.contradictory, "says \(key) for all entries")
    }
}
