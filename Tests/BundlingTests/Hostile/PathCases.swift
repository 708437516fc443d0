@testable import Bundling

/// Names that lead out of a folder, mean something else on another system, or read otherwise than they are spelled.
enum PathCases {
    @CaseList static var all: [HostileCase] {
        forbidden
        raw
        overlong
        allowed
        clashes
    }

    private static let names: [(String, String)] = [
        ("dot dot in the middle", "data/../evil"), ("dot dot at the end", "data/x/.."),
        ("dot dot out of everything", "data/../../../../tmp/evil"), ("a single dot", "data/./evil"),
        ("an empty part", "data//evil"), ("a backslash", "data\\evil"),
        ("dot dot and backslashes", "data/..\\..\\evil"), ("a drive", "data/C:evil"),
        ("an alternate stream", "data/a.txt:evil"), ("a line feed", "data/a\nb"),
        ("a carriage return", "data/a\rb"), ("a tab", "data/a\tb"), ("an escape", "data/\u{1B}[2Jevil"),
        ("delete", "data/a\u{7F}"), ("a C1 control", "data/a\u{9B}31m"),
        ("right to left override", "data/\u{202E}txt.exe"), ("left to right mark", "data/a\u{200E}"),
        ("a line separator", "data/a\u{2028}b"),
        ("an isolate", "data/\u{2066}a\u{2069}"), ("Arabic letter mark", "data/a\u{61C}b"),
        ("CON", "data/CON"), ("aux.txt", "data/aux.txt"), ("Nul in a folder's name", "data/Nul/a"),
        ("COM1", "data/COM1.log"), ("COM and a superscript one", "data/COM¹"),
        ("lpt9 and two extensions", "data/lpt9.tar.gz"), ("prn and a blank", "data/prn .txt"),
        ("CONIN$", "data/CONIN$"), ("aux, a dot and a combining mark", "data/aux.\u{301}txt"),
        ("a dot at the end", "data/evil."), ("a blank at the end", "data/evil "),
        ("a folder that ends in a blank", "data/evil /a"),
        ("a dot after an Arabic number sign", "data/a\u{600}."),
        ("256 octets in a part", "data/" + String(repeating: "a", count: 256)),
        ("255 letters that are 510 octets", "data/" + String(repeating: "ü", count: 255)),
        ("4097 octets", deep(4_097)),
    ]

    /// A path inside the bag so long that the whole path has so many octets.
    private static func deep(_ octets: Int) -> String {
        var path = "data/" + String(repeating: "aaaaaaa/", count: (octets - 10) / 8 - 1)
        while path.utf8.count < octets - 4 { path += "b" }
        return path
    }

    /// Listed in the manifest, so that nothing but the name speaks against them.
    private static let forbidden: [HostileCase] = names.flatMap { name, path in
        let cases = HostileCase.inAllForms(name, .refused("name-forbidden")) { HostileBag([(path, "x")]) }
        return [cases[0], cases[1]]
    }

    /// Entries beside the bag.
    private static let rawTable: [(String, [UInt8])] = [
        ("absolute", Array("/tmp/evil".utf8)), ("two slashes before", Array("//server/share".utf8)),
        ("dot dot before", Array("../evil".utf8)), ("nothing but dot dot", Array("..".utf8)),
        ("a Windows path", Array("C:\\evil".utf8)), ("a NUL", Array("bag/data/a.txt\u{0}.exe".utf8)),
        ("Latin-1", Array("bag/data/".utf8) + [0xFC]),
        ("slash in three octets", Array("bag/data/..".utf8) + [0xE0, 0x80, 0xAF]),
        ("dot in two octets", Array("bag/data/".utf8) + [0xC0, 0xAE, 0xC0, 0xAE, 0x2F, 0x61]),
        ("NUL in two octets", Array("bag/data/a".utf8) + [0xC0, 0x80]),
        ("a surrogate", Array("bag/data/".utf8) + [0xED, 0xA0, 0x80]),
        ("beyond Unicode", Array("bag/data/".utf8) + [0xF4, 0x90, 0x80, 0x80]),
        ("a broken character", Array("bag/data/a".utf8) + [0xC3]),
    ]

    @CaseList private static var raw: [HostileCase] {
        rawTable.flatMap { name, path in
            [
                HostileCase.zip(name, .refused("name-forbidden")) { $0.entries.append(.init(path)) },
                HostileCase.tar(name, .refused("name-forbidden")) { $0.entries.append(.init(path)) }[0],
            ]
        }
    }

    @CaseList private static var overlong: [HostileCase] {
        HostileCase.zip("an empty name", .refused("name-forbidden")) { $0.entries.append(.init("")) }
        HostileCase.tar("an empty name", .refused("name-forbidden")) { $0.entries.append(.init("")) }
    }

    private static let allowedTable: [(String, String)] = [
        ("a name like CON", "data/CONTRACT.txt"), ("a hidden file", "data/.hidden"),
        ("blanks inside", "data/a b.txt"),
        ("two dots inside", "data/a..b"), ("Japanese", "data/訓練.txt"), ("a per cent sign", "data/100%.txt"),
        ("COM0x", "data/COM10.txt"), ("255 octets in a part", "data/" + String(repeating: "a", count: 255)),
        ("3900 octets", deep(3_900)),
    ]

    @CaseList private static var allowed: [HostileCase] {
        allowedTable.flatMap { name, path in
            HostileCase.inAllForms(name, .valid) { HostileBag([(path, "x")]) }
        }
    }

    private static let clashesTable: [(String, [String])] = [
        ("names that differ by case", ["data/A.TXT"]),
        ("names that differ by spelling", ["data/\u{FC}", "data/u\u{308}"]),
        ("folders that differ by case", ["data/b/c", "data/B/d"]),
        ("sharp s", ["data/STRASSE", "data/straße"]),
    ]

    @CaseList private static var clashes: [HostileCase] {
        clashesTable.flatMap { name, paths in
            HostileCase.inAllForms(name, .warned(["name-clash"])) { HostileBag(paths.map { ($0, $0) }) }
        }
    }
}
