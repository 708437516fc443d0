import Foundation
import Testing

@Suite("Looking at the files again")
struct RefreshTests {
    private static let calm = "0 changed, 0 moved, 0 vanished"

    private static func policy(_ version: String, _ effective: String, review: String) -> String {
        """
        ---
        id: POL-001
        version: \(version)
        effective: \(effective)
        owner: Head of IT
        review: \(review)
        ---
        # Policy

        """
    }

    /// A desk with a policy, a procedure and a log that were added from `docs`.
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write("docs/policy.md", Self.policy("1.0", "2026-01-15", review: "2026-12-01"))
        try desk.write("docs/old/proc.txt", "procedure")
        try desk.write("docs/log.csv", "a,b\n")
        desk.run("add", "docs/policy.md", "--kind", "policy", "--clause", "5.2").expect()
        desk.run("add", "docs/old/proc.txt", "--id", "PRO-004", "--kind", "procedure").expect()
        desk.run("add", "docs/log.csv", "--id", "REC-009", "--revision", "1.0").expect()
        return desk
    }

    @Test("nothing to look at, and nothing that changed")
    func empty() throws {
        try Desk.withRegister().run("refresh").expect(
            out:
                "0 sources looked at\n  0 changed, 0 moved, 0 vanished, 0 unchanged, 0 for a person to decide\n",
            err:
                "Nothing to refresh: no item remembers where its file lies. Next: dossier import FOLDER, or dossier add FILE\n"
        )
        let desk = try desk()
        desk.run("request", "--title", "Budget", "--kind", "budget").expect()
        desk.run("refresh").expect(
            out: "3 sources looked at\n  \(Self.calm), 3 unchanged, 0 for a person to decide\n", err: "")
        let entries = desk.entries()
        desk.run("refresh", "--apply").expect(err: "")
        #expect(desk.entries() == entries)
    }

    @Test("what changed, moved and vanished is proposed, then written")
    func life() throws {
        let desk = try desk()
        try desk.write("docs/policy.md", Self.policy("1.1", "2026-11-01", review: "2027-12-01") + "More.\n")
        try desk.move("docs/old/proc.txt", to: "docs/procedures/Müller-訓練.txt")
        try desk.remove("docs/log.csv")
        let entries = desk.entries()
        let table = """
            POL-001  changed   docs/policy.md     revision 2, version 1.1, in force from 2026-11-01; review: 2026-12-01 -> 2027-12-01
            PRO-004  moved     docs/old/proc.txt  now at docs/procedures/Müller-訓練.txt
            REC-009  vanished  docs/log.csv       gone, and no other file holds its content; the register keeps it
            3 sources looked at
              1 changed, 1 moved, 1 vanished, 0 unchanged, 0 for a person to decide

            """
        desk.run("refresh").expect(
            out: "id       state     source             proposal\n" + table,
            err: "Nothing was written. Next: dossier refresh --apply\n")
        #expect(desk.entries() == entries)
        desk.run("refresh", "--apply").expect(
            out: "id       state     source             done\n" + table,
            err: "Next: dossier check --only suspect-link,approval-missing,approval-outdated\n")
        #expect(
            desk.run("log", "--format", "csv").out.split(separator: "\r\n").suffix(3).map {
                $0.split(separator: ",").dropFirst(4).dropLast().joined(separator: ",")
            } == [
                "POL-001,review: 2026-12-01 -> 2027-12-01", "POL-001,\"revision 2: policy.md, 5e75b794ab32\"",
                "PRO-004,revision 1 found at docs/procedures/Müller-訓練.txt",
            ])
        desk.run("refresh").expect(
            out: """
                id       state     source        proposal
                REC-009  vanished  docs/log.csv  gone, and no other file holds its content; the register keeps it
                3 sources looked at
                  0 changed, 0 moved, 1 vanished, 2 unchanged, 0 for a person to decide

                """, err: "")
        desk.run("log", "--verify").expect()
        #expect(desk.run("show", "POL-001").out.contains("    revision 2 from docs/policy.md\n"))
        #expect(desk.run("show", "POL-001").out.contains("suspect: dossier review POL-001"))
    }

    @Test("what a person changed since is not taken back by a document that says what it always said")
    func news() throws {
        let desk = try desk()
        desk.run("revise", "POL-001", "--owner", "CISO").expect()
        try desk.write("docs/policy.md", Self.policy("1.0", "2026-01-15", review: "2026-12-01") + "Typo.\n")
        let shown = desk.run("refresh", "--apply").out
        #expect(shown.contains("  revision 2, still version 1.0, in force from 2026-01-15\n"))
        #expect(desk.run("show", "POL-001").out.contains("owner    CISO"))
        // Where the earlier document is lost nobody can say what is new.
        try desk.remove(".dossier/vault")
        try desk.write("docs/policy.md", Self.policy("1.2", "2026-11-01", review: "2027-12-01"))
        desk.run("refresh", "--apply").expect()
        #expect(desk.run("show", "POL-001").out.contains("owner    CISO"))
        #expect(desk.run("show", "POL-001").out.contains("due 2026-12-01"))
    }

    @Test("size and time say enough, unless every file is to be read")
    func silent() throws {
        let desk = try desk()
        try desk.writeSilently("docs/log.csv", "b,a\n")
        #expect(desk.run("refresh").out.contains("\(Self.calm), 3 unchanged"))
        let read = desk.run("refresh", "REC-009", "--rehash")
        #expect(read.out.contains("REC-009  changed  docs/log.csv  revision 2\n1 source looked at\n"))
        #expect(read.err == "Nothing was written. Next: dossier refresh REC-009 --rehash --apply\n")
    }

    @Test("another time and the same content: remembered without an entry of the journal")
    func touched() throws {
        let desk = try desk()
        try desk.touch("docs/log.csv")
        let told = "1 file had to be read; dossier refresh --apply remembers its time.\n"
        desk.run("refresh").expect(
            out: "3 sources looked at\n  \(Self.calm), 3 unchanged, 0 for a person to decide\n", err: told)
        desk.run("refresh").expect(err: told)
        let entries = desk.entries()
        desk.run("refresh", "--apply").expect(err: "")
        #expect(desk.entries() == entries)
        desk.run("refresh").expect(err: "")
        try desk.writeSilently("docs/log.csv", "b,a\n")
        desk.run("refresh").expect(err: "")
    }

    @Test("moved and changed at once is vanished")
    func movedAndChanged() throws {
        let desk = try desk()
        try desk.move("docs/log.csv", to: "docs/x.csv")
        try desk.write("docs/x.csv", "c,d\n")
        let shown = desk.run("refresh")
        shown.expect(0, err: "")
        #expect(shown.out.contains("REC-009  vanished  docs/log.csv  gone, and no other file holds"))
    }

    @Test("the content of an earlier revision becomes a revision again; revise takes one back")
    func backwards() throws {
        let desk = try desk()
        try desk.write("docs/log.csv", "second\n")
        desk.run("refresh", "--apply").expect()
        try desk.write("docs/log.csv", "a,b\n")
        #expect(desk.run("refresh", "--apply").out.contains("REC-009  changed  docs/log.csv  revision 3\n"))
    }

    @Test("several places hold what is gone: a person says which")
    func ambiguous() throws {
        let desk = try desk()
        try desk.move("docs/log.csv", to: "docs/a/log.csv")
        try desk.write("docs/b/log.csv", "a,b\n")
        desk.run("refresh", "--apply").expect(
            1,
            out: """
                id       state      source        done
                REC-009  ambiguous  docs/log.csv  the same content lies at docs/a/log.csv and docs/b/log.csv; dossier revise REC-009 FILE says which
                3 sources looked at
                  0 changed, 0 moved, 0 vanished, 2 unchanged, 1 for a person to decide

                """, err: "")
        desk.run("revise", "REC-009", "docs/b/log.csv").expect(
            err: "REC-009  revision 1 found at docs/b/log.csv\n")
        desk.run("revise", "REC-009", "docs/b/log.csv").expect(
            err: "REC-009 is like that already; nothing was changed.\n")
        desk.run("refresh").expect(err: "")
    }

    @Test("a copy that is the source of another item is named, not chosen")
    func copies() throws {
        let desk = try desk()
        try desk.write("docs/copy.csv", "a,b\n")
        desk.run("add", "docs/copy.csv", "--id", "REC-010").expect()
        try desk.remove("docs/log.csv")
        let shown = desk.run("refresh")
        shown.expect(0, err: "")
        #expect(shown.out.contains("  the same content lies at docs/copy.csv, the source of REC-010\n"))
    }

    @Test("two items with one file: both follow it")
    func shared() throws {
        let desk = try desk()
        desk.run("add", "docs/log.csv", "--id", "REC-010").expect()
        try desk.write("docs/log.csv", "second\n")
        #expect(desk.run("refresh", "--apply").out.contains("  2 changed, 0 moved, 0 vanished, 2 unchanged"))
        try desk.move("docs/log.csv", to: "docs/logs/log.csv")
        #expect(desk.run("refresh", "--apply").out.contains("  0 changed, 2 moved, 0 vanished, 2 unchanged"))
        #expect(try desk.sources(of: "REC-010") == ["docs/log.csv", "docs/logs/log.csv"])
    }

    @Test("a whole folder was renamed, or lies somewhere else")
    func folders() throws {
        let desk = try desk()
        try desk.move("docs", to: "documents")
        #expect(desk.run("refresh").out.contains("  0 changed, 3 moved, 0 vanished, 0 unchanged"))
        #expect(desk.run("refresh", "REC-009").out.contains("  0 changed, 1 moved, 0 vanished, 0 unchanged"))
        try desk.remove("documents/log.csv")
        let beyond = try Desk()
        try beyond.write("it's here/log.csv", "a,b\n")
        #expect(desk.run("refresh").out.contains("  0 changed, 2 moved, 1 vanished, 0 unchanged"))
        let shown = desk.run("refresh", "--in", beyond.path + "/it's here")
        #expect(
            shown.out.contains("REC-009  moved  docs/log.csv       now at \(beyond.path)/it's here/log.csv\n")
        )
        #expect(
            shown.err
                == "Nothing was written. Next: dossier refresh --in '\(beyond.path)/it'\\''s here' --apply\n")
        desk.run("refresh", "--in", "nowhere").expect(66, err: "dossier: error: no folder nowhere\n")
    }

    @Test("a drive that is not there is asked for, and nothing is lost")
    func drive() throws {
        let (desk, drive) = (try Desk.withRegister(), try Desk())
        for name in ["a", "b"] {
            try drive.write("\(name).txt", name)
            desk.run("add", "\(drive.path)/\(name).txt", "--id", name).expect()
        }
        #expect(try desk.sources(of: "a") == ["\(drive.path)/a.txt"])
        try drive.remove("a.txt")
        try drive.remove("b.txt")
        desk.run("refresh", "--apply").expect(
            0,
            err:
                "dossier: warning: no source is where it was; is the drive connected? otherwise: dossier refresh --in FOLDER\n"
        )
        #expect(desk.run("list", "--state", "held", "--format", "csv").out.contains("\r\na,A,"))
    }

    @Test("the register may be moved together with its documents")
    func together() throws {
        let (desk, other) = (try desk(), try Desk())
        for name in [".dossier", "docs"] {
            try FileManager.default.moveItem(atPath: "\(desk.path)/\(name)", toPath: "\(other.path)/\(name)")
        }
        #expect(other.run("refresh").out.contains("\(Self.calm), 3 unchanged"))
    }

    @Test("items that are not there, and retired ones")
    func named() throws {
        let desk = try desk()
        desk.run("refresh", "REC-008").expect(
            66, err: "dossier: error: no evidence REC-008\ndossier: hint: did you mean REC-009?\n")
        desk.run("retire", "REC-009", "--reason", "old").expect()
        desk.run("refresh", "REC-009").expect(
            65,
            err:
                "dossier: error: REC-009 is retired\ndossier: hint: dossier retire REC-009 --undo --reason TEXT\n"
        )
        #expect(desk.run("refresh").out.contains("2 sources looked at"))
        desk.run("refresh", "pro-004").expect(
            out: "1 source looked at\n  \(Self.calm), 1 unchanged, 0 for a person to decide\n")
    }

    @Test("as programs read it")
    func json() throws {
        let desk = try desk()
        try desk.write("docs/policy.md", Self.policy("1.1", "2026-11-01", review: "2026-12-01") + "More.\n")
        desk.run("refresh", "--format", "json").expect(
            out: """
                {
                  "isApplied" : false,
                  "looked" : 3,
                  "sources" : [
                    {
                      "effective" : "2026-11-01",
                      "id" : "POL-001",
                      "isHeldBack" : false,
                      "newRevision" : 2,
                      "revision" : 1,
                      "source" : "docs/policy.md",
                      "state" : "changed",
                      "text" : "revision 2, version 1.1, in force from 2026-11-01",
                      "version" : "1.1"
                    }
                  ],
                  "unchanged" : 2,
                  "withoutSource" : 0
                }

                """)
    }
}
