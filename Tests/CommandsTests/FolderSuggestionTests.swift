import Foundation
import Testing

@Suite("What the import of a folder proposes")
struct FolderSuggestionTests {
    private static let incidents =
        "# Incident management procedure\n\n## Major incident\n\nA major incident is escalated to the service desk; every incident is classified and prioritised. Incidents are resolved and closed.\n"

    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write("docs/handling.md", Self.incidents)
        try desk.write(
            "docs/Backup stated.md", "---\nclauses: [8.7.2]\n---\n# Backup policy\n\nBackups, tapes.\n")
        try desk.write("docs/notes.txt", "Nothing in particular.\n")
        return desk
    }

    @Test("kinds and titles come from what documents show; clauses only where they are asked for")
    func kinds() throws {
        let desk = try desk()
        desk.run("import", "docs", "--dry-run").expect(
            out: """
                id             kind       revision  clauses  title                          file
                BACKUP-STATED  policy     -         8.7.2    Backup policy                  Backup stated.md
                HANDLING       procedure  -                  Incident management procedure  handling.md
                NOTES          -          -                  Notes                          notes.txt
                3 files found in docs
                  3 new, 0 revised, 0 changed, 0 unchanged, 0 the same as others, 0 older, 0 rejected

                """)
        desk.run("import", "docs").expect(err: "Next: dossier gap\n")
        desk.run("check", "--only", "link-suggested").expect()
    }

    @Test("what is suggested is suspect; a list that says so keeps it, one that names the clause clears it")
    func suggested() throws {
        let desk = try desk()
        let plan = desk.run("import", "docs", "--suggest", "--dry-run")
        #expect(plan.out.contains("\nHANDLING       procedure  -         8.6.1?   Incident"), "\(plan.out)")
        desk.run("import", "docs", "--suggest").expect(
            out: """
                3 files found in docs
                  3 new, 0 revised, 0 changed, 0 unchanged, 0 the same as others, 0 older, 0 rejected
                  1 clause suggested for 1 item, to review

                """,
            err: """
                What is suggested is suspect until somebody looks: dossier review HANDLING --by NAME
                Next: dossier gap

                """)
        let suspect = "link-suggested,warning,HANDLING,\"was suggested, and nobody reviewed it, for 8.6.1\""
        #expect(desk.run("check", "--only", "link-suggested", "--format", "csv").out.contains(suspect))
        let again = desk.run("import", "docs", "--suggest")
        #expect(again.out.contains("  0 new, 0 revised, 0 changed, 3 unchanged,"), "\(again.out)")

        desk.run("export", "register.json").expect()
        desk.run("import", "register.json").expect(
            out:
                "3 rows read from register.json\n  0 new, 0 revised, 0 changed, 3 unchanged, 0 rejected\n")
        desk.run("export", "register.csv").expect()
        let list = try String(contentsOfFile: desk.path + "/register.csv", encoding: .utf8)
        #expect(list.contains("\r\nHANDLING,Incident management procedure,procedure,,8.6.1?,"), "\(list)")
        desk.run("import", "register.csv").expect(
            out:
                "3 rows read from register.csv\n  0 new, 0 revised, 0 changed, 3 unchanged, 0 rejected\n")
        #expect(desk.run("check", "--only", "link-suggested", "--format", "csv").out.contains(suspect))

        try desk.write("register.csv", list.replacing("8.6.1?", with: "8.6.1"))
        desk.run("import", "register.csv").expect(
            out: "3 rows read from register.csv\n  0 new, 0 revised, 1 changed, 2 unchanged, 0 rejected\n")
        desk.run("check", "--only", "link-suggested").expect()
        // What a person stated is no suggestion again.
        try desk.write("register.csv", list)
        desk.run("import", "register.csv").expect(
            out: "3 rows read from register.csv\n  0 new, 0 revised, 0 changed, 3 unchanged, 0 rejected\n")
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test("a saved plan keeps what is only suggested, in the names of several standards")
    func saved() throws {
        let desk = try desk()
        desk.run("standard", "add", "27001").expect()
        desk.run("import", "docs", "--suggest", "--min", "0.5", "--save-plan", "plan.csv").expect()
        let plan = try String(contentsOfFile: desk.path + "/plan.csv", encoding: .utf8)
        #expect(plan.contains(",20000-1:8.6.1?"), "\(plan)")
        #expect(plan.contains("27001:A.5.26?"), "\(plan)")
        try desk.write("plan.csv", plan.replacing("20000-1:8.6.1?", with: "20000-1:8.6.1"))
        desk.run("import", "plan.csv").expect()
        let suspect = desk.run("check", "--only", "link-suggested", "--format", "csv").out
        #expect(!suspect.contains("8.6.1"), "\(suspect)")
        #expect(suspect.contains("A.5.26"), "\(suspect)")
        #expect(
            desk.run("list", "--clause", "20000-1:8.6.1", "--format", "csv").out.contains("\r\nHANDLING,"))
    }

    @Test(
        "options that go with a folder",
        arguments: [
            ["docs", "--min", "0.5"], ["docs", "--suggest", "--min", "0"],
            ["docs", "--suggest", "--min", "1.1"],
        ]) func options(arguments: [String]) throws
    {
        #expect(try desk().run(["import"] + arguments).status == 64)
    }

    @Test("a list says itself what is suggested")
    func lists() throws {
        try desk().run("import", "register.csv", "--suggest").expect(
            64, out: "",
            err: "dossier: error: --rules, --save-plan and --suggest go with a folder\n")
    }

    @Test("a title that programs keep is the last, one that stands in a list of values none")
    func titles() throws {
        let desk = try Desk.withRegister()
        try desk.write("docs/a.md", "---\ntitle: Stated\n---\n# Shown\n")
        try desk.write("docs/b.csv", "# generated on Monday\n1;2\n")
        try desk.write("docs/c-d_e.md", "# \u{1B}[31mred\n")
        try desk.write("docs/f.html", "<title>Of the page</title><h1>One</h1>")
        try desk.write("docs/PRO-001 Named.txt", "x")
        desk.run("import", "docs").expect()
        desk.run("list", "--format", "csv").expect(
            out: """
                id,title,kind,owner,state,standing,review_due,expires,classification,tags,clauses,revisions\r
                A,Stated,record,,held,current,,,,,,1\r
                B,B,record,,held,current,,,,,,1\r
                C-D-E,C d e,record,,held,current,,,,,,1\r
                F,Of the page,record,,held,current,,,,,,1\r
                PRO-001,Named,procedure,,held,current,,,,,,1\r

                """)
    }
}
