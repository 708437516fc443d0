import Certification
import Foundation
import Testing

@Suite("Encodings of lists")
struct ListEncodingTests {
    private static let text = "id;Titel\r\nA-1;Prüfung für Änderungen, déjà vu\r\n"

    /// Written out: Foundation takes another code page for Mac OS Roman here.
    private static let mac: [UInt8] =
        Array("id;Titel\r\nA-1;Pr".utf8) + [0x9F] + Array("fung f".utf8) + [0x9F] + Array("r ".utf8) + [0x80]
        + Array("nderungen, d".utf8) + [0x8E, 0x6A, 0x88] + Array(" vu\r\n".utf8)

    private static func octets(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
        Array(text.data(using: encoding) ?? Data())
    }

    @Test(
        "found out",
        arguments: [
            (octets(text, .utf8), .utf8), ([0xEF, 0xBB, 0xBF] + octets(text, .utf8), .utf8),
            ([0xFF, 0xFE] + octets(text, .utf16LittleEndian), .utf16LittleEndian),
            ([0xFE, 0xFF] + octets(text, .utf16BigEndian), .utf16BigEndian),
            (octets(text, .utf16LittleEndian), .utf16LittleEndian),
            (octets(text, .utf16BigEndian), .utf16BigEndian), (octets(text, .windowsCP1252), .windows1252),
            (mac, .macRoman),
        ] as [([UInt8], ListEncoding)])
    func found(octets: [UInt8], encoding: ListEncoding) throws {
        #expect(try ListEncoding.detect(octets) == encoding)
        #expect(try encoding.text(octets) == Self.text)
    }

    @Test("the code page of Windows, character by character")
    func windows() throws {
        for octet in UInt8(0x80)...0xFF {
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(octet) {
                #expect(throws: ListEncoding.Fault.notEncoded(.windows1252, offset: 0)) {
                    try ListEncoding.windows1252.text([octet])
                }
            } else {
                let expected = String(data: Data([octet]), encoding: .windowsCP1252)
                #expect(try ListEncoding.windows1252.text([octet]) == expected, "\(octet)")
            }
        }
    }

    @Test("the code page of the Macintosh, row by row")
    func macintosh() throws {
        let rows = [
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü", "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø",
            "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ",
            "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙı\u{2C6}\u{2DC}¯\u{2D8}\u{2D9}\u{2DA}¸\u{2DD}\u{2DB}\u{2C7}",
        ]
        for (place, row) in rows.enumerated() {
            let octets = (0..<32).map { UInt8(0x80 + 32 * place + $0) }
            #expect(try ListEncoding.macRoman.text(octets) == row)
        }
    }

    @Test(
        "no text",
        arguments: [
            ([0x00, 0x01, 0x00, 0x00, 0x41, 0x00, 0x00], .binary),
            ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
        ] as [([UInt8], ListEncoding.Fault)])
    func refused(octets: [UInt8], fault: ListEncoding.Fault) {
        #expect(throws: fault) { try ListEncoding.detect(octets) }
    }

    @Test(
        "not in the encoding that was named",
        arguments: [
            (.utf8, [0x41, 0xE4, 0x42], 1), (.utf8, [0x41, 0], 1), (.utf16LittleEndian, [0x41, 0, 0x42], 2),
            (.utf16BigEndian, [0xD8, 0, 0, 0x41], 0), (.windows1252, [0x41, 0x42, 0x81], 2),
            (.macRoman, [0x41, 0], 1),
        ] as [(ListEncoding, [UInt8], Int)])
    func wrong(encoding: ListEncoding, octets: [UInt8], offset: Int) {
        #expect(throws: ListEncoding.Fault.notEncoded(encoding, offset: offset)) {
            try encoding.text(octets)
        }
    }
}

@Suite("How the cells of a list are separated")
struct DialectTests {
    @Test(
        "found out",
        arguments: [
            ("id,title\nA,x\n", .csv), ("id;title\nA;1,5\nB;2,5\n", .semicolons), ("id\ttitle\nA\tx\n", .tsv),
            ("id|title\nA|x\n", .init(separator: UInt8(ascii: "|"))), ("id\nA\n", .csv), ("", .csv),
            ("id,clauses\nA,8.6.1;8.6.2\nB,9.1;9.2\n", .csv),
            ("Master list of documents;;\nid;title;owner\nA;x, y, z;b\n", .semicolons),
            ("id\ttitle\nA\t\"x\ty\"\nB\t\"two\nlines\"\n", .init(separator: UInt8(ascii: "\t"))),
            ("id\ttitle\nA\t19\" rack\nB\t\"half\n", .tsv),
            ("id,title\n'A','x, y'\n", .init(separator: UInt8(ascii: ","), quote: UInt8(ascii: "'"))),
            ("id,title\nA,'=1+1\nB,'s Gravenhage\n", .csv),
            ("id;title\rA;x\rB;y\r", .semicolons), ("id,title\r\n\"A\",\"x; y; z\"\r\n", .csv),
        ] as [(String, DelimitedText.Dialect)])
    func found(text: String, dialect: DelimitedText.Dialect) {
        #expect(DelimitedText.Dialect.detect(text) == dialect)
    }

    @Test("the separator that the user names")
    func said() {
        #expect(DelimitedText.Dialect.detect("a,b,c\n1,2,3\n", separator: UInt8(ascii: ";")) == .semicolons)
    }

    @Test(
        "the apostrophe before what a spreadsheet would run comes and goes",
        arguments: [
            ("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("-12", "-12"), ("'-12", "''-12"), ("-x", "'-x"),
            ("'s", "'s"), ("", ""), ("'", "'"), ("@a", "'@a"), ("\u{FF1D}1", "'\u{FF1D}1"),
            ("plain", "plain"),
        ])
    func formulas(text: String, guarded: String) {
        #expect(FormulaGuard.added(to: text) == guarded)
        #expect(FormulaGuard.removed(from: guarded) == text)
    }
}
