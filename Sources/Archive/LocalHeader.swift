import Glibc

/// The header before a file's content in a ZIP archive, which holds the name as it was written.
///
/// libarchive hands out names composed by the rules of Unicode (NFC), so two files whose names differ only in
/// their spelling would seem to bear the same one.
enum LocalHeader {
    private static let octets = 30
    /// Other programs add some dozens; behind more, a name stays as libarchive tells it.
    private static let mostExtraOctets = 1 << 10

    /// The name in the header that ends at `end`, where it is another spelling of `name` or the same one.
    static func name(before end: Int, like name: String, in descriptor: CInt) -> String? {
        let window = octets + 4 * name.utf8.count + mostExtraOctets
        let start = max(0, end - window)
        guard end - start >= octets else { return nil }
        var bytes = [UInt8](repeating: 0, count: end - start)
        guard pread(descriptor, &bytes, bytes.count, off_t(start)) == bytes.count else { return nil }
        for position in stride(from: bytes.count - octets, through: 0, by: -1) {
            // Strings are equal whatever their spelling: nothing that is no header gets past this.
            if let found = Self.name(at: position, of: bytes), found == name { return found }
        }
        return nil
    }

    /// The name in a header that begins here and fills the rest of the octets.
    private static func name(at position: Int, of bytes: [UInt8]) -> String? {
        guard bytes[position] == 0x50, bytes[position + 1] == 0x4B, bytes[position + 2] == 3,
            bytes[position + 3] == 4
        else { return nil }
        let nameOctets = Int(bytes[position + 26]) | Int(bytes[position + 27]) << 8
        let extraOctets = Int(bytes[position + 28]) | Int(bytes[position + 29]) << 8
        let begin = position + octets
        guard begin + nameOctets + extraOctets == bytes.count else { return nil }
        return String(validating: bytes[begin..<begin + nameOctets], as: UTF8.self)
    }
}
