import Foundation
import Testing

@Suite("Import of a folder")
struct FolderImportTests {
    private static let policy = "# Access policy\n\n**Version:** 2.0\n**Owner:** Head of IT\n\n## Purpose\n"

    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write("docs/policies/Access policy.md", Self.policy)
        try desk.write("docs/PRO-001 Incident management_v1.txt", "one")
        try desk.write("docs/PRO-001 Incident management_v2.txt", "two")
        try desk.write("docs/copy.txt", "two")
        try desk.write("docs/~$lock.docx", "x")
        try desk.write("docs/.hidden/a.txt", "x")
        try desk.write("docs/empty.txt", "")
        try desk.write("docs/broken.docx", "no package")
        try FileManager.default.createSymbolicLink(
            atPath: desk.path + "/docs/round", withDestinationPath: ".")
        return desk
    }

    @Test("files go in by their names and what they say; again, nothing changes")
    func all() throws {
        let desk = try desk()
        let summary = """
              passed over: 1 hidden, 1 lock file
            """
        desk.run("import", "docs").expect(
            1,
            out: """
                6 files found in docs
                \(summary)
                  2 new, 1 revised, 0 changed, 0 unchanged, 1 the same as others, 0 older, 3 rejected
                  copy.txt has the same content as PRO-001 Incident management_v2.txt
                  round: is a link to a folder in which it lies
                  broken.docx: is no .docx file, whatever its name says
                  empty.txt: is empty (0 bytes)

                """)
        desk.run("list", "--format", "csv").expect(
            out: """
                id,title,kind,owner,state,standing,review_due,expires,classification,tags,clauses,revisions\r
                ACCESS-POLICY,Access policy,policy,Head of IT,held,current,,,,,,1\r
                PRO-001,Incident management,procedure,,held,current,,,,,,2\r

                """)
        let again = desk.run("import", "docs")
        #expect(again.out.contains("  0 new, 0 revised, 0 changed, 3 unchanged,"), "\(again.out)\(again.err)")
    }

    @Test("rules say kinds and clauses; a saved plan is imported as a list")
    func planned() throws {
        let desk = try desk()
        try desk.write(
            "rules.yaml",
            "- match: \"*.docx\"\n  skip: true\n- match: PRO-*\n  kind: procedure\n  clauses: [8.6.1]\n  owner: Service desk lead\n"
        )
        let planned = desk.run("import", "docs", "--rules", "rules.yaml", "--save-plan", "plan.csv")
        #expect(planned.status == 1)
        #expect(planned.err.contains("then: dossier import plan.csv"))
        desk.run("list").expect(out: "")
        #expect(desk.run("import", "plan.csv").status == 0)
        #expect(
            desk.run("list", "--clause", "8.6.1", "--format", "csv").out.contains(
                "PRO-001,Incident management,procedure,Service desk lead,held"))
        #expect(desk.run("import", "docs", "--rules", "none.yaml").status == 66)
        try desk.write("bad.yaml", "- match: x\n  colour: red\n")
        desk.run("import", "docs", "--rules", "bad.yaml").expect(
            65, err: "dossier: error: bad.yaml:2: unknown: colour; known: match, kind, owner, clauses, skip\n"
        )
    }

    @Test("a file of rules is no document, even where it lies among them")
    func rulesAmongDocuments() throws {
        let desk = try Desk.withRegister()
        try desk.write("docs/a.txt", "a")
        try desk.write("docs/rules.yaml", "- match: \"*.txt\"\n  kind: plan\n")
        let outcome = desk.run("import", "docs", "--rules", "docs/rules.yaml")
        outcome.expect(
            out: """
                1 file found in docs
                  passed over: 1 file of rules
                  1 new, 0 revised, 0 changed, 0 unchanged, 0 the same as others, 0 older, 0 rejected

                """)
    }

    @Test("all or none")
    func strict() throws {
        let desk = try desk()
        #expect(desk.run("import", "docs", "--strict").status == 1)
        desk.run("list").expect(out: "")
        #expect(desk.run("import", "docs", "--dry-run").status == 1)
        let vault = desk.path + "/.dossier/vault"
        let left = FileManager.default.enumerator(atPath: vault)?.compactMap { $0 as? String }
        #expect(left == ["incoming"])
    }

    @Test("an older version that turns up later is left out and named; what follows it goes in")
    func older() throws {
        let desk = try Desk.withRegister()
        try desk.write("docs/policy_v3.txt", "three")
        try desk.write("docs/risks_20260401.txt", "april")
        try desk.write("docs/stated.md", "---\nid: PRO-9\nversion: 2.0\n---\n# Stated\n")
        desk.run("import", "docs").expect()
        try FileManager.default.removeItem(atPath: desk.path + "/docs/policy_v3.txt")
        try desk.write("docs/policy_v2.txt", "two")
        try desk.write("docs/risks_20260307.txt", "march")
        try desk.write("docs/archive/first.md", "---\nid: PRO-9\nversion: 1.0\n---\n# Stated\n")
        try desk.write("docs/archive/third.md", "---\nid: PRO-9\nversion: 3.0\n---\n# Stated\n")
        desk.run("import", "docs").expect(
            out: """
                6 files found in docs
                  0 new, 1 revised, 0 changed, 2 unchanged, 0 the same as others, 3 older, 0 rejected
                  archive/first.md is older than stated.md, which PRO-9 holds; it is left out
                  policy_v2.txt is older than policy_v3.txt, which POLICY holds; it is left out
                  risks_20260307.txt is older than risks_20260401.txt, which RISKS holds; it is left out

                """)
        let shown = desk.run("show", "PRO-9").out
        #expect(shown.contains("third.md") && !shown.contains("first.md"), "\(shown)")
    }

    @Test("versions of one identifier lie anywhere, and go in from the oldest to the latest")
    func scattered() throws {
        let desk = try Desk.withRegister()
        for (name, version) in [("a/new", "10.0"), ("b/old", "9.1"), ("c/first", "1")] {
            try desk.write("docs/\(name).md", "---\nid: PRO-9\nversion: \(version)\n---\n# \(name)\n")
        }
        desk.run("import", "docs").expect()
        let shown = desk.run("show", "PRO-9").out
        #expect(shown.contains("3  current     new.md    10.0"), "\(shown)")
        #expect(desk.run("list", "--format", "csv").out.contains("PRO-9,a/new,"))
    }

    @Test("files of one name in two folders stay two items, whichever comes first the next time")
    func namesakes() throws {
        let desk = try Desk.withRegister()
        try desk.write("docs/b/Prüfung.txt", "one")
        desk.run("import", "docs").expect()
        try desk.write("docs/a/Prüfung.txt", "two")
        let plan = desk.run("import", "docs").out
        #expect(plan.contains("  1 new, 0 revised, 0 changed, 1 unchanged,"), "\(plan)")
        let ids = desk.run("list", "--format", "csv").out.split(separator: "\r\n").dropFirst()
            .map { $0.prefix { $0 != "," } }
        #expect(ids.count == 2 && ids[0] == "PRUEFUNG" && ids[1].hasPrefix("PRUEFUNG-"), "\(ids)")
    }

    @Test("a contradiction in a document is said, and neither is taken")
    func contradiction() throws {
        let desk = try Desk.withRegister()
        try desk.write("a.md", "---\nid: A-01\nversion: 3\n---\n# A\nVersion: 4\n")
        desk.run("add", "a.md").expect(
            err: """
                dossier: warning: a.md: version is 3 in its header and 4 in its first lines; neither is taken
                a.md: its header says id
                A-01  record  A
                Added 1 item.
                Next: dossier link A-01 CLAUSE

                """)
    }
}
