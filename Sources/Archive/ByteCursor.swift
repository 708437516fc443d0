/// Little-endian numbers of octets in memory, read one after the other; nil past the end.
struct ByteCursor {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var left: Int { bytes.endIndex - position }

    mutating func number(_ octets: Int) -> UInt64? {
        guard let taken = take(octets) else { return nil }
        return taken.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func short() -> Int? { number(2).map { Int($0) } }

    mutating func long() -> UInt32? { number(4).map { UInt32($0) } }

    mutating func take(_ octets: Int) -> ArraySlice<UInt8>? {
        guard octets >= 0, octets <= left else { return nil }
        defer { position += octets }
        return bytes[position..<position + octets]
    }
}

/// Little-endian numbers, written one after the other.
struct ByteBuilder {
    private(set) var bytes: [UInt8] = []

    mutating func short(_ value: Int) { number(UInt64(value), 2) }

    mutating func long(_ value: UInt64) { number(value, 4) }

    mutating func number(_ value: UInt64, _ octets: Int) {
        for index in 0..<octets { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))) }
    }

    mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}
