import Foundation
import Testing

@Suite("The register as a list")
struct ExportTests {
    /// A register with something in every column, and words that fight back.
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for name in ["one.md", "two.md", "kpi.csv"] { try desk.write("docs/\(name)", name) }
        try desk.write(
            "docs/list.csv",
            """
            id,title,kind,owner,clauses,revision,effective,period,review_every,approved_by,approved_on,review,expires,retain,classification,tags,path,locator,note,location
            PRO-1,"'=1+1 ""quoted"", and
            on two lines",procedure,@owner,8.6.1;8.6.2,1.0,2025-01-01,,12m,Berg,2025-01-02,,2030-01-01,36m,internal,b;a,one.md,,-x,https://example.com/?a=b
            PRO-1,,,,9.1,2.0,2026-01-01,,,Okafor,2026-01-02,,,,,,two.md,section 4,,
            KPI-1,Müller – 訓練,kpi-export,,9.1,,,2026-05,,,,2027-01-01,,,,,kpi.csv,,-12,
            BUD-1,=cmd|x,budget,,,,,,,,,,,,,,,,,

            """)
        desk.run("import", "docs/list.csv").expect()
        desk.run("add", "docs/one.md", "--id", "OLD-1", "--title", "Old").expect()
        desk.run("retire", "OLD-1", "--reason", "replaced").expect()
        return desk
    }

    private static let header =
        "id,title,kind,owner,clauses,revision,effective,period,review_every,approved_by,approved_on,review,expires,retain,classification,tags,path,locator,note,location\r\n"

    @Test("the whole list")
    func whole() throws {
        try desk().run("export", "-").expect(
            out: Self.header
                + "BUD-1,'=cmd|x,budget,,,,,,,,,,,,,,,,,\r\n"
                + "KPI-1,Müller – 訓練,kpi-export,,9.1,,,2026-05-01..2026-05-31,,,,2027-01-01,,,,,,,-12,\r\n"
                + "PRO-1,\"=1+1 \"\"quoted\"\", and\non two lines\",procedure,'@owner,\"8.6.1;8.6.2\",2.0,2026-01-01,,12m,Okafor,2026-01-02,,2030-01-01,36m,internal,\"a;b\",,,'-x,https://example.com/?a=b\r\n"
                .replacing("\"=1+1", with: "\"'=1+1")
                + "PRO-1,,,,9.1,,,,,,,,,,,,,section 4,,\r\n", err: "")
    }

    @Test("imports again without any change", arguments: ["register.csv", "register.json"])
    func unchanged(name: String) throws {
        let desk = try desk()
        let entries = desk.run("log", "--format", "csv").out
        desk.run("export", name).expect(out: "", err: "\(name)  3 items; 1 retired left out\n")
        desk.run("import", name).expect(
            out: "4 rows read from \(name)\n  0 new, 0 revised, 0 changed, 4 unchanged, 0 rejected\n",
            err: "Next: dossier gap\n")
        #expect(desk.run("log", "--format", "csv").out == entries)
    }

    @Test(
        "with its documents it fills another register, which gives the same list", arguments: ["csv", "json"])
    func elsewhere(ending: String) throws {
        let (desk, other) = (try desk(), try Desk.withRegister())
        desk.run("export", "out/register.\(ending)", "--files", "documents").expect(73)
        try FileManager.default.createDirectory(atPath: desk.path + "/out", withIntermediateDirectories: true)
        desk.run("export", "out/register.\(ending)", "--files", "documents").expect()
        try FileManager.default.copyItem(atPath: desk.path + "/out", toPath: other.path + "/in")
        let answer = other.run("import", "in/register.\(ending)")
        answer.expect(
            out:
                "5 rows read from in/register.\(ending)\n  3 new, 1 revised, 1 changed, 0 unchanged, 0 rejected\n"
        )
        try FileManager.default.createDirectory(
            atPath: other.path + "/out", withIntermediateDirectories: true)
        other.run("export", "out/register.\(ending)", "--files", "documents").expect()
        let written = try [desk, other].map {
            try Data(contentsOf: URL(fileURLWithPath: $0.path + "/out/register.\(ending)"))
        }
        #expect(written[0] == written[1])
        // The register that it came from takes it for what it has.
        desk.run("import", "out/register.\(ending)").expect(
            out:
                "5 rows read from out/register.\(ending)\n  0 new, 0 revised, 0 changed, 5 unchanged, 0 rejected\n"
        )
    }

    @Test("an export that fails midway leaves neither a folder nor a list")
    func midway() throws {
        let desk = try desk()
        let held = FileManager.default.enumerator(atPath: desk.path + "/.dossier/vault")?
            .compactMap { $0 as? String }.filter { ($0 as NSString).lastPathComponent.count == 64 }
        let last = try #require(held?.sorted().last)
        let path = desk.path + "/.dossier/vault/" + last
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: path)
        try Data("other".utf8).write(to: URL(fileURLWithPath: path))
        let before = try FileManager.default.contentsOfDirectory(atPath: desk.path).sorted()
        #expect(desk.run("export", "register.csv", "--files", "documents").status == 74)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path).sorted() == before)

        try FileManager.default.removeItem(atPath: path)
        try content.write(to: URL(fileURLWithPath: path))
        desk.run("export", "register.csv", "--files", "documents").expect()
        // A folder that is there stays as it is.
        desk.run("export", "other.csv", "--files", "documents").expect(
            73,
            err: """
                dossier: error: cannot make the folder {desk}/documents: file exists
                dossier: hint: choose a folder that is not there yet with --files

                """)
        let after = try FileManager.default.contentsOfDirectory(atPath: desk.path).sorted()
        #expect(after == (before + ["documents", "register.csv"]).sorted())
    }

    @Test("an empty register, control characters, and what is in the way")
    func edges() throws {
        let desk = try Desk.withRegister()
        desk.run("export", "-").expect(
            out: Self.header, err: "The register is empty. Next: dossier add FILE\n")
        desk.run("export", "-", "--format", "json").expect(out: "[]\n")
        try desk.write("list.csv", "id,title\nA,a\u{1B}[31mb\n")
        desk.run("import", "list.csv").expect()
        let answer = desk.run("export", "-")
        answer.expect(
            err: "dossier: warning: 1 row with control characters, which the list writes by their names\n")
        #expect(answer.out.contains("\r\nA,a[U+001B][31mb,record,"))
        desk.run("export", "list.csv").expect(
            73, out: "",
            err: """
                dossier: error: list.csv already exists
                dossier: hint: choose another name, or replace it with --overwrite

                """)
        for arguments in [
            ["export", "list.txt"], ["export", "-", "--overwrite"], ["export", "-", "--files", "d"],
            ["export", "x.csv", "--files", "../d"],
        ] { desk.run(arguments).expect(64, out: "") }
    }

    @Test(
        "lists in JSON that are none",
        arguments: [
            ("{}", "list.json: line 1: a list of objects is expected"),
            ("[1]", "list.json: entry 1: an object is expected"),
            ("[{\"id\": {}}]", "list.json: entry 1: \"id\" holds an object, not a text"),
            ("[{\"id\": \"A\"", "list.json: line 1: a comma or } is expected"),
            ("[]", "list.json: the list is empty"),
            ("[{\"tags\": [[]]}]", "list.json: entry 1: \"tags\" holds a list of other things than texts"),
        ])
    func json(text: String, message: String) throws {
        let desk = try Desk.withRegister()
        try desk.write("list.json", text)
        let answer = desk.run("import", "list.json")
        answer.expect(65, out: "")
        #expect(answer.err.hasPrefix("dossier: error: \(message)\n"), "\(answer.err)")
    }
}
