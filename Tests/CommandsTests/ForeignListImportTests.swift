import Foundation
import Testing

@Suite("Importing other people's lists")
struct ForeignListImportTests {
    /// A desk with the lists and the documents of the samples.
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for item in ["master-list.csv", "master-list.xlsx", "documents"] {
            try FileManager.default.copyItem(
                atPath: repository + "/samples/" + item, toPath: desk.path + "/" + item)
        }
        return desk
    }

    private static let understood = """
          Doc. No.            id
          Document title      title
          Type                kind
          Process owner       owner
          ISO 20000-1 clause  clauses       of 20000-1
          Rev.                revision
          Issue date          effective
          Review cycle        review_every
          Status              status
          File name           path
          Colour of folder    left out
          column        written           read as           rows
          Review cycle  12 months         12m               1
          Review cycle  2 years           24m               1
          Review cycle  annually          12m               1
          Review cycle  yearly            12m               1
          Type          Scope             scope-statement   1
          Type          Work instruction  procedure         1

        """

    @Test("titles above the header are pointed out, not guessed around")
    func titles() throws {
        try desk().run("import", "master-list.csv").expect(
            65, out: "",
            err: """
                dossier: error: master-list.csv:1: this is no header; line 3 looks like it
                dossier: hint: --header-row 3

                """)
    }

    @Test("a list as a spreadsheet wrote it, once and again")
    func table() throws {
        let desk = try desk()
        let columns =
            "columns of master-list.csv (Windows-1252, separated by semicolons)\n"
            + Self.understood
            + "  Issue date    dates             day, month, year  line 5 proves it\n"
        let passed = """
              passed over: no longer in force (dossier retire ID, where the register has it)
                line 8  POL-000  Withdrawn
              without a file: not released yet
                line 7  WI-007  Draft

            """
        desk.run("import", "master-list.csv", "--header-row", "3").expect(
            out: columns
                + "5 rows read from master-list.csv\n  4 new, 0 revised, 0 changed, 0 unchanged, 0 rejected, 1 passed over\n"
                + passed, err: "Next: dossier gap\n")
        let entries = desk.run("log", "--format", "csv").out
        desk.run("import", "master-list.csv", "--header-row", "3").expect(
            out: columns
                + "5 rows read from master-list.csv\n  0 new, 0 revised, 0 changed, 4 unchanged, 0 rejected, 1 passed over\n"
                + passed)
        #expect(desk.run("log", "--format", "csv").out == entries)
        desk.run("list").expect(
            out: """
                id       kind             standing   title                                              owner                clauses
                PLN-002  plan             current    Capacity and availability plan 2026/27             Infrastructure lead  8.4.3 8.7.1
                POL-002  policy           current    Change management policy                           Head of operations   8.5.1.1
                SCP-001  scope-statement  current    Scope of the service management system             Quality manager      4.2 4.3
                WI-007   procedure        requested  Restoring a customer’s server – short instruction  Infrastructure lead  8.7.2
                4 items

                """)
    }

    @Test("the same list in a workbook is read by its styles")
    func workbook() throws {
        let desk = try desk()
        desk.run("import", "master-list.xlsx", "--dry-run").expect(
            out: "columns of master-list.xlsx (sheet Documents; not read: History; hidden: Choices)\n"
                + Self.understood.replacing("   1\n", with: "  1\n").replacing(" rows\n", with: "rows\n")
                    + """
                    5 rows read from master-list.xlsx
                      4 new, 0 revised, 0 changed, 0 unchanged, 0 rejected, 1 passed over
                      passed over: no longer in force (dossier retire ID, where the register has it)
                        row 6  POL-000  Withdrawn
                      without a file: not released yet
                        row 5  WI-007  Draft

                    """,
            err:
                "Nothing was written. Run again without --dry-run to write; add --strict to write all or nothing.\n"
        )
        desk.run("import", "master-list.xlsx", "--sheet", "2").expect()
        #expect(desk.run("show", "SCP-001").out.contains(" sms-scope-statement.md  1.2      2026-06-13 "))
    }

    @Test(
        "sheets and workbooks that are none",
        arguments: [
            (
                ["master-list.xlsx", "--sheet", "Lists"], 66, "master-list.xlsx has no sheet \"Lists\"",
                "its sheets are: Choices (hidden), Documents, History"
            ),
            (
                ["master-list.xlsx", "--sheet", "3"], 65,
                "master-list.xlsx: row 1: id: the column is missing",
                "say which column numbers the documents, --map 'COLUMN=id'; the list has: Date, What"
            ),
            (["none.xlsx"], 66, "none.xlsx: no such file or directory", nil),
            (
                ["text.xlsx"], 65, "text.xlsx is no .xlsx file, whatever its name says",
                "open it with a spreadsheet and save it as .xlsx, or the sheet as CSV (UTF-8)"
            ),
            (
                ["old.xls"], 65, "old.xls is in the format of .xls files, from before 2007; save it as .xlsx",
                "open it with a spreadsheet and save it as .xlsx, or the sheet as CSV (UTF-8)"
            ),
            (
                ["old.csv"], 65, "old.csv is a workbook of Excel 97 (.xls) or has a password",
                "save it as .xlsx without a password, or the sheet as CSV (UTF-8)"
            ),
            (["empty.xlsx"], 65, "empty.xlsx holds no octets", nil),
            (
                ["list.csv", "--map", "Doc No=id"], 65,
                "list.csv:1: there is no column \"Doc No\"; the list has: id, title", "dossier help formats"
            ),
            (["list.csv", "--map", "title=colour"], 64, nil, nil),
            (["list.csv", "--map", "title"], 64, nil, nil),
            (["list.csv", "--encoding", "klingon"], 64, nil, nil),
            (["list.csv", "--header-row", "0"], 64, nil, nil),
            (
                ["latin.csv", "--encoding", "utf-8"], 65, "latin.csv is not in UTF-8: octet 10 does not fit",
                "save it as UTF-8, or name its encoding with --encoding"
            ),
        ] as [([String], Int32, String?, String?)])
    func unusable(arguments: [String], status: Int32, error: String?, hint: String?) throws {
        let desk = try desk()
        try desk.write("text.xlsx", "id\nA\n")
        try desk.write("empty.xlsx", "")
        try desk.write("list.csv", "id,title\nA,x\n")
        let compound: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2_000)
        for (name, octets) in [
            ("old.xls", compound), ("old.csv", compound),
            ("latin.csv", Array("id,title\n".utf8) + [0xC4, 0x2C]),
        ] { try Data(octets).write(to: URL(fileURLWithPath: desk.path + "/" + name)) }
        let answer = desk.run(["import"] + arguments)
        answer.expect(status, out: "")
        guard let error else { return }
        #expect(answer.err == "dossier: error: \(error)\n" + (hint.map { "dossier: hint: \($0)\n" } ?? ""))
    }

    @Test("columns by the user's word; what cannot be told is rejected with its reason")
    func mapped() throws {
        let desk = try desk()
        try desk.write(
            "list.csv",
            "No;Name;Kind of paper;Approved;Remarks\nA;x;SOP;03/04/2026;\nB 2;y;papyrus;12/31/2026;z\n;w;;;\n"
        )
        desk.run(
            "import", "list.csv", "--map", "No=id", "--map", "kind of paper=kind", "--map",
            "Approved=approved_on",
            "--map", "Remarks=", "--dates", "dmy"
        ).expect(
            1,
            out: """
                columns of list.csv (separated by semicolons)
                  No             id
                  Name           title
                  Kind of paper  kind
                  Approved       approved_on
                  Remarks        left out     as you said
                  column         written  read as    rows
                  Kind of paper  SOP      procedure  1
                3 rows read from list.csv
                  1 new, 0 revised, 0 changed, 0 unchanged, 2 rejected
                  line 3  No             "B 2" is no identifier; write B-2
                  line 3  Kind of paper  "papyrus" is no kind of evidence; see dossier help kinds
                  line 3  Approved       "12/31/2026" is no day in the order dmy; write YYYY-MM-DD
                  line 4  No             the id is missing

                """,
            err:
                "Give the rows without an id one in the list: dossier invents none for them.\nNext: dossier gap\n"
        )
    }

    @Test("an edited list changes just what was edited")
    func edited() throws {
        let desk = try desk()
        try desk.write("list.csv", "Doc No;Title;Owner\nA;x;QM\nB;y;QM\n")
        desk.run("import", "list.csv").expect()
        desk.run("link", "A", "8.6.1").expect()
        try desk.write("list.csv", "Doc No;Title;Owner\nA;x, revised;QM\nB;y;QM\n")
        let answer = desk.run("import", "list.csv")
        #expect(answer.out.contains("\n  0 new, 0 revised, 1 changed, 1 unchanged, 0 rejected\n"))
        #expect(
            desk.run("list", "--format", "csv").out.contains(
                "A,\"x, revised\",record,QM,requested,requested,,,,,8.6.1,0"))
    }
}
