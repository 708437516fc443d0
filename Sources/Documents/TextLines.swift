/// Lines are taken apart by octets: to walk through characters takes fifty times as long, and documents come by the
/// thousand.
extension Substring {
    /// Takes the first line off, ended by LF, CR or both; nil where nothing is left.
    mutating func popLine() -> Substring? {
        guard !isEmpty else { return nil }
        let octets = utf8
        guard let end = octets.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            defer { self = "" }
            return self
        }
        let line = self[..<end]
        var next = octets.index(after: end)
        if octets[end] == 0x0D, next != octets.endIndex, octets[next] == 0x0A {
            next = octets.index(after: next)
        }
        self = self[next...]
        return line
    }

    /// Passes over front matter that ends.
    mutating func skipMatter() {
        _ = popLine()
        while let line = popLine() {
            if line.utf8.starts(with: "---".utf8), line.dropOctets(3).allSatisfy(\.isWhitespace) { return }
        }
    }

    /// Without so many octets of ASCII.
    func dropOctets(_ count: Int) -> Substring { Substring(utf8.dropFirst(count)) }
}

extension StringProtocol {
    /// With single blanks, as a heading is read.
    var oneLine: String {
        if isOneLine { return String(self) }
        let words = Substring(self).unicodeScalars.split(whereSeparator: \.isBlank)
        return words.map { String($0) }.joined(separator: " ")
    }

    /// It is ASCII and such a line already, as most are.
    private var isOneLine: Bool {
        var last = UInt8(ascii: " ")
        for octet in utf8 {
            guard octet >= 0x20, octet < 0x80, octet != 0x20 || last != 0x20 else { return false }
            last = octet
        }
        return last != UInt8(ascii: " ")
    }
}

extension Unicode.Scalar {
    /// Whether it is white space.
    fileprivate var isBlank: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}
