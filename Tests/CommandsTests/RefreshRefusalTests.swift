import Certification
import Foundation
import Store
import Testing

@Suite("Looking at files that fight back")
struct RefreshRefusalTests {
    /// A desk with items that are named by letters, each from a file of its name.
    private func desk(_ names: String...) throws -> Desk {
        let desk = try Desk.withRegister()
        for (number, name) in names.enumerated() {
            try desk.write(name, "content \(number)")
            desk.run("add", name, "--id", "E-\(number)").expect()
        }
        return desk
    }

    @Test("what cannot be taken is named, and the rest goes on")
    func unusable() throws {
        let desk = try desk("folder", "link", "loop", "empty", "pipe", "good")
        for name in ["folder", "link", "loop", "pipe"] { try desk.remove(name) }
        try desk.folder("folder")
        try desk.link("link", to: "good")
        try desk.link("loop", to: "loop")
        try desk.write("empty", "")
        #expect(mkfifo(desk.path + "/pipe", 0o600) == 0)
        try desk.write("good", "another content")
        desk.run("refresh", "--apply").expect(
            1,
            out: """
                id   state     source  done
                E-0  unusable  folder  is a folder now
                E-1  unusable  link    is a symbolic link now, and links are not followed
                E-2  unusable  loop    is a symbolic link now, and links are not followed
                E-3  unusable  empty   is empty now (0 bytes)
                E-4  unusable  pipe    is no regular file now
                E-5  changed   good    revision 2
                6 sources looked at
                  1 changed, 0 moved, 0 vanished, 0 unchanged, 5 for a person to decide

                """)
        #expect(try desk.sources(of: "E-5") == ["good", "good"])
    }

    @Test("a loop of folders on the way, and a file in place of a folder")
    func loops() throws {
        let desk = try desk("a/x.txt", "b/y.txt")
        for name in ["a", "b"] { try desk.remove(name) }
        try desk.link("a", to: "a")
        try desk.write("b", "a file")
        let shown = desk.run("refresh")
        shown.expect(1)
        #expect(shown.out.contains("E-0  unusable  a/x.txt  too many levels of symbolic links\n"))
        #expect(shown.out.contains("E-1  vanished  b/y.txt  gone, and no other file"))
    }

    @Test("names that fight back, before and after they moved")
    func names() throws {
        let long = String(repeating: "訓", count: 80) + ".txt"
        let desk = try desk("docs/Müller-訓練.txt", "docs/a:b", "docs/\(long)", "docs/new\nline\u{1B}[31m.txt")
        #expect(desk.run("refresh").out.contains("0 vanished, 4 unchanged"))
        for (number, name) in ["Müller-訓練.txt", "a:b", long, "new\nline\u{1B}[31m.txt"].enumerated() {
            try desk.move("docs/\(name)", to: "docs/\(number)/\(name)")
        }
        let shown = desk.run("refresh", "--apply")
        shown.expect(0, err: "")
        #expect(shown.out.contains("  0 changed, 4 moved, 0 vanished, 0 unchanged"))
        #expect(shown.out.split(separator: "\n").count == 7)
        #expect(!shown.out.contains("\u{1B}"))
        #expect(try desk.sources(of: "E-3") == ["docs/3/new\nline\u{1B}[31m.txt"])
        desk.run("refresh").expect(err: "")
    }

    @Test("a file of nothing is looked at, and never found elsewhere")
    func zero() throws {
        let desk = try Desk.withRegister()
        try desk.write("a.txt", "")
        try desk.write("b.txt", "")
        desk.run("add", "a.txt", "--id", "A", "--allow-empty").expect()
        #expect(desk.run("refresh").out.contains("0 vanished, 1 unchanged"))
        try desk.remove("a.txt")
        #expect(desk.run("refresh").out.contains("  0 changed, 0 moved, 1 vanished"))
    }

    @Test("records that are kept by period need one, of the file or of a person")
    func periods() throws {
        let desk = try Desk.withRegister()
        try desk.write("kpi.csv", "10")
        try desk.write("minutes.md", "---\nid: MIN-1\nperiod: 2026-10\n---\n")
        desk.run("add", "kpi.csv", "--id", "KPI-1", "--kind", "kpi-export", "--period", "2026-10").expect()
        desk.run("add", "minutes.md").expect()
        try desk.write("kpi.csv", "10 and 11")
        try desk.write("minutes.md", "---\nid: MIN-1\nperiod: 2026-11\n---\nMore.\n")
        desk.run("refresh", "--apply").expect(
            1,
            out: """
                id     state    source      done
                KPI-1  changed  kpi.csv     kept by period, and the file names none: dossier revise KPI-1 FILE --period PERIOD
                MIN-1  changed  minutes.md  revision 2, for 2026-11
                2 sources looked at
                  1 changed, 0 moved, 0 vanished, 0 unchanged, 1 for a person to decide

                """)
        // What a person has yet to decide is not in the vault.
        let vault = try FileManager.default.subpathsOfDirectory(atPath: desk.path + "/.dossier/vault")
        #expect(vault.count { ($0 as NSString).lastPathComponent.count == 64 } == 3)
        desk.run("revise", "KPI-1", "kpi.csv", "--period", "2026-11").expect()
        desk.run("refresh").expect(err: "")
    }

    @Test("a document that now speaks of another item is a person's matter")
    func otherDocument() throws {
        let desk = try Desk.withRegister()
        try desk.write("a.md", "---\nid: PRO-1\n---\n")
        desk.run("add", "a.md").expect()
        try desk.write("a.md", "---\nid: PRO-2\n---\nAnother.\n")
        let shown = desk.run("refresh", "--apply")
        shown.expect(1, err: "")
        #expect(
            shown.out.contains(
                "  its header speaks of PRO-2; if it is PRO-1 all the same: dossier revise PRO-1 FILE\n"))
        #expect(try desk.sources(of: "PRO-1") == ["a.md"])
    }

    @Test("places that are still to be filled in are counted")
    func skeleton() throws {
        let desk = try Desk.withRegister()
        try desk.write("a.md", "---\nid: PRO-1\nversion: 1\n---\n")
        desk.run("add", "a.md").expect()
        try desk.write("a.md", "---\nid: PRO-1\nversion: 2\n---\n(fill in: who)\n")
        #expect(desk.run("refresh", "--apply").out.contains("revision 2, version 2, 1 place to fill in\n"))
        #expect(desk.run("check", "--only", "unfilled").out.contains("PRO-1"))
    }

    @Test("where another process holds the register, nothing is changed; what it put in is not put in twice")
    func held() throws {
        let desk = try desk("a.txt")
        try desk.write("a.txt", "another content")
        let register = try Register.open(at: RegisterLocation.find(from: desk.path), lockWait: 1)
        try register.write(actor: "other", time: Timestamp(seconds: 1_795_000_000)) { transaction in
            try transaction.record(.retired(evidence: "E-0", reason: "old"))
            try transaction.record(.reinstated(evidence: "E-0", reason: "needed"))
            desk.run("refresh", "--apply").expect(75, out: "")
        }
        try desk.write("elsewhere/a.txt", "another content")
        desk.run("revise", "E-0", "elsewhere/a.txt").expect()
        try desk.remove("elsewhere/a.txt")
        desk.run("refresh", "--apply").expect(
            out: """
                id   state  source           done
                E-0  moved  elsewhere/a.txt  now at a.txt
                1 source looked at
                  0 changed, 1 moved, 0 vanished, 0 unchanged, 0 for a person to decide

                """)
        #expect(try desk.sources(of: "E-0") == ["a.txt", "a.txt"])
    }
}
