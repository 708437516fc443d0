@testable import Bundling

/// Tar archives that one program reads one way and another program another way.
enum TarAmbiguityCases {
    @CaseList static var all: [HostileCase] {
        ends
        names
        headers
        longNames
        streams
        places
    }

    private static let refused = Verdict.refused("archive-contradictory")

    @CaseList private static var ends: [HostileCase] {
        HostileCase.tar("octets behind the end", refused) { $0.suffix = [1] }
        HostileCase.tar("a block behind the end", refused) { $0.suffix = [UInt8](repeating: 1, count: 512) }
        HostileCase.tar("another archive behind the end", refused) {
            $0.suffix = HostileTar(HostileBag()).archive
        }
        HostileCase.tar("another archive after a record", refused) {
            $0.suffix = [UInt8](repeating: 0, count: 9_216) + HostileTar(HostileBag()).archive
        }
        HostileCase.tar("an empty block in the middle", refused) {
            $0.entries[1].damage = { $0 = [UInt8](repeating: 0, count: 512) + $0 }
        }
        HostileCase.tar("half a block behind the end", refused) {
            $0.suffix = [UInt8](repeating: 0, count: 100)
        }
        HostileCase.tar("filled up to a record", .valid) {
            $0.suffix = [UInt8](repeating: 0, count: 20 * 512)
        }
        HostileCase.tar("something in the padding", refused) { $0.entries[0].padding = 0x41 }
    }

    @CaseList private static var names: [HostileCase] {
        HostileCase.tar("a NUL in a name", .refused("name-forbidden")) { $0.entries[0].name += [0, 0x78] }
        HostileCase.tar("a NUL in a prefix", .refused("name-forbidden")) {
            $0.entries[0].prefix = [0x62, 0, 0x78]
        }
        HostileCase.tar("a prefix", .valid) {
            ($0.entries[0].prefix, $0.entries[0].name) = (Array("bag/data".utf8), Array("a.txt".utf8))
        }
        HostileCase.tar("a prefix that leads out", .refused("name-forbidden")) {
            $0.entries[0].prefix = Array("../..".utf8)
        }
        HostileCase.tar("a long path with a stand-in of another bag", refused) {
            let path = "bag/data/" + String(repeating: "b", count: 100)
            $0.entries += [HostileTar.pax([("path", path)]), .init("other/evil", "x")]
        }
        HostileCase.tar("a folder without a slash", .valid) {
            $0.entries.insert(.init("bag", type: "5"), at: 0)
        }
    }

    @CaseList private static var headers: [HostileCase] {
        HostileCase.tar("two extended headers", refused) {
            $0.entries.insert(
                contentsOf: [HostileTar.pax([("uid", "1")]), HostileTar.pax([("uid", "1")])], at: 0)
        }
        HostileCase.tar("an extended header for nothing", refused) {
            $0.entries.append(HostileTar.pax([("uid", "1")]))
        }
        HostileCase.tar("GNU's magic", .valid) { $0.entries[0].magic = "ustar  \u{0}" }
        HostileCase.tar("old sparse fields", refused) {
            $0.entries[0].magic = "ustar  \u{0}"
            $0.entries[0].change = { block in
                block.replaceSubrange(386..<410, with: octal(0, 12) + octal(5, 12))
            }
        }
        HostileCase.tar("octets at a header's end", refused) { $0.entries[0].change = { $0[508] = 0x74 } }
    }

    private static func long(_ name: String, _ verdict: Verdict, _ content: [UInt8], _ standIn: [UInt8])
        -> [HostileCase]
    {
        HostileCase.tar(name, verdict) {
            var header = HostileTar.Entry("././@LongLink".utf8, content)
            header.type = UInt8(ascii: "L")
            $0.entries[0].name = standIn
            $0.entries.insert(header, at: 0)
        }
    }

    @CaseList private static var longNames: [HostileCase] {
        [
            long("a long name", .refused("payload-unlisted"), longName + [0], Array(longName.prefix(100))),
            long(
                "a long name of another", refused, Array("bag/data/b.txt\u{0}".utf8),
                Array("bag/data/a.txt".utf8)),
            long("a long name with another stand-in", refused, longName + [0], Array("bag/data/a.txt".utf8)),
            long(
                "a long name with a NUL", .refused("name-forbidden"), longName + [0, 0x78, 0],
                Array(longName.prefix(100))),
            long(
                "a long name without an end", .refused("name-forbidden"), longName,
                Array(longName.prefix(100))),
            long("a long name of nothing", .refused("name-forbidden"), [], Array("bag/data/a.txt".utf8)),
            long(
                "a long name that leads out", .refused("name-forbidden"),
                Array("bag/../".utf8) + longName + [0],
                Array(("bag/../" + String(decoding: longName, as: UTF8.self)).utf8.prefix(100))),
        ].flatMap { $0.prefix(1) }
        HostileCase.tar("a long name and an extended header", refused) {
            $0.entries.insert(HostileTar.pax([("uid", "1")]), at: 0)
            $0.entries.insert(.init("././@LongLink", "bag/data/a.txt\u{0}", type: "L"), at: 1)
        }
    }

    private static let longName = Array(("bag/data/" + String(repeating: "n", count: 120)).utf8)

    private static let tar = HostileTar(HostileBag()).archive

    @CaseList private static var streams: [HostileCase] {
        HostileCase("tar.gz: two members", refused) { HostileGzip.member(tar) + HostileGzip.member(tar) }
        HostileCase("tar.gz: an empty second member", refused) {
            HostileGzip.member(tar) + HostileGzip.member([])
        }
        HostileCase("tar.gz: octets behind it", refused) { HostileGzip.member(tar) + [0] }
        HostileCase("tar.gz: one archive in two members", .refused("archive-damaged")) {
            HostileGzip.member(Array(tar.prefix(1024))) + HostileGzip.member(Array(tar.dropFirst(1024)))
        }
        HostileCase("tar.zst: two frames", refused) { HostileZstd.frame(tar) + HostileZstd.frame(tar) }
        HostileCase("tar.zst: one archive in two frames", refused) {
            HostileZstd.frame(Array(tar.prefix(1024))) + HostileZstd.frame(Array(tar.dropFirst(1024)))
        }
        HostileCase("tar.zst: octets behind it", refused) { HostileZstd.frame(tar) + [0] }
        HostileCase("tar.zst: a skippable frame behind it", refused) {
            HostileZstd.frame(tar) + HostileZstd.skippable([1])
        }
        HostileCase("tar.zst: a skippable frame before it", .refused("not-a-bundle")) {
            HostileZstd.skippable([1]) + HostileZstd.frame(tar)
        }
        HostileCase("tar.zst: a gzip member behind it", refused) {
            HostileZstd.frame(tar) + HostileGzip.member(tar)
        }
        HostileCase("tar.zst: one segment", .valid) {
            HostileZstd.frame(tar, descriptor: [0xA0] + little([UInt64(tar.count)], 4))
        }
    }

    @CaseList private static var places: [HostileCase] {
        HostileCase.tar("two entries of one name", .refused("name-duplicate")) {
            $0.entries.append($0.entries[0])
        }
        HostileCase.tar("a file and a folder", .refused("name-file-and-folder")) {
            $0.entries.append(.init("bag/data/a.txt/b", "x"))
        }
        HostileCase.tar("two folders of one name", .refused("name-duplicate")) {
            $0.entries += [.init("bag/data/c/", type: "5"), .init("bag/data/c/", type: "5")]
        }
    }
}
