@testable import Bundling

/// Extended headers that one program reads one way and another program another way.
enum PaxCases {
    @CaseList static var all: [HostileCase] {
        records
        sizes
        large
    }

    private static let refused = Verdict.refused("archive-contradictory")

    private static func pax(_ name: String, _ verdict: Verdict, _ octets: [UInt8], type: Character = "x")
        -> [HostileCase]
    {
        HostileCase.tar(name, verdict) {
            $0.entries.insert(HostileTar.pax(octets: octets, type: type), at: 0)
        }
    }

    @CaseList private static var records: [HostileCase] {
        [
            pax("a path of its own", refused, HostileTar.record("path", Array("bag/data/b.txt".utf8))),
            pax("a path twice", refused, path + path),
            pax("two paths", refused, path + HostileTar.record("path", Array("bag/data/b.txt".utf8))),
            pax("the same path again", .valid, path),
            pax(
                "a NUL in a path", .refused("name-forbidden"),
                HostileTar.record("path", Array("bag/data/a.txt\u{0}x".utf8))),
            pax("an empty path", .refused("name-forbidden"), HostileTar.record("path", [])),
            pax("a path that is no UTF-8", .refused("name-forbidden"), HostileTar.record("path", [0xFC])),
            pax(
                "another character set", .refused("name-forbidden"),
                HostileTar.record("hdrcharset", Array("BINARY".utf8))),
            pax(
                "UTF-8 by name", .valid,
                HostileTar.record("hdrcharset", Array("ISO-IR 10646 2000 UTF-8".utf8))),
            pax(
                "times and owners", .valid,
                HostileTar.pax([("mtime", "1.5"), ("uid", "7"), ("uname", "x")]).content),
            pax("a record too long", .refused("archive-damaged"), Array("99 path=x\n".utf8)),
            pax("a record too short", .refused("archive-damaged"), Array("5 path=x\n".utf8)),
            pax("a record without a line end", .refused("archive-damaged"), Array("8 path=x".utf8)),
            pax("a record without a length", .refused("archive-damaged"), Array("path=x\n".utf8)),
            pax("a record without a key", .refused("archive-damaged"), Array("5 =x\n".utf8)),
            pax("a record without a value", .refused("archive-damaged"), Array("7 path\n".utf8)),
            pax("a length with a zero before it", .refused("archive-damaged"), Array("010 path=x\n".utf8)),
            pax(
                "a length beyond all numbers", .refused("archive-damaged"),
                Array("99999999999999999999 path=x\n".utf8)),
            pax("an empty extended header", .valid, []),
            pax("a comment for all", .valid, HostileTar.record("comment", Array("abc".utf8)), type: "g"),
            pax("a path for all", refused, path, type: "g"),
            pax("a size for all", refused, HostileTar.record("size", Array("5".utf8)), type: "g"),
        ].flatMap { $0.prefix(2) }
    }

    private static let path = HostileTar.record("path", Array("bag/data/a.txt".utf8))

    private static let sizesTable: [(String, Verdict, String)] = [
        ("the same size again", Verdict.valid, "5"), ("a larger size", refused, "512"),
        ("a smaller size", refused, "1"),
        ("a size of nothing", refused, "0"), ("a negative size", .refused("archive-damaged"), "-5"),
        ("a size with a blank", .refused("archive-damaged"), " 5"),
        ("no size", .refused("archive-damaged"), ""),
        ("a size beyond all numbers", .refused("archive-damaged"), "9999999999999999999"),
        ("a size that contradicts a large one", refused, String(30 << 30)),
    ]

    @CaseList private static var sizes: [HostileCase] {
        sizesTable.flatMap { name, verdict, size in
            pax(name, verdict, HostileTar.record("size", Array(size.utf8))).prefix(1)
        }
    }

    /// A size that a header's own field cannot hold: 0 stands in for it.
    @CaseList private static var large: [HostileCase] {
        HostileCase.tar("a size that only the records can hold", .refused("too-large")) {
            $0.entries[0].size = octal(0, 11)
            $0.entries.insert(HostileTar.pax([("size", String(30 << 30))]), at: 0)
        }
    }
}
