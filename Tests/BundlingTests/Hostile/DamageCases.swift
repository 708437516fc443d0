@testable import Bundling

/// Archives that were cut off, or in which something was changed.
enum DamageCases {
    @CaseList static var all: [HostileCase] {
        contents
        cuts
        headers
        streams
    }

    private static let damaged = Verdict.refused("archive-damaged")

    @CaseList private static var contents: [HostileCase] {
        HostileCase.zip("a content that fails its checksum", damaged) { $0.entries[0].content[0] ^= 1 }
        HostileCase.zip("a checksum that is wrong in both headers", damaged) {
            $0.entries[0].both { $0.crc ^= 1 }
        }
        HostileCase.zip("deflated data that are none", damaged) {
            $0.entries[0].both { $0.method = 8 }
        }
        HostileCase.zip("octets behind the deflated data", damaged) {
            $0.entries[0].deflate()
            $0.entries[0].content += [0]
            $0.entries[0].both { $0.packed += 1 }
        }
        HostileCase.zip("deflated data without an end", damaged) {
            $0.entries[0].deflate()
            $0.entries[0].content.removeLast()
            $0.entries[0].both { $0.packed -= 1 }
        }
        HostileCase.zip("deflated data longer than announced", damaged) {
            $0.entries[0].deflate()
            $0.entries[0].both { $0.size -= 1 }
        }
        HostileCase.zip("deflated data shorter than announced", damaged) {
            $0.entries[0].deflate()
            $0.entries[0].both { $0.size += 1 }
        }
        HostileCase.zip("no content where some is announced", damaged) {
            $0.entries[0].content = []
            $0.entries[0].both { ($0.method, $0.packed) = (8, 0) }
        }
        HostileCase.zip("a payload changed with its checksum", .refused("checksum-mismatch")) {
            $0.entries[0] = .init("bag/data/a.txt", "alphA")
        }
        HostileCase.zip("deflated", .valid) { $0.deflate() }
        HostileCase.tar("a payload changed", .refused("checksum-mismatch")) {
            $0.entries[0].content[0] ^= 1
        }
    }

    /// Cut off after so many of its octets.
    private static let cutsTable: [Double] = [0.1, 0.5, 0.9, 0.98]

    @CaseList private static var cuts: [HostileCase] {
        cutsTable.flatMap { part in
            ["zip", "tar", "tar.gz", "tar.zst"].enumerated().map { index, form in
                HostileCase("\(form): cut off after \(Int(part * 100)) of 100 octets", damaged) {
                    let whole = HostileCase.inAllForms("", .valid) { HostileBag() }[index].bytes()
                    return Array(whole.prefix(Int(Double(whole.count) * part)))
                }
            }
        }
        HostileCase.tar("no end", damaged) { $0.end = [] }
        HostileCase.tar("half an end", damaged) { $0.end.removeLast(512) }
        HostileCase.tar("half a block at the end", damaged) { $0.end.removeLast(100) }
    }

    private static let headersTable: [(String, Int, UInt8)] = [
        ("a wrong checksum", 0, 0x62), ("a checksum that is no number", 148, 0x78),
        ("a magic of nobody", 258, 0x78),
        ("another version", 263, 0x31), ("a mode that is none", 100, 0x39),
    ]

    @CaseList private static var headers: [HostileCase] {
        headersTable.flatMap { name, position, octet in
            HostileCase.tar("\(name), in the second header", damaged) {
                $0.entries[1].damage = { block in block[position] = octet == block[position] ? 0x78 : octet }
            }
        }
        [
            ("no digits", Array("           ".utf8)), ("letters", Array("0000000000x".utf8)),
            ("a sign", Array("-0000000005".utf8)), ("hexadecimal digits", Array("0x000000005".utf8)),
            ("an eight", Array("00000000008".utf8)), ("digits behind a NUL", Array("0005\u{0}000001".utf8)),
            ("digits behind a blank", Array("5 0000000000".utf8)),
            ("a negative number", [UInt8](repeating: 0xFF, count: 12)),
            ("an unknown high bit", [0x81] + [UInt8](repeating: 0, count: 11)),
        ].flatMap { name, size in
            HostileCase.tar("a size of \(name)", damaged) { $0.entries[0].size = size }.prefix(1)
        }
        HostileCase.tar("a size in base 256", .valid) { $0.entries[0].size = base256(5) }.prefix(1)
        HostileCase.tar("a signed checksum", damaged) { tar in
            tar.entries.append(.init("bag/data/ü", "x"))
            tar.entries[tar.entries.count - 1].damage = { block in
                let sum = (Int(String(decoding: block[148..<154], as: UTF8.self), radix: 8) ?? 0) - 512
                block.replaceSubrange(148..<154, with: octal(sum, 6))
            }
        }
    }

    @CaseList private static var streams: [HostileCase] {
        HostileCase("tar.gz: a wrong checksum", damaged) { HostileGzip.member(tar, crc: 1) }
        HostileCase("tar.gz: a wrong length", damaged) { HostileGzip.member(tar, size: 1) }
        HostileCase("tar.gz: a flipped bit", damaged) { flipped(HostileGzip.member(tar), at: 60) }
        HostileCase("tar.gz: a reserved flag", damaged) { HostileGzip.member(tar, flags: 0x80) }
        HostileCase("tar.gz: a header whose checksum is wrong", damaged) {
            HostileGzip.member(tar, flags: 2, fields: [1, 2])
        }
        HostileCase("tar.gz: an unknown method", damaged) { flipped(HostileGzip.member(tar), at: 2) }
        HostileCase("tar.gz: with a name and a comment", .valid) {
            HostileGzip.member(tar, flags: 0x18, fields: Array("bag.tar\u{0}ours\u{0}".utf8))
        }
        HostileCase("tar.zst: a reserved bit", damaged) { HostileZstd.frame(tar, descriptor: [0x08, 0x50]) }
        HostileCase("tar.zst: a dictionary", damaged) {
            HostileZstd.frame(tar, descriptor: [0x01, 0x50, 7])
        }
        HostileCase("tar.zst: a checksum that is wrong", damaged) {
            HostileZstd.frame(tar, descriptor: [0x04, 0x50], end: [1, 2, 3, 4])
        }
        HostileCase("tar.zst: a length that is wrong", damaged) {
            HostileZstd.frame(tar, descriptor: [0x80, 0x50, 1, 2, 0, 0])
        }
        HostileCase("tar.zst: a block of a reserved type", damaged) {
            flipped(HostileZstd.frame(tar), at: 6, by: 6)
        }
    }

    private static let tar = HostileTar(HostileBag()).archive

    private static func flipped(_ bytes: [UInt8], at position: Int, by bits: UInt8 = 1) -> [UInt8] {
        var flipped = bytes
        flipped[position] ^= bits
        return flipped
    }
}
