import Foundation
import Testing

@Suite("Search and suggestions")
struct SearchTests {
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write(
            "incident.md",
            "# Incident management\n\nA major incident is handed to escalation within an hour.\n")
        try desk.write("backup.txt", "Backups are restored each month; a \u{1B}[31mred\u{7} tape is kept.\n")
        try desk.write("plan.vsdx", "\0 nothing to read")
        desk.run("add", "incident.md", "--id", "INC-1", "--kind", "procedure", "--clause", "8.6.1").expect()
        desk.run("add", "backup.txt", "--id", "BAK-1", "--kind", "policy").expect()
        desk.run("add", "plan.vsdx", "--id", "PLN-1", "--title", "Continuity plan").expect()
        return desk
    }

    @Test("documents are found by their words, with the words around them, harmless on a terminal")
    func found() throws {
        let desk = try desk()
        desk.run("search", "incident NEAR escalation").expect(
            out: """
                INC-1  procedure  Incident  8.6.1
                    A major [incident] is handed to [escalation] within an hour.
                1 document

                """)
        let tape = desk.run("search", "tape")
        tape.expect()
        #expect(tape.out.contains("a [U+001B][31mred[U+0007] [tape] is kept"))
        desk.run("search", "continuity").expect(
            out: "PLN-1  plan  Continuity plan\n    [Continuity] plan plan.vsdx\n1 document\n")
        desk.run("search", "hour*", "--format", "csv", "--kind", "procedure").expect(
            out: """
                id,title,kind,clauses,revision,is_latest,snippet
                INC-1,Incident,procedure,8.6.1,1,yes,A major incident is handed to escalation within an [hour].

                """.replacing("\n", with: "\r\n"))
    }

    @Test("clause and kind filter; nothing found is told and is the answer no")
    func filters() throws {
        let desk = try desk()
        #expect(desk.run("search", "incident", "--clause", "8.6").status == 0)
        #expect(desk.run("search", "incident", "--clause", "8.7").status == 1)
        desk.run("search", "incident", "--kind", "policy", "-q").expect(1, out: "", err: "")
        let nothing = desk.run("search", "zebra")
        #expect(
            nothing.err.hasPrefix(
                "Nothing found. Try fewer words, a beginning such as incid*, or OR between words.\n"))
        desk.run("search", "zebra", "--format", "json").expect(1, out: "[\n\n]\n", err: "")
    }

    @Test(
        "a question that cannot be understood is answered with one that would have been",
        arguments: [
            ("\"major", "has a quotation mark that is never closed", "'\"major\"'"),
            ("(a OR b", "has a parenthesis that is never closed", "'(a OR b)'"),
            ("NOT draft", "has nothing before NOT", "'policy NOT draft'"),
            ("a OR", "has nothing after OR", "'incident AND (escalation OR \"on call\")'"),
            (
                "a NEAR (b c)", "has a group beside NEAR, which takes words and phrases",
                "'incident NEAR escalation'"
            ),
        ])
    func refused(query: String, why: String, example: String) throws {
        let desk = try Desk()
        desk.run("search", query).expect(
            64, out: "",
            err: "dossier: error: the question \(why)\ndossier: hint: dossier search \(example)\n")
    }

    @Test("a new file is found at once; the index may be deleted or damaged")
    func index() throws {
        let desk = try desk()
        #expect(desk.run("search", "zebra").status == 1)
        try desk.write("new.md", "A zebra.")
        desk.run("revise", "INC-1", "new.md").expect()
        #expect(desk.run("search", "zebra").status == 0)
        desk.run("revise", "BAK-1", "--title", "Okapi rules").expect()
        #expect(desk.run("search", "okapi").out.hasPrefix("BAK-1  policy  Okapi rules\n"))
        let index = desk.path + "/.dossier/text.sqlite"
        try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: index))
        #expect(desk.run("search", "zebra").status == 0)
        try FileManager.default.removeItem(atPath: index)
        #expect(desk.run("search", "zebra").status == 0)
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test("suggestions with the words that speak for them; nothing is written")
    func suggested() throws {
        let desk = try desk()
        desk.run("suggest", "BAK-1", "PLN-1", "--top", "2").expect(
            out: """
                document  kind    score  clause   title                            words that speak for it
                BAK-1     policy  0.75   8.7.2    Service continuity management    backup, tape
                                  0.64   8.7.3.2  Information security controls    backup, tape
                PLN-1     plan    0.72   8.7.2    Service continuity management    continuity plan
                                  0.16   8.7.1    Service availability management  continuity plan

                """,
            err: "Nothing was written. Next: dossier suggest BAK-1 PLN-1 --apply, or dossier link ID CLAUSE\n"
        )
        #expect(desk.run("list", "--clause", "8.7").out == "")
    }

    @Test("what is applied is suspect and named until a person reviews it; what is less sure is left")
    func applied() throws {
        let desk = try desk()
        desk.run("suggest", "--unlinked", "--apply", "--min", "0.99", "--format", "csv").expect(
            err: "0 links made for 0 items, suggested, to review; 2 items left below 0.99.\n")
        let applied = desk.run("suggest", "--unlinked", "--apply", "--min", "0.72", "--top", "1")
        #expect(
            applied.err == """
                2 links made for 2 items, suggested, to review; 0 items left below 0.72.
                They are suspect until somebody looks: dossier review BAK-1 --by NAME

                """)
        let gap = desk.run("gap", "--clause", "8.7.2").out
        #expect(gap.contains("suspect"))
        #expect(
            gap.contains("BAK-1 suggested, to review") || gap.contains("nobody reviewed it yet"), "\(gap)")
        desk.run("check", "--only", "link-suggested", "--format", "csv").expect(
            out: """
                rule,severity,object,sentence,fix
                link-suggested,warning,BAK-1,"was suggested, and nobody reviewed it, for 8.7.2",dossier review BAK-1 --by NAME
                link-suggested,warning,PLN-1,"was suggested, and nobody reviewed it, for 8.7.2",dossier review PLN-1 --by NAME

                """.replacing("\n", with: "\r\n"))
        desk.run("review", "BAK-1", "--by", "A. Berg").expect()
        desk.run("link", "PLN-1", "8.7.2").expect()
        desk.run("check", "--only", "link-suggested", "--format", "csv").expect(
            out: "rule,severity,object,sentence,fix\r\n")
        #expect(desk.run("log", "--verify").status == 0)
        desk.run("suggest", "--unlinked").expect(
            out: "", err: "Every item is linked to a clause. Next: dossier gap\n")
    }

    @Test("files that are not in the register, and tables of one's own")
    func files() throws {
        let desk = try desk()
        try desk.write("zebra-care.md", "# Zebra care\nStripes.")
        #expect(desk.run("suggest", "--file", "zebra-care.md").status == 1)
        try desk.write(
            "own.tsv", "subject\tnames\twords\tiso20000-1-2018\nzebras\tzebra care\tstripe\t8.2.5\n")
        desk.run("suggest", "--file", "zebra-care.md", "--profiles", "own.tsv", "--format", "csv").expect(
            out: """
                id,title,kind,suggested_kind,clause,clause_title,score,linked,words
                zebra-care.md,Zebra care,,,iso20000-1-2018:8.2.5,Asset management,0.78,no,zebra care; stripe

                """.replacing("\n", with: "\r\n"))
        try desk.write(
            ".dossier/subjects.tsv", "subject\tnames\twords\tiso20000-1-2018\nzebras\tzebra care\n\tx\n")
        desk.run("suggest", "INC-1").expect(
            65, out: "",
            err:
                "dossier: error: {desk}/.dossier/subjects.tsv:3: names no subject\ndossier: hint: dossier help formats\n"
        )
    }

    @Test(
        "options that contradict each other",
        arguments: [
            ([], "say which documents: items, --unlinked or --file PATH"),
            (["A", "--unlinked"], "say which documents: items, --unlinked or --file PATH"),
            (["--unlinked", "--min", "0.5"], "--min goes with --apply"),
            (["--unlinked", "--apply", "--min", "2"], "--min is above 0 and at most 1"),
            (["--file", "x", "--apply"], "--apply links items; add the files first"),
            (["A", "--top", "0"], "--top is from 1 to 20"),
        ])
    func contradictions(arguments: [String], message: String) throws {
        let answer = try Desk().run(["suggest"] + arguments)
        #expect(answer.status == 64)
        #expect(answer.err.contains(message), "\(answer.err)")
    }
}
