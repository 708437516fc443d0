import Certification
import Foundation
import OfficeFiles
import Testing

@testable import Documents

@Suite struct DocumentContentTests {
    private func content(_ path: String) throws -> DocumentContent {
        try #require(try DocumentContent(path: path, named: path))
    }

    @Test func `a word document gives title, headings, body, control table and margins`() throws {
        let folder = try PackageFolder()
        let body =
            PackageFolder.paragraph("Incident management", style: "Titel")
            + PackageFolder.table([
                ["Document ID", "PRO-001"], ["Version", "3.0"], ["Next review", "2027-06-02"],
            ])
            + PackageFolder.paragraph("Purpose", style: "berschrift1")
            + PackageFolder.paragraph("To restore service.")
            + PackageFolder.table([["Version", "9"], ["Owner", "Example"]])
        let path = try folder.word(
            "a.docx", body: body,
            [
                (
                    "word/styles.xml",
                    "<s><style styleId='Titel'><name val='Title'/></style><style styleId='berschrift1'><name val='heading 1'/></style></s>"
                ),
                (
                    "word/footer1.xml",
                    "<ftr xmlns:w='w'>\(PackageFolder.paragraph("Next review: 2027-09-02 | Page 1"))</ftr>"
                ),
            ])
        let content = try content(path)
        #expect(content.text.title == "Incident management")
        #expect(content.text.headings == ["Purpose"])
        #expect(content.text.body.contains("To restore service.\n"))
        #expect(
            content.statements == [
                DocumentStatement("Document ID", "PRO-001", at: .controlTable),
                DocumentStatement("Version", "3.0", at: .controlTable),
                DocumentStatement("Next review", "2027-06-02", at: .controlTable),
                DocumentStatement("Next review", "2027-09-02", at: .pageFooter),
            ])
        let header = DocumentHeader(content.statements)
        #expect(header.id == "PRO-001")
        #expect(header.file.label == "3.0")
        #expect(header.facts.reviewOn == nil)
        #expect(header.facts.owner == nil)
        #expect(
            header.problems.map(\.message) == [
                "is 2027-06-02 in its control table and 2027-09-02 in its page footer; neither is taken"
            ])
    }

    @Test func `of a long document the first page is read, its margins and its properties`() throws {
        let folder = try PackageFolder()
        let body =
            PackageFolder.paragraph("Version: 2")
            + String(repeating: PackageFolder.paragraph("word"), count: 90)
            + PackageFolder.paragraph("Owner: nobody")
        let path = try folder.word(
            "a.docx", body: body,
            [("word/footer1.xml", "<ftr xmlns:w='w'>\(PackageFolder.paragraph("Title: Long"))</ftr>")])
        let beginning = try #require(try DocumentContent(path: path, named: path, reading: .beginning))
        #expect(beginning.text.body == "Version: 2\n" + String(repeating: "word\n", count: 79))
        #expect(beginning.statements.map(\.label) == ["Version", "Title"])
        let whole = try content(path)
        #expect(whole.statements == beginning.statements)
        #expect(whole.text.body.hasSuffix("word\nOwner: nobody\n"))
    }

    @Test func `markdown gives what stands before the first section, and no example`() throws {
        let folder = try PackageFolder()
        let text = """
            # Style guide

            **Version:** 2.0
            | Owner | Quality manager |
            |---|---|
            | Effective date | 1 March 2026 |

            ```
            Version: 7
            # no heading
            ```
            ## Example
            Version: 8
            | Owner | Example |
            |---|---|
            """
        let content = try content(try folder.write("a.md", text.utf8))
        #expect(content.text.title == "Style guide")
        #expect(content.text.headings == ["Example"])
        let header = DocumentHeader(content.statements)
        #expect(header.file.label == "2.0")
        #expect(header.facts.owner == "Quality manager")
        #expect(header.file.effective == Day("2026-03-01"))
        #expect(header.problems.isEmpty)
    }

    @Test func `a table of changes states no version`() throws {
        let folder = try PackageFolder()
        let text =
            "# T\n| Version | Date | Author | Changes |\n|---|---|---|---|\n| 1.0 | 2025 | A | x |\n| 2.0 | 2026 | A | y |\n"
        #expect(try content(try folder.write("a.md", text.utf8)).statements.isEmpty)
    }

    @Test func `a presentation, a workbook, an open document and a page give their words`() throws {
        let folder = try PackageFolder()
        let relation: (String) -> (String, String) = {
            ("_rels/.rels", "<R><Relationship Type='x/officeDocument' Target='\($0)'/></R>")
        }
        let slides = try folder.package(
            "a.pptx",
            [
                relation("ppt/presentation.xml"), ("ppt/presentation.xml", "<p/>"),
                (
                    "ppt/slides/slide2.xml",
                    "<s><sp><ph type='title'/><p><r><t>Second</t></r></p></sp></s>"
                ),
                (
                    "ppt/slides/slide1.xml",
                    "<s><sp><ph type='ctrTitle'/><p><t>First</t></p></sp><sp><p><t>Point</t></p></sp></s>"
                ),
            ])
        #expect(
            try content(slides).text == DocumentText(title: "First", headings: ["Second"], body: "Point\n"))
        let workbook = try folder.package(
            "a.xlsx",
            [
                relation("xl/workbook.xml"),
                ("xl/workbook.xml", "<w><sheets><sheet name='Risks'/></sheets></w>"),
                ("xl/sharedStrings.xml", "<sst><si><t>Owner</t></si><si><t>Head of IT</t></si></sst>"),
                (
                    "xl/worksheets/sheet1.xml",
                    "<s><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row><row><c><v>7</v></c><c t='inlineStr'><is><t>in line</t></is></c></row></s>"
                ),
            ])
        let sheet = try content(workbook)
        #expect(sheet.text == DocumentText(headings: ["Risks"], body: "Owner\nHead of IT\nin line\n"))
        #expect(sheet.statements == [DocumentStatement("Owner", "Head of IT", at: .controlTable)])
        let open = try folder.package(
            "a.odt",
            [
                ("content.xml", "<d><h>Scope</h><p>All<s/>services</p><p/></d>"),
                (
                    "meta.xml",
                    "<m><title>Service policy</title><user-defined name='Version'>4</user-defined></m>"
                ),
            ])
        #expect(try content(open).text == DocumentText(headings: ["Scope"], body: "All services\n"))
        #expect(DocumentHeader(try content(open).statements).facts.title == "Service policy")
        let page = try folder.write(
            "a.html",
            "<title>T &amp; U</title><style>x</style><h1>Head</h1><p>caf&#xe9;</p><script>no</script>".utf8)
        #expect(try content(page).text == DocumentText(title: "T & U", headings: ["Head"], body: "café\n"))
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], "aé"), ([0x61, 0xE9, 0x80], "aé€"),
            ([0xEF, 0xBB, 0xBF, 0x61], "a"),
        ] as [([UInt8], String)]) func `encodings`(_ octets: [UInt8], _ text: String)
    {
        #expect(PlainFile.decoded(octets) == text)
    }

    @Test func `hostile files are refused by name`() throws {
        let folder = try PackageFolder()
        let whole = try folder.word("whole.docx", body: PackageFolder.paragraph("x"))
        let octets = try Array(Data(contentsOf: URL(fileURLWithPath: whole)))
        let bomb = try folder.word("bomb.docx", body: String(repeating: " ", count: 40 << 20))
        let cases: [(String, (DocumentRefusal) -> Bool)] = [
            (try folder.write("empty.docx", []), { $0 == .empty }),
            (try folder.write("text.docx", "hello world".utf8), { $0 == .notAsNamed("docx") }),
            (
                try folder.write("cut.docx", octets.prefix(octets.count / 2)),
                { if case .damaged = $0 { true } else { false } }
            ),
            (bomb, { if case .tooLarge = $0 { true } else { false } }),
            (
                try folder.write("old.doc", DocumentForm.compound + [UInt8](repeating: 0, count: 2_000)),
                { $0 == .oldFormat("doc") }
            ),
            (try folder.write("locked.docx", Self.locked), { $0 == .passwordProtected }),
            (try folder.write("a.pdf", "no pdf".utf8), { $0 == .notAsNamed("pdf") }),
        ]
        for (path, isExpected) in cases {
            let refusal = #expect(throws: DocumentRefusal.self) {
                try DocumentContent(path: path, named: path)
            }
            #expect(refusal.map(isExpected) == true, "\(path): \(refusal.map(\.description) ?? "")")
        }
    }

    @Test func `entities in a part are refused`() throws {
        let folder = try PackageFolder()
        let path = try folder.package(
            "a.docx",
            [("_rels/.rels", "<R/>"), ("word/document.xml", "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>")])
        #expect(throws: DocumentRefusal.documentType(part: "word/document.xml")) {
            try DocumentContent(path: path, named: path)
        }
    }

    /// A compound file whose directory, in its second sector, names an encrypted package.
    private static let locked: [UInt8] = {
        var octets = DocumentForm.compound + [UInt8](repeating: 0, count: 1_016)
        (octets[30], octets[48]) = (9, 0)
        for (place, octet) in "EncryptedPackage".utf8.enumerated() { octets[512 + 128 + 2 * place] = octet }
        return octets
    }()
}
