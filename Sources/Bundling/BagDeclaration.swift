/// `bagit.txt`: the version of BagIt and the encoding of the tag files.
struct BagDeclaration: Hashable, Sendable {
    /// What keeps a text from being a declaration.
    struct Malformed: Error, Hashable { let reason: String }

    let major: Int
    let minor: Int
    let encoding: String

    /// What our own bags declare.
    static let ours = BagDeclaration(major: 1, minor: 0, encoding: "UTF-8")

    /// Before 1.0, manifests need only be complete together.
    var isBeforeOne: Bool { major == 0 }

    /// Versions that are read: 0.93 to 0.97 and 1.0.
    var isSupported: Bool { (major, minor) == (1, 0) || (major == 0 && (93...97).contains(minor)) }

    var text: String {
        "BagIt-Version: \(major).\(minor)\nTag-File-Character-Encoding: \(encoding)\n"
    }

    init(major: Int, minor: Int, encoding: String) {
        self.major = major
        self.minor = minor
        self.encoding = encoding
    }

    /// Exactly two lines in this order, UTF-8, no byte order mark (RFC 8493 2.1.1).
    init(parsing bytes: [UInt8]) throws(Malformed) {
        if bytes.starts(with: TagText.byteOrderMark) {
            throw Malformed(reason: "begins with a byte order mark")
        }
        guard TagText.decode(bytes, .utf8) != nil else { throw Malformed(reason: "not UTF-8") }
        let lines = TagText.lines(bytes).map { String(decoding: $0, as: UTF8.self) }
        guard lines.count == 2 else { throw Malformed(reason: "not exactly two lines") }
        let version = try Self.value(lines[0], "BagIt-Version").split(
            separator: ".", omittingEmptySubsequences: false)
        encoding = try Self.value(lines[1], "Tag-File-Character-Encoding")
        guard version.count == 2, let major = Self.number(version[0]), let minor = Self.number(version[1])
        else {
            throw Malformed(reason: "the version is not of the form M.N")
        }
        (self.major, self.minor) = (major, minor)
    }

    private static func value(_ line: String, _ label: String) throws(Malformed) -> String {
        let value = line.dropFirst(label.count + 2)
        guard line.hasPrefix(label + ": "), let first = value.first, first != " ", value.last != " " else {
            throw Malformed(reason: "no line “\(label): ” with a value")
        }
        return String(value)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
