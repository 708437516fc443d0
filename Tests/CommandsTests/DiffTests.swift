import Foundation
import Testing

@Suite("What changed since a bundle")
struct DiffTests {
    /// Two bundles of a register that changed in every way between them: `old.zip` and `new.zip`.
    private static func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for name in ["incident", "budget", "minutes", "policy", "stock"] {
            try desk.write("\(name).md", "\(name)\n")
        }
        for (file, id, kind, clause) in [
            ("incident", "PRO-1", "procedure", "8.6.1"), ("budget", "BUD-1", "budget", "8.4.1"),
            ("minutes", "MIN-1", "minutes", "9.3"), ("policy", "POL-1", "policy", "5.2"),
        ] {
            desk.run(
                "add", "\(file).md", "--id", id, "--kind", kind, "--clause", clause, "--classification",
                "internal"
            ).expect()
        }
        desk.run("pack", "-o", "old.zip", "--quiet").expect()
        return desk
    }

    private static func change(_ desk: Desk) throws {
        try desk.write("incident-2.md", "incident, better\n")
        desk.run("revise", "PRO-1", "incident-2.md").expect()
        desk.run("add", "stock.md", "--id", "AST-1", "--kind", "register", "--clause", "8.2.5").expect()
        desk.run("retire", "BUD-1", "--reason", "one plan for all").expect()
        desk.run("link", "MIN-1", "9.1", "--locator", "item 4").expect()
    }

    @Test("a bundle and the register, as a table")
    func register() throws {
        let desk = try Self.desk()
        try Self.change(desk)
        let answer = desk.run("diff", "old.zip")
        let id = try #require(
            desk.run("bundle", "id", "old.zip").out.firstMatch(of: /^[0-9a-f]{16}/)
        ).output
        let spoken = stride(from: 0, to: 16, by: 4).map { String(Array(id)[$0..<$0 + 4]) }
            .joined(separator: " ")
        answer.expect(
            out: """
                ISO/IEC 20000-1:2018, since 2026-11-22: 1 new, 1 replaced, 1 changed, 1 unchanged, 1 gone; 2 clauses better, 2 worse
                  before  bundle \(spoken), judged on 2026-11-22, journal entry 14
                  now     the register, judged on 2026-11-22, journal entry 21

                new
                  AST-1  Stock  revision 1

                replaced
                  PRO-1  Incident  revision 2 replaces revision 1

                changed
                  MIN-1  Minutes  linked to 9.1

                gone
                  BUD-1  Budget  retired: one plan for all

                clauses
                  8.2.5  better  missing -> covered
                  8.4.1  worse   covered -> missing
                  8.6.1  worse   partial -> suspect
                  9.1    better  missing -> covered

                """,
            err: "1 item as before; --all lists them.\n")
    }

    @Test("two bundles give the same, in every form")
    func forms() throws {
        let desk = try Self.desk()
        try Self.change(desk)
        desk.run("pack", "-o", "new.tar.gz", "--quiet").expect()
        desk.run("unpack", "new.tar.gz", "out", "--quiet").expect()
        let csv = desk.run("diff", "old.zip", "new.tar.gz", "--format", "csv", "--all")
        csv.expect(
            out: """
                what,name,title,change,before,now,details\r
                evidence,AST-1,Stock,new,,,revision 1\r
                evidence,BUD-1,Budget,gone,,,"retired, or no longer linked to the standard"\r
                evidence,MIN-1,Minutes,changed,,,linked to 9.1\r
                evidence,POL-1,Policy,unchanged,,,\r
                evidence,PRO-1,Incident,replaced,,,revision 2 replaces revision 1\r
                clause,8.2.5,,better,missing,covered,\r
                clause,8.4.1,,worse,covered,missing,\r
                clause,8.6.1,,worse,partial,suspect,\r
                clause,9.1,,better,missing,covered,\r

                """, err: "")
        #expect(desk.run("diff", "old.zip", "out/new", "--format", "csv", "--all").out == csv.out)
        let json = desk.run("diff", "old.zip", "new.tar.gz", "--format", "json").out
        let page = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(
            Set(page.keys) == [
                "standard", "before", "after", "tally", "items", "clauses", "findings", "remarks",
            ])
        #expect((page["tally"] as? [String: Int])?["unchanged"] == 1)
        #expect((page["items"] as? [Any])?.count == 4)
    }

    @Test("nothing is different")
    func same() throws {
        let desk = try Self.desk()
        let answer = desk.run("diff", "old.zip", "old.zip", "--exit-code")
        answer.expect(err: "4 items as before; --all lists them.\n")
        #expect(answer.out.hasSuffix("\nNothing is different.\n"))
        desk.run("diff", "old.zip", "--exit-code").expect()
        try Self.change(desk)
        desk.run("diff", "old.zip", "--exit-code").expect(1)
    }

    @Test("a level and clauses are those of the bundle")
    func scope() throws {
        let desk = try Self.desk()
        desk.run("pack", "-o", "part.zip", "--clause", "9", "--classification-up-to", "public", "-q").expect()
        let answer = desk.run("diff", "part.zip", "--exit-code")
        answer.expect(0, err: "1 item as before; --all lists them.\n")
        desk.run("diff", "part.zip", "old.zip", "--format", "csv").expect(
            out: """
                what,name,title,change,before,now,details\r
                evidence,BUD-1,Budget,new,,,revision 1\r
                evidence,MIN-1,Minutes,new,,,was withheld\r
                evidence,POL-1,Policy,new,,,revision 1\r
                evidence,PRO-1,Incident,new,,,revision 1\r

                """,
            err: """
                dossier: warning: the earlier bundle covers clauses 9, the later one the whole standard
                dossier: warning: the earlier bundle holds what is classified up to public, the later one every level

                """)
    }

    @Test("a bundle that is not valid is not compared")
    func damaged() throws {
        let desk = try Self.desk()
        desk.run("unpack", "old.zip", "out", "-q").expect()
        try desk.write("out/old/data/dossier.json", "{}\n")
        let answer = desk.run("diff", "out/old")
        answer.expect(1, out: "")
        #expect(answer.err.contains("error: checksum-mismatch data/dossier.json: changed: sha256 is "))
        #expect(
            answer.err.hasSuffix(
                """
                dossier: error: out/old is not valid: 2 errors; nothing was compared
                dossier: hint: dossier verify out/old

                """))
        desk.run("pack", "--since", "out/old", "-o", "b.zip").expect(65, out: "")
        #expect(!FileManager.default.fileExists(atPath: desk.path + "/b.zip"))
    }

    @Test("a bag of another program says nothing to compare")
    func foreign() throws {
        let desk = try Self.desk()
        try desk.write("bag/data/a.txt", "")
        try desk.write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        try desk.write("bag/manifest-sha256.txt", "\(empty)  data/a.txt\n")
        desk.run("diff", "bag").expect(
            65, out: "",
            err: """
                dossier: error: bag holds no data/dossier.json that could be read
                dossier: hint: only bundles of dossier pack can be compared

                """)
    }

    @Test("bundles of two standards are not compared")
    func standards() throws {
        let desk = try Self.desk()
        desk.run("standard", "add", "9001", "-q").expect()
        desk.run("pack", "--standard", "9001", "-o", "other.zip", "-q").expect()
        desk.run("diff", "old.zip", "other.zip").expect(
            65, out: "",
            err: """
                dossier: error: old.zip is for ISO/IEC 20000-1:2018, other.zip for ISO 9001:2015; only bundles of one edition can be compared
                dossier: hint: dossier standard migrate, for what a new edition asks for

                """)
    }

    @Test(
        "contradictions",
        arguments: [
            (["diff", "a.zip", "b.zip", "--on", "2027-01-01"], 64),
            (["diff", "a.zip", "b.zip", "--passphrase-fd", "3"], 64), (["diff"], 64),
            (["diff", "none.zip"], 66), (["pack", "--since-passphrase-file", "x"], 64),
        ] as [([String], Int32)])
    func contradictions(arguments: [String], status: Int32) throws {
        try Desk().run(arguments).expect(status, out: "")
    }

    @Test("an encrypted bundle opens with its passphrase")
    func encrypted() throws {
        let desk = try Self.desk()
        chmod(try desk.write("secret.txt", "correct horse battery staple\n"), 0o600)
        desk.run("pack", "-o", "e.zip", "--encrypt", "--passphrase-file", "secret.txt", "-q").expect()
        desk.run("diff", "e.zip", "--passphrase-file", "secret.txt", "--exit-code").expect()
        desk.run("diff", "e.zip", "old.zip", "--passphrase-file", "secret.txt", "--exit-code").expect()
        desk.run("diff", "e.zip").expect(64, out: "")
        desk.run("pack", "--since", "e.zip", "--since-passphrase-file", "secret.txt", "--dry-run").expect()
    }

    @Test("pack --since tells it in the bundle, and the same again gives the same bytes")
    func since() throws {
        let desk = try Self.desk()
        try Self.change(desk)
        let dry = desk.run("pack", "--since", "old.zip", "--dry-run", "-o", "new.zip")
        #expect(
            dry.out.contains(
                "\n  changes    since 2026-11-22: 1 new, 1 replaced, 1 changed, 1 gone; 2 clauses better, 2 worse\n"
            ), "\(dry.out)")
        desk.run("pack", "--since", "old.zip", "-o", "new.zip").expect()
        desk.run("pack", "--since", "old.zip", "-o", "again/new.zip").expect(73)
        try desk.write("again/x", "")
        desk.run("pack", "--since", "old.zip", "-o", "again/new.zip").expect()
        #expect(
            FileManager.default.contentsEqual(
                atPath: desk.path + "/new.zip", andPath: desk.path + "/again/new.zip"))
        desk.run("verify", "new.zip").expect()
        desk.run("unpack", "new.zip", "-q").expect()
        let octets = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/new/data/changes.csv"))
        let list = String(decoding: octets, as: UTF8.self)
        #expect(
            list == """
                \u{FEFF}what,name,title,change,before,now,details\r
                evidence,AST-1,Stock,new,,,revision 1\r
                evidence,BUD-1,,gone,,,retired: one plan for all\r
                evidence,MIN-1,Minutes,changed,,,linked to 9.1\r
                evidence,PRO-1,Incident,replaced,,,revision 2 replaces revision 1\r
                clause,8.2.5,Asset management,better,missing,covered,\r
                clause,8.4.1,Budgeting and accounting for services,worse,covered,missing,\r
                clause,8.6.1,Incident management,worse,partial,suspect,\r
                clause,9.1,"Monitoring, measurement, analysis and evaluation",better,missing,covered,\r

                """)
        // What an earlier bundle said of one before it is no part of a comparison.
        desk.run("diff", "new.zip", "--exit-code").expect()
    }

    @Test("strangers' text is harmless on a terminal")
    func escaped() throws {
        let desk = try Self.desk()
        try desk.write("x.md", "x\n")
        desk.run(
            "add", "x.md", "--id", "X-1", "--title", "red\u{1B}[31m", "--kind", "record", "--clause", "7.2"
        )
        .expect()
        let answer = desk.run("diff", "old.zip")
        #expect(answer.out.contains("X-1") && !answer.out.contains("\u{1B}"))
    }
}
