/// Content without end, the same in every run.
struct ContentSource {
    private var noise: Noise
    private let isExport: Bool
    private var block: [UInt8] = []
    private var line = 0

    static func noise(_ number: Int) -> Self { Self(number, isExport: false) }
    static func export(_ number: Int) -> Self { Self(number, isExport: true) }

    private init(_ number: Int, isExport: Bool) {
        noise = Noise(seed: UInt64(number) + 2)
        self.isExport = isExport
    }

    private static let octets = 64 << 10
    private static let words = """
        incident request change problem capacity backup restore supplier review training record approved closed open
        escalated resolved within target breached availability service desk report owner procedure revision audit finding
        corrective action effective evidence customer network storage database release configuration item asset
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

    mutating func withNextBlock(_ body: (UnsafeRawBufferPointer) -> Void) {
        block.removeAll(keepingCapacity: true)
        while block.count < Self.octets { if isExport { addRow() } else { addNoise() } }
        block.withUnsafeBytes(body)
    }

    private mutating func addNoise() {
        withUnsafeBytes(of: noise.next()) { block.append(contentsOf: $0) }
    }

    /// `2026-03-14;INC-004711;closed within target;00:42:17;service desk`
    private mutating func addRow() {
        line += 1
        let chance = noise.next()
        add("2026-", Int(chance % 12) + 1, 2)
        add("-", Int(chance >> 8 % 28) % 28 + 1, 2)
        add(";INC-", line, 6)
        block.append(UInt8(ascii: ";"))
        for shift in [12, 20, 28, 36] {
            block.append(contentsOf: Self.words[Int(chance >> UInt64(shift) & 0xFF) % Self.words.count])
            block.append(UInt8(ascii: " "))
        }
        add(";00:", Int(chance >> 44 & 0xFF) % 60, 2)
        add(":", Int(chance >> 52 & 0xFF) % 60, 2)
        block.append(UInt8(ascii: "\n"))
    }

    private mutating func add(_ text: StaticString, _ number: Int, _ digits: Int) {
        text.withUTF8Buffer { block.append(contentsOf: $0) }
        let start = block.count
        var rest = number
        for _ in 0..<digits {
            block.insert(UInt8(ascii: "0") + UInt8(rest % 10), at: start)
            rest /= 10
        }
    }
}
