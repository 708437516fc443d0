/// The state of reading a JSON text octet by octet.
struct StrictJSONReader {
    let octets: [UInt8]
    var place = 0

    init(_ octets: Substring.UTF8View) { self.octets = Array(octets) }

    mutating func document() throws(StrictJSON.Fault) -> StrictJSON {
        let value = try value(depth: 0)
        passBlanks()
        if place < octets.count { throw fault("something stands after the end") }
        return value
    }

    func fault(_ reason: String) -> StrictJSON.Fault {
        let line = octets[..<min(place, octets.count)].count { $0 == UInt8(ascii: "\n") } + 1
        return StrictJSON.Fault(line: line, reason: reason)
    }

    var next: UInt8? { place < octets.count ? octets[place] : nil }

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
}
