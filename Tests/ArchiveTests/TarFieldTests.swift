import Testing

@testable import Archive

/// Numbers and records of tar headers, read strictly.
@Suite struct TarFieldTests {
    static let numbers: [([UInt8], Int?)] = [
        (Array("00000000005\u{0}".utf8), 5), (Array("00000000010 ".utf8), 8), (Array("  5\u{0}".utf8), 5),
        (Array("777777777777".utf8), 0o777777777777), (Array("5 \u{0}".utf8), 5),
        ([0x80] + [UInt8](repeating: 0, count: 10) + [7], 7),
        ([0x80, 0, 0, 0, 0x7F] + [UInt8](repeating: 0xFF, count: 7), .max),
        ([0x80, 0, 0, 0, 0x80] + [UInt8](repeating: 0, count: 7), nil),
        ([0x80, 1] + [UInt8](repeating: 0, count: 10), nil),
        ([UInt8](repeating: 0xFF, count: 12), nil), ([0xC0] + [UInt8](repeating: 0, count: 11), nil),
        (Array("\u{0}\u{0}\u{0}".utf8), nil), (Array("   ".utf8), nil), (Array("8".utf8), nil),
        (Array("5x".utf8), nil),
        (Array("5\u{0}5".utf8), nil), (Array("5 5".utf8), nil), (Array("-5".utf8), nil),
        (Array("\u{0}5".utf8), nil), ([], nil),
    ]

    @Test(arguments: numbers) func aNumberIsOneToEveryReader(field: [UInt8], number: Int?) {
        #expect(TarField.number(field[...]) == number)
    }

    @Test func whatNothingDependsOnMayBeEmptyOrNegative() {
        #expect(TarField.isNumberOrEmpty([0, 0, 0]) && TarField.isNumberOrEmpty([0xFF, 0xFF, 0xFE]))
        #expect(!TarField.isNumberOrEmpty([0x39, 0x39]))
        #expect(TarField.isNumberOrEmpty([UInt8](repeating: 0xFF, count: 12)[...]))
        #expect(!TarField.isNumberOrEmpty(([0xFF] + [UInt8](repeating: 0, count: 11))[...]))
    }

    static let records: [(String, TarFault.Code?)] = [
        ("", nil), ("9 path=x\n", nil), ("9 path=x\n9 size=1\n", nil),
        ("9 path=x\n9 path=x\n", .contradictory),
        ("11 path=x\n", .damaged), ("8 path=x\n", .damaged), ("09 path=x\n", .damaged),
        ("9path=x\n", .damaged),
        ("5 =x\n", .damaged), ("7 path\n", .damaged), ("99999999999 x=y\n", .damaged),
        ("-9 path=x\n", .damaged),
        ("15 linkpath=/x\n", .notAFile), ("21 GNU.sparse.map=0,1\n", .damaged),
        ("22 GNU.sparse.map=0,1\n", .notAFile),
        ("13 mtime=1.5\n", nil), ("12 mtime=-1\n", nil), ("13 mtime=..5\n", .damaged),
        ("8 uid=x\n", .damaged),
        ("16 GNU.volume=x\n", .notAFile), ("21 hdrcharset=BINARY\n", .nameUnreadable),
    ]

    @Test(arguments: records) func extendedHeadersAreReadStrictly(text: String, code: TarFault.Code?) {
        if let code {
            let fault = #expect(throws: TarFault.self) { try PaxRecords(Array(text.utf8)) }
            #expect(fault?.code == code)
        } else {
            #expect(throws: Never.self) { try PaxRecords(Array(text.utf8)) }
        }
    }

    static let standIns: [(String, String, Bool)] = [
        ("bag/data/a", "bag/data/a", true), ("bag/data/a", "bag/data/b", false),
        ("bag/data/ü", "bag/data/?", true),
        ("bag/data/ü", "bag/data/x", false), (long, String(long.prefix(100)), true),
        (long, String(long.prefix(99)), true),
        (long, String(long.prefix(50)), false), (long, "evil", false),
        (long, "@PathCut/_pc_crc32/00FA94B6/n", true),
        (long, "bag/evil", false), (long + long, "bag/data/n", true), (long + long, "evil/data/n", false),
    ]

    private static let long = "bag/data/" + String(repeating: "n", count: 150)

    @Test(arguments: standIns) func aShorterNameIsAFormOfTheName(
        name: String, standIn: String, isAdmitted: Bool
    ) {
        #expect(TarStandIn(Array(name.utf8)).admits(Array(standIn.utf8)) == isAdmitted)
    }
}
