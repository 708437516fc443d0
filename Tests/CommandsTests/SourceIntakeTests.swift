import Foundation
import Testing

@Suite("Where files were taken from")
struct SourceIntakeTests {
    @Test("add, revise and import remember it, a list that names a requested item does not")
    func remembered() throws {
        let (desk, beyond) = (try Desk.withRegister(), try Desk())
        try desk.write("docs/a.txt", "a")
        try desk.write("docs/sub/b.txt", "b")
        try desk.write("docs/list.csv", "id,title,path\nB,Title,sub/b.txt\nC,Still to come,\n")
        try desk.write("folder/D-01 Some.txt", "d")
        try beyond.write("a2.txt", "a2")
        try desk.link("docs/link.txt", to: "a.txt")
        desk.run("add", "docs/../docs/link.txt", "--id", "A").expect()
        desk.run("revise", "A", beyond.path + "/a2.txt").expect()
        desk.run("import", "docs/list.csv").expect()
        desk.run("import", "folder").expect()
        #expect(try desk.sources(of: "A") == ["docs/a.txt", beyond.path + "/a2.txt"])
        #expect(try desk.sources(of: "B") == ["docs/sub/b.txt"])
        #expect(try desk.sources(of: "C") == [])
        #expect(try desk.sources(of: "D-01") == ["folder/D-01 Some.txt"])
        // Their times are remembered with them: nothing has to be read.
        for name in ["docs/sub/b.txt", "folder/D-01 Some.txt"] { try desk.writeSilently(name, "?") }
        desk.run("refresh").expect(
            out:
                "3 sources looked at\n  0 changed, 0 moved, 0 vanished, 3 unchanged, 0 for a person to decide\n",
            err: "")
    }

    @Test("a content that is held is looked for where it was met, once its own file is gone")
    func again() throws {
        let desk = try Desk.withRegister()
        try desk.write("docs/A-01 x.txt", "a")
        try desk.write("copy/A-01 x.txt", "a")
        try desk.write("copy/list.csv", "id,path\nA-01,A-01 x.txt\n")
        desk.run("import", "docs").expect()
        desk.run(
            "import", "copy", "--rules", try desk.write("rules.yaml", "- match: \"*.csv\"\n  skip: true\n")
        )
        .expect()
        desk.run("import", "copy/list.csv").expect()
        #expect(try desk.sources(of: "A-01") == ["docs/A-01 x.txt"])
        try desk.remove("docs/A-01 x.txt")
        let imported = desk.run("import", "copy/list.csv")
        #expect(imported.out.contains("  0 new, 0 revised, 0 changed, 1 unchanged, 0 rejected"))
        #expect(try desk.sources(of: "A-01") == ["copy/A-01 x.txt"])
        try desk.move("copy/A-01 x.txt", to: "new/A-01 x.txt")
        #expect(desk.run("import", "new").out.contains("  0 new, 0 revised, 0 changed, 1 unchanged"))
        #expect(try desk.sources(of: "A-01") == ["new/A-01 x.txt"])
        desk.run("log", "--verify").expect()
    }

    @Test("a register of an earlier release knows no sources until its documents are imported again")
    func earlier() throws {
        let desk = try Desk()
        try desk.folder(".dossier/vault")
        try FileManager.default.copyItem(
            atPath: repository + "/Tests/StoreTests/Fixtures/register-0.1.0.sqlite",
            toPath: desk.path + "/.dossier/register.sqlite")
        desk.run("refresh").expect(
            out: """
                0 sources looked at
                  0 changed, 0 moved, 0 vanished, 0 unchanged, 0 for a person to decide
                  28 items without a known source; dossier import FOLDER or dossier revise ID FILE remembers it

                """)
        try desk.write("docs/x.txt", "DOC-3 1")
        desk.run("import", "docs").expect()
        #expect(try desk.sources(of: "DOC-3") == ["docs/x.txt"])
        #expect(
            desk.run("refresh").out.contains("  27 items without a known source"))
        desk.run("log", "--verify").expect()
    }

    @Test("a bundle neither tells of sources nor changes with them")
    func bundles() throws {
        let (desk, beyond) = (try Desk.withRegister(), try Desk())
        try beyond.write("secret-place/a.txt", "content of a")
        desk.run("add", beyond.path + "/secret-place/a.txt", "--id", "A", "--clause", "8.6.1").expect()
        for name in ["one", "two"] { try desk.folder(name) }
        desk.run("pack", "-o", "one/b.tar").expect()
        try beyond.move("secret-place/a.txt", to: "secret-place/b.txt")
        #expect(desk.run("refresh", "--apply").out.contains("0 changed, 1 moved"))
        desk.run("pack", "-o", "two/b.tar").expect()
        let (before, after) = (
            try Data(contentsOf: URL(fileURLWithPath: desk.path + "/one/b.tar")),
            try Data(contentsOf: URL(fileURLWithPath: desk.path + "/two/b.tar"))
        )
        #expect(before == after)
        #expect(before.range(of: Data("content of a".utf8)) != nil)
        #expect(before.range(of: Data("secret-place".utf8)) == nil)
    }
}
