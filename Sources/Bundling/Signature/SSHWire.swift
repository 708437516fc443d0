/// The fields of SSH's binary formats (RFC 4251 5), read one after the other; nil past the end or over a limit.
struct SSHWire {
    private var rest: ArraySlice<UInt8>

    init(_ octets: [UInt8]) { rest = octets[...] }

    /// Nothing is left.
    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ count: Int) -> [UInt8]? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// `uint32`: four octets, the highest first.
    mutating func number() -> Int? {
        take(4).map { $0.reduce(0) { $0 << 8 | Int($1) } }
    }

    /// `string`: a length and so many octets. A length beyond what is there is refused before anything is taken.
    mutating func string() -> [UInt8]? { number().flatMap { take($0) } }

    /// A `string` of printable ASCII: a name of an algorithm, a namespace.
    mutating func name() -> String? {
        guard let octets = string(), octets.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return String(decoding: octets, as: UTF8.self)
    }

    /// A `string` as it is written.
    static func string(_ octets: [UInt8]) -> [UInt8] {
        let count = UInt32(truncatingIfNeeded: octets.count)
        return (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * UInt32($0))) } + octets
    }

    static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }
}
