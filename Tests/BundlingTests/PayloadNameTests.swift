import Testing

@testable import Bundling

/// Names that every system can hold.
@Suite struct PayloadNameTests {
    static let table: [(String, String)] = [
        ("8.6.1 Incident management", "8.6.1 Incident management"),
        ("Müller-訓練", "Müller-訓練"),
        ("Mu\u{308}ller", "M\u{FC}ller"),
        ("", "untitled"),
        ("..", "untitled"),
        (" . hidden . ", "hidden"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("a/b\\c:d|e", "a-b-c-d-e"),
        ("what? *100%* \"quoted\" <x>", "what 100 'quoted' (x)"),
        ("[8.2.3]", "(8.2.3)"),
        ("annual\u{202E}fdp.exe", "annualfdp.exe"),
        ("tab\tand\nline\u{0}end", "tab and lineend"),
        ("zero\u{200B}width\u{FEFF}", "zerowidth"),
        ("ideographic\u{3000}space", "ideographic space"),
        ("report 🎉", "report 🎉"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("COM1.log", "_COM1.log"),
        ("Console", "Console"),
        ("e\u{200B}\u{301}", "\u{E9}"),
        (String(repeating: "a", count: 300), String(repeating: "a", count: 90)),
        (String(repeating: "訓", count: 90), String(repeating: "訓", count: 30)),
        (String(repeating: "a", count: 89) + " b", String(repeating: "a", count: 89)),
    ]

    @Test(arguments: table) func aPartIsSafe(text: String, expected: String) {
        let part = PayloadName.part(text)
        #expect(part.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(part)")
        #expect(NameRule.fault(inPart: part) == nil)
        #expect(PayloadName.part(part) == part)
    }

    static let extensions: [(String, String?)] = [
        ("a.docx", "docx"), ("A.PDF", "PDF"), ("a.tar.gz", "gz"), ("a", nil), (".profile", nil), ("a.", nil),
        ("a.b c", nil), ("a.ö", nil), ("a.12345678901", nil), ("a.mp4", "mp4"), ("a.t\u{202E}xt", nil),
    ]

    @Test(arguments: extensions) func onlyPlainExtensionsAreKept(name: String, expected: String?) {
        #expect(PayloadName.fileExtension(of: name) == expected)
    }

    @Test func namesAreUniqueOnEveryFileSystem() {
        var namer = PayloadNamer()
        let stems = ["PRO-1 Größe", "pro-1 größe", "PRO-1 Gro\u{308}ße", "PRO-1 GRÖSSE", "PRO-1 Größe"]
        let names = stems.map {
            namer.name(folder: "7.2 Competence", stem: $0, suffix: nil, originalName: "x.pdf")
        }
        #expect(
            names == [
                "data/evidence/7.2 Competence/PRO-1 Größe.pdf",
                "data/evidence/7.2 Competence/pro-1 größe (2).pdf",
                "data/evidence/7.2 Competence/PRO-1 Größe (3).pdf",
                "data/evidence/7.2 Competence/PRO-1 GRÖSSE (4).pdf",
                "data/evidence/7.2 Competence/PRO-1 Größe (5).pdf",
            ])
        #expect(
            namer.name(folder: "7.2 COMPETENCE", stem: "b", suffix: nil, originalName: "b")
                == "data/evidence/7.2 Competence/b")
    }

    @Test func longNamesKeepNumberAndExtension() {
        var namer = PayloadNamer()
        let title = String(repeating: "長", count: 300)
        for number in 1...3 {
            let name = namer.name(folder: title, stem: title, suffix: nil, originalName: "x.xlsx")
            #expect(name.hasSuffix(number == 1 ? "長.xlsx" : "長 (\(number)).xlsx"))
            #expect(name.split(separator: "/").allSatisfy { $0.utf8.count <= PayloadName.limit })
        }
    }

    @Test func aLongTitleLeavesTheSuffixWhole() {
        var namer = PayloadNamer()
        let title = "INC-1 " + String(repeating: "title ", count: 40)
        for suffix in ["v2.1", "2026-01-01..2026-12-31", String(repeating: "s", count: 40)] {
            for number in 1...2 {
                let name = namer.name(folder: "8.6", stem: title, suffix: suffix, originalName: "x.docx")
                #expect(name.hasSuffix(" \(suffix)\(number == 1 ? "" : " (2)").docx"))
                #expect(name.hasPrefix("data/evidence/8.6/INC-1 title"))
                #expect(name.utf8.count <= "data/evidence/8.6/".utf8.count + PayloadName.limit)
            }
        }
    }

    @Test(arguments: [
        (nil, "a.pdf"), ("", "a.pdf"), (" . ", "a.pdf"), ("v1/2", "a v1-2.pdf"), ("CON", "a CON.pdf"),
        (String(repeating: "長", count: 20), "a \(String(repeating: "長", count: 13)).pdf"),
    ])
    func aSuffixIsSafe(suffix: String?, expected: String) {
        var namer = PayloadNamer()
        let name = namer.name(folder: "8.6", stem: "a", suffix: suffix, originalName: "x.pdf")
        #expect(name == "data/evidence/8.6/" + expected)
    }

    static let faults: [(String, String?)] = [
        ("bag/data/a.txt", nil), ("bag/data/Müller-訓練.txt", nil), ("bag/100%.txt", nil),
        ("", "empty name"), ("/etc/passwd", "absolute path"), ("bag//a", "empty part"),
        ("bag/a/", "empty part"),
        ("bag/../a", "leads out of its folder"), ("./a", "leads out of its folder"),
        ("C:/a", "character :"), ("bag/a\\b", "character \\"),
        ("bag/a\u{1}", "control or bidirectional character"),
        ("bag/a\u{202E}b", "control or bidirectional character"),
        ("bag/a.", "ends in a dot or a blank"), ("bag/a /b", "ends in a dot or a blank"),
        ("bag/aux", "name reserved by Windows"), ("bag/LPT9.txt", "name reserved by Windows"),
        ("bag/data/\u{301}a", nil), ("bag/../\u{301}a", "leads out of its folder"),
        ("bag/COM10", nil), ("bag/" + String(repeating: "a", count: 256), "part over 255 octets"),
        (String(repeating: "a/", count: 2_100) + "b", "path over 4096 octets"),
    ]

    @Test(arguments: faults) func pathsFromArchivesAreJudged(path: String, fault: String?) {
        #expect(NameRule.fault(inPath: path) == fault)
    }
}
