/// Texts within a JSON text: escapes, and characters that UTF-16 writes in two halves.
extension StrictJSONReader {
    /// The rest of a text after its first quotation mark.
    mutating func text() throws(StrictJSON.Fault) -> String {
        var found: [UInt8] = []
        while let octet = next {
            place += 1
            switch octet {
            case UInt8(ascii: "\""): return String(decoding: found, as: UTF8.self)
            case UInt8(ascii: "\\"): found += try escaped()
            case ..<0x20: throw fault("a control character stands in a text")
            default: found.append(octet)
            }
        }
        throw fault("a text never ends")
    }

    private mutating func escaped() throws(StrictJSON.Fault) -> [UInt8] {
        guard let octet = next else { throw fault("a text never ends") }
        place += 1
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [octet]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
        default: throw fault("an escape that is none stands in a text")
        }
    }

    /// One character, of which UTF-16 may need two halves.
    private mutating func scalar() throws(StrictJSON.Fault) -> Unicode.Scalar {
        var code = try unit()
        if (0xD800..<0xDC00).contains(code), octets[place...].starts(with: Array("\\u".utf8)) {
            place += 2
            let low = try unit()
            guard (0xDC00..<0xE000).contains(low) else { throw fault("half a character stands in a text") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half a character stands in a text") }
        return scalar
    }

    private mutating func unit() throws(StrictJSON.Fault) -> UInt32 {
        let digits = octets[place...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("an escape that is none stands in a text") }
        place += 4
        return unit
    }
}
