/// A tar archive of which every part may lie.
struct HostileTar: Sendable {
    /// One header with what follows it.
    struct Entry: Sendable {
        var name: [UInt8]
        var content: [UInt8] = []
        var type = UInt8(ascii: "0")
        var mode = "0000644\u{0}"
        var magic = "ustar\u{0}00"
        var prefix: [UInt8] = []
        var link: [UInt8] = []
        /// The size field as written, if it is not the content's.
        var size: [UInt8]?
        /// Changes the block before its checksum is written.
        var change: @Sendable (inout [UInt8]) -> Void = { _ in }
        /// Changes it afterwards.
        var damage: @Sendable (inout [UInt8]) -> Void = { _ in }
        /// What the last block is filled up with.
        var padding: UInt8 = 0

        init(_ name: some Sequence<UInt8>, _ bytes: [UInt8] = []) {
            (self.name, content) = (Array(name), bytes)
        }

        init(_ name: String, _ text: String = "", type: Character = "0") {
            self.init(name.utf8, Array(text.utf8))
            self.type = type.asciiValue ?? 0
        }

        var octets: [UInt8] {
            let fill = [UInt8](repeating: padding, count: (512 - content.count % 512) % 512)
            return header + content + fill
        }

        private var header: [UInt8] {
            var block = [UInt8](repeating: 0, count: 512)
            func put(_ bytes: some Sequence<UInt8>, _ range: Range<Int>) {
                for (position, octet) in zip(range, bytes) { block[position] = octet }
            }
            put(name, 0..<100)
            put(mode.utf8, 100..<108)
            for start in [108, 116] { put("0000000\u{0}".utf8, start..<start + 8) }
            put(size ?? octal(content.count, 11), 124..<136)
            put("00000000000\u{0}".utf8, 136..<148)
            block[156] = type
            put(link, 157..<257)
            put(magic.utf8, 257..<265)
            put(prefix, 345..<500)
            change(&block)
            let sum = block.enumerated().reduce(0) {
                $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element))
            }
            put(octal(sum, 6) + [0, 0x20], 148..<156)
            damage(&block)
            return block
        }
    }

    var entries: [Entry]
    /// Between the last entry and the end.
    var beforeEnd: [UInt8] = []
    var end = [UInt8](repeating: 0, count: 1024)
    var suffix: [UInt8] = []

    init(_ bag: HostileBag) {
        entries = bag.files.flatMap { Self.entries(named: "\(bag.base)/\($0.path)", $0.bytes) }
    }

    var archive: [UInt8] { entries.flatMap(\.octets) + beforeEnd + end + suffix }

    /// A file, with an extended header where its name needs one.
    static func entries(named name: String, _ bytes: [UInt8]) -> [Entry] {
        guard name.utf8.count > 100 else { return [Entry(name.utf8, bytes)] }
        return [pax([("path", name)]), Entry(name.utf8.prefix(100), bytes)]
    }

    /// An extended header of these records.
    static func pax(_ records: [(String, String)], type: Character = "x") -> Entry {
        pax(octets: records.flatMap { record($0.0, Array($0.1.utf8)) }, type: type)
    }

    static func pax(octets: [UInt8], type: Character = "x") -> Entry {
        var entry = Entry("PaxHeaders/x".utf8, octets)
        entry.type = type.asciiValue ?? 0
        return entry
    }

    static func record(_ key: String, _ value: [UInt8]) -> [UInt8] {
        let rest = key.utf8.count + value.count + 3
        let guess = rest + String(rest).utf8.count
        let length = rest + String(guess).utf8.count
        return Array("\(length) \(key)=".utf8) + value + [0x0A]
    }
}

/// Octal digits, so many, without an end.
func octal(_ value: Int, _ digits: Int) -> [UInt8] {
    (0..<digits).reversed().map { UInt8(ascii: "0") + UInt8(value >> (3 * $0) & 7) }
}

/// GNU's form of a number: the highest bit, then eleven octets.
func base256(_ value: UInt64) -> [UInt8] {
    [0x80, 0, 0, 0] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
