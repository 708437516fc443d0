/// A JSON text from a stranger (RFC 8259), read so that no two programs can see different things in it: a key stands once
/// in an object, texts are whole, nothing nests deeper than a form of ours.
enum StrictJSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As it is written: nobody rounds it.
    case number(String)
    case text(String)
    case list([StrictJSON])
    case object([String: StrictJSON])

    /// Lists and objects within each other.
    static let deepest = 16

    /// Why a text is no such JSON, and the line, from 1, on which that shows.
    struct Fault: Error, Equatable {
        let line: Int
        let reason: String
    }

    /// Reads all of a text; a byte order mark is passed over.
    init(parsing text: String) throws(Fault) {
        var reader = StrictJSONReader(text.hasPrefix("\u{FEFF}") ? text.utf8.dropFirst(3) : text.utf8[...])
        self = try reader.document()
    }
}

/// The state of reading a JSON text octet by octet.
private struct StrictJSONReader {
    private let octets: [UInt8]
    private var place = 0

    init(_ octets: Substring.UTF8View) { self.octets = Array(octets) }

    mutating func document() throws(StrictJSON.Fault) -> StrictJSON {
        let value = try value(depth: 0)
        passBlanks()
        if place < octets.count { throw fault("something stands after the end") }
        return value
    }

    private func fault(_ reason: String) -> StrictJSON.Fault {
        let line = octets[..<min(place, octets.count)].count { $0 == UInt8(ascii: "\n") } + 1
        return StrictJSON.Fault(line: line, reason: reason)
    }

    private var next: UInt8? { place < octets.count ? octets[place] : nil }

    private mutating func passBlanks() {
        while let octet = next, [0x20, 0x09, 0x0A, 0x0D].contains(octet) { place += 1 }
    }

    /// Takes an octet where it comes next.
    private mutating func took(_ octet: Unicode.Scalar) -> Bool {
        passBlanks()
        guard next == UInt8(ascii: octet) else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(StrictJSON.Fault) -> StrictJSON {
        if depth > StrictJSON.deepest { throw fault("it nests too deep") }
        if took("{") { return try object(depth) }
        if took("[") { return try list(depth) }
        if took("\"") { return .text(try text()) }
        return try word()
    }

    private mutating func object(_ depth: Int) throws(StrictJSON.Fault) -> StrictJSON {
        var fields: [String: StrictJSON] = [:]
        if took("}") { return .object(fields) }
        repeat {
            guard took("\"") else { throw fault("a key is expected") }
            let key = try text()
            guard took(":") else { throw fault("a colon is expected") }
            guard fields.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
                throw fault("the key \"\(key)\" stands twice in an object")
            }
        } while took(",")
        guard took("}") else { throw fault("a comma or } is expected") }
        return .object(fields)
    }

    private mutating func list(_ depth: Int) throws(StrictJSON.Fault) -> StrictJSON {
        var values: [StrictJSON] = []
        if took("]") { return .list(values) }
        repeat { values.append(try value(depth: depth + 1)) } while took(",")
        guard took("]") else { throw fault("a comma or ] is expected") }
        return .list(values)
    }

    private mutating func word() throws(StrictJSON.Fault) -> StrictJSON {
        let start = place
        while let octet = next, octet > 0x20, !"{}[],:\"".utf8.contains(octet) { place += 1 }
        let word = String(decoding: octets[start..<place], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case _ where word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil:
            return .number(word)
        default: throw fault(word.isEmpty ? "a value is expected" : "a word that is no value stands here")
        }
    }

    /// The rest of a text after its first quotation mark.
    private mutating func text() throws(StrictJSON.Fault) -> String {
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
