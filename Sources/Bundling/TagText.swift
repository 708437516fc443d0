/// The text of a tag file: the encodings that bags declare, and lines.
enum TagText {
    /// An encoding that a bag may declare for its tag files.
    enum Encoding: Sendable {
        case utf8, utf16, utf16LittleEndian, latin1

        /// By its registered name, in any case.
        init?(name: String) {
            switch name.uppercased() {
            case "UTF-8", "US-ASCII", "ASCII": self = .utf8
            case "UTF-16", "UTF-16BE": self = .utf16
            case "UTF-16LE": self = .utf16LittleEndian
            case "ISO-8859-1", "LATIN1": self = .latin1
            default: return nil
            }
        }
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The text in UTF-8; nil when the bytes are not of the encoding.
    static func decode(_ bytes: [UInt8], _ encoding: Encoding) -> [UInt8]? {
        switch encoding {
        case .utf8: (try? UTF8Span(validating: bytes.span)) == nil ? nil : bytes
        case .latin1: latin1(bytes)
        case .utf16, .utf16LittleEndian: utf16(bytes, littleEndian: encoding == .utf16LittleEndian)
        }
    }

    /// Lines ended by LF, CR or CRLF (RFC 8493 2.1.1); the last one may lack its end.
    static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        forEachLine(of: bytes) { lines.append($0) }
        return lines
    }

    /// The same one by one: a manifest may have a million.
    static func forEachLine(of bytes: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                body(bytes[start..<index])
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { body(bytes[start...]) }
    }

    private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte < 0x80 { text.append(byte) } else { text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
        }
        return text
    }

    private static func utf16(_ bytes: [UInt8], littleEndian: Bool) -> [UInt8]? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        var units = stride(from: 0, to: bytes.count, by: 2).map { index in
            UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        if littleEndian || units.first == 0xFFFE { units = units.map(\.byteSwapped) }
        if units.first == 0xFEFF { units.removeFirst() }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }
}
