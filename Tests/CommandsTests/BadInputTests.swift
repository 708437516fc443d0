import Foundation
import OfficeFiles
import Testing

@Suite("Import of what cannot be used")
struct BadInputTests {
    private let packages: PackageFolder

    init() throws { packages = try PackageFolder() }

    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try FileManager.default.createDirectory(
            atPath: desk.path + "/docs", withIntermediateDirectories: true)
        return desk
    }

    private func write(_ desk: Desk, _ name: String, _ octets: some Sequence<UInt8>) throws {
        try Data(octets).write(to: URL(fileURLWithPath: desk.path + "/" + name))
    }

    private func octets(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// Three documents that are good, and one of each sort that is not.
    private func fill(_ desk: Desk) throws {
        let whole = try octets(packages.word("a.docx", body: PackageFolder.paragraph("Backup policy")))
        let bomb = try packages.word("b.docx", body: String(repeating: " ", count: 9 << 20))
        let entities = try packages.package(
            "c.docx",
            [
                ("_rels/.rels", "<R/>"),
                (
                    "word/document.xml",
                    "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><d>&b;</d>"
                ),
            ])
        try write(desk, "docs/bomb.docx", octets(bomb))
        try write(desk, "docs/cut off.docx", whole.prefix(whole.count / 2))
        try write(desk, "docs/empty.pdf", [])
        try write(desk, "docs/entities.docx", octets(entities))
        try write(desk, "docs/good.docx", whole)
        try write(desk, "docs/locked.docx", CompoundFile.encryptedPackage())
        try write(desk, "docs/no pdf.pdf", "hello".utf8)
        try write(desk, "docs/scope: all of it.txt", "one".utf8)
        try write(desk, "docs/two\nlines.txt", "two".utf8)
        try write(desk, "docs/\(String(repeating: "long ", count: 50)).txt", "three".utf8)
        try FileManager.default.createDirectory(
            atPath: desk.path + "/docs/sub", withIntermediateDirectories: true)
        for (link, target) in [("sub/up", ".."), ("self", "self"), ("sub/a", "b"), ("sub/b", "a")] {
            try FileManager.default.createSymbolicLink(
                atPath: desk.path + "/docs/" + link, withDestinationPath: target)
        }
    }

    @Test("in a folder each is named with its reason, and the rest goes in")
    func folder() throws {
        let desk = try desk()
        try fill(desk)
        let title = "L" + String(repeating: "long ", count: 50).dropFirst().dropLast()
        desk.run("import", "docs").expect(
            1,
            out: """
                9 files found in docs
                  3 new, 0 revised, 0 changed, 0 unchanged, 0 the same as others, 0 older, 11 rejected
                  self: is a link that leads nowhere
                  sub/a: is a link that leads nowhere
                  sub/b: is a link that leads nowhere
                  sub/up: is a link to a folder in which it lies
                  two lines.txt: its name holds control characters
                  bomb.docx: would unpack word/document.xml to 9437238 octets
                  cut off.docx: is damaged: its directory is missing: cut off or damaged
                  empty.pdf: is empty (0 bytes)
                  entities.docx: holds a document type in word/document.xml, which no office program writes
                  locked.docx: is protected by a password
                  no pdf.pdf: is no .pdf file, whatever its name says

                """, err: "Next: dossier gap\n")
        desk.run("list", "--format", "csv").expect(
            out: """
                id,title,kind,owner,state,standing,review_due,expires,classification,tags,clauses,revisions\r
                GOOD,Good,record,,held,current,,,,,,1\r
                LONG-LONG-LONG-LONG-LONG-LONG-LONG-LONG-LONG,\(title),record,,held,current,,,,,,1\r
                SCOPE-ALL-OF-IT,Scope: all of it,record,,held,current,,,,,,1\r

                """)
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test("--strict takes none of it")
    func strict() throws {
        let desk = try desk()
        try fill(desk)
        desk.run("import", "docs", "--strict").expect(
            1, err: "Nothing was written: --strict writes all files or none.\n")
        desk.run("list").expect(out: "")
    }

    @Test(
        "a list that would unpack to more than it is, names other files or is closed",
        arguments: [
            ("bomb.xlsx", "would unpack xl/worksheets/sheet0.xml to 9437344 octets", ""),
            (
                "entities.xlsx",
                "holds a document type in xl/worksheets/sheet0.xml, which no office program writes",
                ""
            ),
            (
                "locked.xlsx", "is protected by a password",
                "dossier: hint: save it without the password, or the sheet as CSV (UTF-8)\n"
            ),
            (
                "cut.xlsx", "is damaged: its directory is missing: cut off or damaged",
                "dossier: hint: open it with a spreadsheet and save it as .xlsx, or the sheet as CSV (UTF-8)\n"
            ),
        ])
    func workbooks(name: String, why: String, hint: String) throws {
        let desk = try desk()
        let row = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c></row></sheetData>"
        var entities = WorkbookFile(row).parts
        let sheet = try #require(entities.lastIndex { $0.0.hasPrefix("xl/worksheets") })
        entities[sheet].1 = "<!DOCTYPE x [<!ENTITY a 'id'>]>" + entities[sheet].1
        if name == "bomb.xlsx" {
            let file = WorkbookFile(row + String(repeating: " ", count: 9 << 20))
            try write(desk, name, octets(packages.package(name, file.parts)))
        }
        try write(desk, "entities.xlsx", StoredArchive.octets(entities))
        try write(desk, "locked.xlsx", CompoundFile.encryptedPackage())
        try write(desk, "cut.xlsx", StoredArchive.octets(WorkbookFile(row).parts).dropLast(400))
        desk.run("import", name).expect(65, out: "", err: "dossier: error: \(name) \(why)\n\(hint)")
    }

    @Test("links to other workbooks are said and not followed; what the cells last showed counts")
    func externalLinks() throws {
        let desk = try desk()
        let cell = { (place: String, value: String) in
            "<c r=\"\(place)\" t=\"str\"><f>[1]S!A1</f><v>\(value)</v></c>"
        }
        var file = WorkbookFile(
            "<sheetData><row r=\"1\">\(cell("A1", "id"))\(cell("B1", "title"))</row><row r=\"2\">\(cell("A2", "A-1"))\(cell("B2", "Seen"))</row></sheetData>"
        )
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        file.moreRelations =
            "<Relationship Id=\"x\" Type=\"\(kind)/externalLink\" Target=\"externalLinks/externalLink1.xml\"/>"
        file.more = [
            ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
            (
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"\(kind)/externalLinkPath\" TargetMode=\"External\" Target=\"\(desk.path)/secret.txt\"/></Relationships>"
            ),
        ]
        try desk.write("secret.txt", "id,title\nB-1,Secret\n")
        try write(desk, "list.xlsx", StoredArchive.octets(file.parts))
        try write(desk, "docs/list.xlsx", StoredArchive.octets(file.parts))
        desk.run("import", "list.xlsx").expect(
            out: """
                columns of list.xlsx (sheet Sheet1; links to other workbooks are not followed)
                  id     id
                  title  title
                1 row read from list.xlsx
                  1 new, 0 revised, 0 changed, 0 unchanged, 0 rejected

                """)
        desk.run("list", "--format", "csv").expect(
            out:
                "id,title,kind,owner,state,standing,review_due,expires,classification,tags,clauses,revisions\r\nA-1,Seen,record,,requested,requested,,,,,,0\r\n"
        )
        desk.run("import", "docs").expect(
            err:
                "dossier: warning: list.xlsx takes values from other workbooks, which are no part of it\nNext: dossier gap\n"
        )
    }

    @Test(
        "names of files in a list",
        arguments: [
            (String(repeating: "x", count: 300) + ".txt", "does not exist"),
            ("../outside.csv", "lies outside of the folder of the list"),
            ("/etc/passwd", "is absolute; write it from the folder of the list"),
            ("round/round/a: b.txt", "does not exist"),
        ]) func paths(path: String, why: String) throws
    {
        let desk = try desk()
        try FileManager.default.createSymbolicLink(
            atPath: desk.path + "/docs/round", withDestinationPath: "round")
        try desk.write("outside.csv", "x")
        try desk.write("docs/a: b.txt", "x")
        try desk.write("docs/list.csv", "id,path\nA,\(path)\nB,a: b.txt\n")
        desk.run("import", "docs/list.csv").expect(
            1,
            out:
                "2 rows read from docs/list.csv\n  1 new, 0 revised, 0 changed, 0 unchanged, 1 rejected\n  line 2  path  \(path) \(why)\n"
        )
    }

    @Test("a list in UTF-16 is read with its umlauts", arguments: [true, false])
    func utf16(isBigEndian: Bool) throws {
        let desk = try desk()
        let text = "\u{FEFF}id\ttitle\r\nÄ-1\tx\r\nA-1\tMüller – 訓練\r\n"
        try write(
            desk, "list.csv",
            text.utf16.flatMap { unit in
                isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
            })
        let answer = desk.run("import", "list.csv")
        #expect(answer.status == 1)
        #expect(
            answer.out.hasPrefix(
                "columns of list.csv (UTF-16 (\(isBigEndian ? "big" : "little") endian), separated by tabs)\n"
            ), "\(answer.out)")
        #expect(answer.out.contains("  line 2  id  \"Ä-1\" is no identifier"), "\(answer.out)")
        #expect(desk.run("list", "--format", "csv").out.contains("\r\nA-1,Müller – 訓練,record,"))
    }

    @Test("a list of 200 MB is refused by its size alone; in a folder it is a document like any other")
    func large() throws {
        let desk = try desk()
        for name in ["large.csv", "docs/large.csv"] {
            try write(desk, name, "id,title\n".utf8)
            #expect(truncate(desk.path + "/" + name, 200 << 20) == 0)
        }
        try desk.write("docs/small.txt", "x")
        let start = ContinuousClock.now
        desk.run("import", "large.csv").expect(
            65, out: "", err: "dossier: error: large.csv is larger than 32 MiB\n")
        #expect(ContinuousClock.now - start < .seconds(1))
        let answer = desk.run("import", "docs", "--dry-run")
        answer.expect()
        #expect(
            answer.out.contains(
                "2 new, 0 revised, 0 changed, 0 unchanged, 0 the same as others, 0 older, 0 rejected\n"),
            "\(answer.out)")
    }
}
