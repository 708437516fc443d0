/// Values in the Distinguished Encoding Rules (X.690), read one after the other: a definite length in its shortest form,
/// small tags, and nothing that is longer than what holds it. Nil for anything else.
struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ octets: ArraySlice<UInt8>) { rest = octets }

    var isAtEnd: Bool { rest.isEmpty }

    /// The contents of the next value, which must bear this tag.
    mutating func next(_ tag: Tag) -> ArraySlice<UInt8>? {
        rest.first == tag.rawValue ? take() : nil
    }

    /// A reader of what is in the next value.
    mutating func inside(_ tag: Tag) -> DERReader? { next(tag).map { DERReader($0) } }

    /// Passes the next value over where it bears this tag.
    mutating func skip(_ tag: Tag) { if rest.first == tag.rawValue { _ = take() } }

    /// The tags that time stamps need.
    enum Tag: UInt8 {
        case boolean = 0x01
        case integer = 0x02
        case octets = 0x04
        case null = 0x05
        case identifier = 0x06
        case time = 0x18
        case sequence = 0x30
        case set = 0x31
        /// `[0]`, explicit.
        case context0 = 0xA0
    }

    private mutating func take() -> ArraySlice<UInt8>? {
        guard let (header, length) = lengths, length <= rest.count - header else { return nil }
        defer { rest = rest.dropFirst(header + length) }
        return rest.dropFirst(header).prefix(length)
    }

    /// Octets of tag and length, and of the contents.
    private var lengths: (header: Int, contents: Int)? {
        let start = rest.startIndex
        guard rest.count >= 2 else { return nil }
        let first = Int(rest[start + 1])
        if first < 0x80 { return (2, first) }
        let count = first & 0x7F
        guard (1...4).contains(count), rest.count >= 2 + count else { return nil }
        let length = rest[(start + 2)..<(start + 2 + count)].reduce(0) { $0 << 8 | Int($1) }
        let isShortest = length >= 0x80 && rest[start + 2] != 0
        return isShortest ? (2 + count, length) : nil
    }

    /// A small number that is not negative.
    mutating func number() -> Int? {
        guard let octets = next(.integer), let first = octets.first, octets.count <= 4, first < 0x80 else {
            return nil
        }
        return octets.reduce(0) { $0 << 8 | Int($1) }
    }

    /// A value as it is written; for contents of fewer than 128 octets.
    static func short(_ tag: Tag, _ contents: [UInt8]) -> [UInt8] {
        [tag.rawValue, UInt8(truncatingIfNeeded: contents.count)] + contents
    }
}
