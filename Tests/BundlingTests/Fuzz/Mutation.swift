/// Changes octets as accidents and attackers do: flipped bits, splices, truncations, and numbers at their edges.
enum Mutation {
    static func mutate(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0...dice.below(3) { change(&bytes, &dice) }
        return bytes
    }

    private static func change(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !bytes.isEmpty else { return bytes.append(UInt8(dice.below(256))) }
        let position = dice.below(bytes.count)
        switch dice.below(9) {
        case 0: bytes[position] ^= 1 << UInt8(dice.below(8))
        case 1: bytes[position] = dice.one(of: interesting, or: 0)
        case 2: bytes.removeSubrange(range(from: position, in: bytes, &dice))
        case 3:
            bytes.insert(
                contentsOf: bytes[range(from: position, in: bytes, &dice)], at: dice.below(bytes.count))
        case 4: bytes.insert(contentsOf: dice.one(of: tokens, or: []), at: position)
        case 5: replace(&bytes, at: position, dice.one(of: tokens, or: []))
        case 6: replace(&bytes, at: position, number(&dice))
        case 7: bytes.swapAt(position, dice.below(bytes.count))
        default: if dice.once(in: 4) { bytes.removeLast(bytes.count - position) }
        }
    }

    private static func range(from start: Int, in bytes: [UInt8], _ dice: inout Dice) -> Range<Int> {
        start..<min(bytes.count, start + 1 + dice.below(dice.once(in: 4) ? bytes.count : 40))
    }

    private static func replace(_ bytes: inout [UInt8], at position: Int, _ others: [UInt8]) {
        bytes.replaceSubrange(position..<min(bytes.count, position + others.count), with: others)
    }

    /// A number of 1, 2, 4 or 8 octets near one of its edges.
    private static func number(_ dice: inout Dice) -> [UInt8] {
        let edges: [UInt64] = [
            0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, UInt64(Int64.max), .max,
        ]
        let value = dice.one(of: edges, or: 0) &+ UInt64(dice.below(3)) &- 1
        return little([value], dice.one(of: [1, 2, 4, 8], or: 4))
    }

    private static let interesting: [UInt8] = [
        0, 1, 0x0A, 0x0D, 0x20, 0x25, 0x2E, 0x2F, 0x39, 0x3A, 0x5C, 0x7F, 0x80, 0xC3, 0xFF,
    ]

    private static let tokens: [[UInt8]] =
        [
            "../", "/", "\\", "C:", "data/", "bag/", "%0A", "%25", "%2e", " *", "  ", "\t", "\r\n", "\n",
            ": ", "\u{FEFF}",
            "\u{202E}", "\u{301}", "aux", "CON", "BagIt-Version: 1.0", "Payload-Oxum: ",
            "99999999999999999999", "-1", "+5",
            "path=", "size=", "GNU.sparse.major=1", "12 path=a\n", "ustar\u{0}00", "ustar  \u{0}",
            "00000000005",
            "bagit.txt", "manifest-sha256.txt", "data/a.txt", "fetch.txt",
        ].map { Array($0.utf8) } + [
            [0x50, 0x4B, 3, 4], [0x50, 0x4B, 1, 2], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 6, 6],
            [0x50, 0x4B, 6, 7],
            [0x50, 0x4B, 7, 8], [0x75, 0x70], [0x01, 0x99], [1, 0, 16, 0], [0x1F, 0x8B, 8, 0],
            [0x28, 0xB5, 0x2F, 0xFD],
            [UInt8](repeating: 0, count: 512), [UInt8](repeating: 0xFF, count: 8), [0xED, 0xA0, 0x80],
        ]
}
