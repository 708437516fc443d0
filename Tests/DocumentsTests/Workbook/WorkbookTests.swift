import Certification
import OfficeFiles
import Testing

@testable import Documents

@Suite("Workbooks")
struct WorkbookTests {
    private func rows(_ file: WorkbookFile) throws -> [WorksheetRow] {
        try file.written { path in
            let workbook = try Workbook(path: path)
            return try workbook.rows(of: #require(workbook.sheets.first))
        }
    }

    private func cells(_ row: String, _ change: (inout WorkbookFile) -> Void = { _ in }) throws -> [String] {
        var file = WorkbookFile("<sheetData><row r=\"1\">\(row)</row></sheetData>")
        change(&file)
        return try rows(file).first?.cells ?? []
    }

    @Test(
        "values of cells",
        arguments: [
            ("<c r=\"A1\"><v>12</v></c>", ["12"]), ("<c><v>1</v></c><c><v>2</v></c>", ["1", "2"]),
            ("<c r=\"A1\"><v>1.1000000000000001</v></c>", ["1.1"]),
            ("<c r=\"C1\" t=\"inlineStr\"><is><t>x </t><t>y</t></is></c>", ["", "", "x y"]),
            ("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>", ["plain", "rich text"]),
            ("<c r=\"A1\" t=\"s\"><v>9</v></c>", ["#REF!"]), ("<c r=\"A1\" t=\"b\"><v>1</v></c>", ["TRUE"]),
            ("<c r=\"A1\" t=\"str\"><f>A2&amp;\"\"</f><v>POL-1</v></c>", ["POL-1"]),
            ("<c r=\"A1\"><f>SUM(B1:B2)</f><v>3</v></c>", ["3"]),
            ("<c r=\"A1\"><f>NOW()</f></c>", ["#NOT-COMPUTED!"]),
            ("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", ["#REF!"]), ("<c r=\"A1\" s=\"1\"/>", []),
            ("<c r=\"A1\" t=\"d\"><v>2026-04-03</v></c>", ["2026-04-03"]),
            ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000A_b</t></is></c>", ["a\nb"]),
        ])
    func values(row: String, expected: [String]) throws {
        let found = try cells(row) {
            $0.strings =
                "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh><t>furigana</t></rPh></si>"
        }
        #expect(found == expected)
    }

    @Test(
        "numbers that are days",
        arguments: [
            (46115.0, false, "2026-04-03"), (1, false, "1900-01-01"), (59, false, "1900-02-28"),
            (60, false, nil),
            (61, false, "1900-03-01"), (0, false, nil), (46115.75, false, "2026-04-03"),
            (0, true, "1904-01-01"),
            (44653, true, "2026-04-03"), (-1, true, nil), (3e9, false, nil),
        ] as [(Double, Bool, String?)])
    func days(number: Double, from1904: Bool, day: String?) {
        #expect(ExcelDay.day(number, from1904: from1904)?.description == day)
    }

    @Test(
        "formats that show a day or a number of digits",
        arguments: [
            ("yyyy-mm-dd", .day), ("dd/mm/yyyy;@", .day), ("[$-407]d. mmmm yyyy", .day), ("mmm\\-yy", .day),
            ("h:mm", .plain), ("[h]:mm:ss", .plain), ("General", .plain), ("0.0", .digits(1, 1)),
            ("000", .digits(3, 0)), ("#,##0.00", .plain), ("\"day\" 0", .plain),
            ("0.00_ ;-0.00", .digits(1, 2)),
            ("", .plain),
        ] as [(String, CellFormats.Format)])
    func formats(code: String, format: CellFormats.Format) { #expect(CellFormats.format(code) == format) }

    @Test(
        "styles tell days from numbers, in both calendars",
        arguments: [(false, "2026-04-03"), (true, "2030-04-04")])
    func styles(from1904: Bool, day: String) throws {
        let row = (0..<5).map { "<c s=\"\($0)\"><v>\($0 == 3 ? "1" : "46115")</v></c>" }.joined()
        let found = try cells(row) {
            $0.from1904 = from1904
            $0.styles =
                "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd.mm.yyyy\"/><numFmt numFmtId=\"171\" formatCode=\"0.0\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>"
        }
        #expect(found == ["46115", day, day, "1.0", "46115"])
    }

    @Test("cells merged downwards show the same; merged sideways they do not")
    func merged() throws {
        let found = try rows(
            WorkbookFile(
                "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"3\"><c r=\"B3\"><v>3</v></c></row><row r=\"4\"><c r=\"XFD4\" s=\"1\"/></row></sheetData><mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:D1\"/><mergeCell ref=\"A9:A1048576\"/></mergeCells>"
            ))
        #expect(
            found == [
                WorksheetRow(number: 1, cells: ["1", "2"]), WorksheetRow(number: 3, cells: ["1", "3"]),
            ])
    }

    @Test("sheets, hidden ones and links to other workbooks")
    func sheets() throws {
        var file = WorkbookFile("<sheetData/>")
        file.sheets = [("Old", "hidden", ""), ("List", "visible", ""), ("Lists", "veryHidden", "")]
        file.moreRelations =
            "<Relationship Id=\"x\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/externalLink\" Target=\"externalLinks/externalLink1.xml\"/>"
        try file.written { path in
            let workbook = try Workbook(path: path)
            #expect(workbook.sheets.map(\.name) == ["Old", "List", "Lists"])
            #expect(workbook.sheets.map(\.isHidden) == [true, false, true] && workbook.hasExternalLinks)
        }
    }

    @Test(
        "sheets that are no list",
        arguments: [
            (
                "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>",
                WorkbookRefusal.tooWide(row: 1, columns: 256)
            ),
            (
                "<sheetData><row r=\"7\"><c r=\"IW7\"><v>1</v></c></row></sheetData>",
                .tooWide(row: 7, columns: 256)
            ),
        ])
    func refused(data: String, refusal: WorkbookRefusal) {
        #expect(throws: refusal) { try rows(WorkbookFile(data)) }
    }

    @Test("entities are refused, and files that are no workbook")
    func hostile() throws {
        var file = WorkbookFile("<sheetData/>")
        file.more = []
        var parts = file.parts
        parts[3].1 = "<!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst><si><t>&a;</t></si></sst>"
        #expect(throws: DocumentRefusal.documentType(part: "xl/sharedStrings.xml")) {
            try WorkbookFile.written(StoredArchive.octets(parts)) { _ = try Workbook(path: $0) }
        }
        for (octets, refusal) in [
            ([], DocumentRefusal.empty), (Array("plain text".utf8), .notAsNamed("xlsx")),
            (StoredArchive.octets([("word/document.xml", "<w/>")]), .missingPart("xl/workbook.xml")),
        ] as [([UInt8], DocumentRefusal)] {
            #expect(throws: refusal) { try WorkbookFile.written(octets) { _ = try Workbook(path: $0) } }
        }
    }

    @Test("a truncated workbook is refused, wherever it is cut")
    func truncated() throws {
        let whole = StoredArchive.octets(WorkbookFile("<sheetData/>").parts)
        for count in stride(from: 1, to: whole.count, by: 97) {
            #expect(throws: DocumentRefusal.self) {
                try WorkbookFile.written(Array(whole.prefix(count))) { _ = try Workbook(path: $0) }
            }
        }
    }
}
