import Testing

@testable import Bundling

/// The texts of a bag.
@Suite struct ParserTests {
    static let sha = String(repeating: "aB", count: 32)

    static let declarations: [(String, String?)] = [
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", nil),
        ("BagIt-Version: 0.97\r\nTag-File-Character-Encoding: ISO-8859-1", nil),
        ("BagIt-Version: 1.0\rTag-File-Character-Encoding: UTF-8\r", nil),
        ("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "begins with a byte order mark"),
        ("BagIt-Version: 1.0\n", "not exactly two lines"),
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n", "not exactly two lines"),
        ("BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n", "no line “BagIt-Version: ” with a value"),
        (
            "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "no line “BagIt-Version: ” with a value"
        ),
        (
            "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n",
            "no line “BagIt-Version: ” with a value"
        ),
        ("BagIt-Version: 1\nTag-File-Character-Encoding: UTF-8\n", "the version is not of the form M.N"),
        ("BagIt-Version: +1.0\nTag-File-Character-Encoding: UTF-8\n", "the version is not of the form M.N"),
        (
            "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n",
            "no line “BagIt-Version: ” with a value"
        ),
    ]

    @Test(arguments: declarations) func aDeclarationIsReadStrictly(text: String, fault: String?) {
        do throws(BagDeclaration.Malformed) {
            let declaration = try BagDeclaration(parsing: Array(text.utf8))
            #expect(fault == nil && declaration.isSupported)
        } catch {
            #expect(error.reason == fault)
        }
    }

    @Test func versionsFrom093AreRead() {
        for (major, minor, expected) in [
            (0, 92, false), (0, 93, true), (0, 97, true), (1, 0, true), (1, 1, false),
        ] {
            #expect(BagDeclaration(major: major, minor: minor, encoding: "UTF-8").isSupported == expected)
        }
    }

    static let lines: [(String, String?, Bool)] = [
        (sha + "  data/a b.txt", "data/a b.txt", false),
        (sha + "\t \tdata/a.txt", "data/a.txt", false),
        (sha + " data/a.txt ", "data/a.txt ", false),
        (sha + " *data/a.txt", "data/a.txt", true),
        (sha + "  *a", "*a", false),
        (sha + "data/a.txt", nil, false),
        (sha.dropLast() + "  data/a.txt", nil, false),
        (sha.dropLast() + "g  data/a.txt", nil, false),
        (sha, nil, false),
        (sha + "  ", nil, false),
        ("# comment", nil, false),
    ]

    @Test(arguments: lines) func aManifestLineIsRead(text: String, path: String?, mark: Bool) {
        var parsed: [Manifest.Parsed] = []
        Manifest.forEachLine(of: Array(text.utf8), .sha256) { parsed.append($0) }
        if let path {
            let line = Manifest.Line(digest: Self.sha.lowercased(), path: path, hasBinaryMark: mark)
            #expect(parsed == [.line(line)])
        } else {
            #expect(parsed == [.malformed(1)])
        }
    }

    @Test func linesEndInAnyOfThreeWays() {
        let lines = TagText.lines(Array("a\nb\r\nc\rd\n\ne".utf8)).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines == ["a", "b", "c", "d", "", "e"])
        #expect(TagText.lines([]).isEmpty)
    }

    static let encodings: [(String, [UInt8], String?)] = [
        ("UTF-8", [0x61, 0xC3, 0xBC], "aü"),
        ("utf-8", [0x61, 0xFC], nil),
        ("ISO-8859-1", [0x61, 0xFC], "aü"),
        ("UTF-16", [0xFE, 0xFF, 0, 0x61, 0, 0xFC], "aü"),
        ("UTF-16", [0xFF, 0xFE, 0x61, 0, 0xFC, 0], "aü"),
        ("UTF-16LE", [0x61, 0, 0xFC, 0], "aü"),
        ("UTF-16", [0x61], nil),
        ("UTF-16", [0xD8, 0], nil),
    ]

    @Test(arguments: encodings) func declaredEncodingsAreDecoded(name: String, bytes: [UInt8], text: String?)
        throws
    {
        let encoding = try #require(TagText.Encoding(name: name))
        #expect(TagText.decode(bytes, encoding) == text.map { Array($0.utf8) })
        #expect(TagText.Encoding(name: "KOI8-R") == nil)
    }

    static let paths: [(String, String)] = [
        ("data/a\nb", "data/a%0Ab"), ("data/a\rb", "data/a%0Db"), ("data/100%", "data/100%25"),
        ("data/ü b", "data/ü b"), ("data/\r\n", "data/%0D%0A"),
    ]

    @Test(arguments: paths) func onlyThreeCharactersAreEncoded(path: String, encoded: String) {
        #expect(BagPath(path).encoded == encoded)
        #expect(BagPath(decoding: encoded) == BagPath(path))
        #expect(BagPath(decoding: encoded.replacing("%0A", with: "%0a")) == BagPath(path))
    }

    @Test func otherPerCentSignsAreThemselves() {
        #expect(BagPath(decoding: "data/a%20b%2").text == "data/a%20b%2")
    }

    @Test func spellingsDifferByOctet() {
        #expect(BagPath("\u{FC}") != BagPath("u\u{308}"))
        #expect(BagPath("\u{FC}").folded == BagPath("U\u{308}").folded)
        #expect(BagPath("Z") < BagPath("a") && BagPath("a") < BagPath("ä"))
    }

    @Test func infoKeepsItsOrderAndJoinsContinuedLines() {
        let text = "Source-Organization: Acme\nExternal-Description: one\n  two\n\tthree\nbroken\nA: b: c\n"
        let info = BagInfo(parsing: Array(text.utf8))
        #expect(
            info.fields == [
                InfoField("Source-Organization", "Acme"), InfoField("External-Description", "one two three"),
                InfoField("A", "b: c"),
            ])
        #expect(info.malformedLines == [5])
        #expect(BagInfo.values("source-ORGANIZATION", in: info.fields) == ["Acme"])
    }

    static let oxums: [(String, PayloadOxum?)] = [
        ("12.3", PayloadOxum(octets: 12, files: 3)), ("12", nil), ("12.", nil), ("-1.2", nil), ("1.2.3", nil),
    ]

    @Test(arguments: oxums) func oxumIsOctetsAndFiles(text: String, expected: PayloadOxum?) {
        #expect(PayloadOxum(text) == expected)
    }

    @Test func codesAreKebabCaseWords() {
        for code in Problem.Code.allCases {
            #expect(code.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
        }
    }
}
