import Foundation
import Testing

@Suite("Headers that are read back")
struct HeaderReadingTests {
    private static let header = """
        ---
        id: POL-7
        title: Policy of the header
        kind: policy
        version: 2.1
        owner: Müller-訓練
        effective: 2026-10-01
        review_every: 12m
        classification: public
        tags: [b, a]
        clauses: [8.6.1, "9001:9.3", 8.99]
        ---
        # Policy

        """

    @Test("what was said goes before the header, the header before the file's name")
    func order() throws {
        let desk = try Desk.withRegister()
        try desk.write("training-record.md", Self.header)
        desk.run(
            "add", "training-record.md", "--owner", "Head", "--review", "2027-01-01", "--id", "POL-8",
            "--revision", "3"
        ).expect(
            err: """
                training-record.md: its header says id, title, kind, version, owner, effective, review_every, classification, tags, clauses
                dossier: warning: training-record.md: clauses: no standard "9001"; known: iso20000-1-2018
                dossier: warning: training-record.md: clauses: 8.99 is no clause of ISO/IEC 20000-1:2018
                POL-8  policy  Policy of the header
                Added 1 item.
                Next: dossier gap

                """)
        desk.run("list", "--format", "csv").expect(
            out: """
                id,title,kind,owner,state,standing,review_due,expires,classification,tags,clauses,revisions\r
                POL-8,Policy of the header,policy,Head,held,current,2027-01-01,,public,a b,8.6.1,1\r

                """)
        desk.run("add", "training-record.md", "--clause", "7.2", "--quiet").expect(
            err: "dossier: warning: POL-7 has the same content as POL-8\n")
        #expect(desk.run("list", "--clause", "7.2", "--format", "csv").out.contains("POL-7,"))
    }

    @Test("two files with one identifier go in neither")
    func twice() throws {
        let desk = try Desk.withRegister()
        try desk.write("a.md", Self.header)
        try desk.write("b.md", Self.header + "b")
        desk.run("add", "a.md", "b.md", "--clause", "8.6", "--quiet").expect(
            65,
            err: """
                dossier: error: POL-7 exists already: Policy of the header
                dossier: hint: dossier revise POL-7 FILE

                """)
        desk.run("list").expect(out: "")
    }

    @Test("a new file takes facts from a header that speaks of the item, and only then")
    func revising() throws {
        let desk = try Desk.withRegister()
        try desk.write("a.txt", Self.header)
        try desk.write("b.txt", Self.header.replacing("id: POL-7\n", with: ""))
        desk.run("request", "--id", "REQ-1", "--title", "Asked for")
        desk.run("request", "--id", "pol-7", "--title", "Asked for")
        desk.run("revise", "REQ-1", "a.txt").expect(
            err: """
                dossier: warning: a.txt: its header speaks of POL-7, not of REQ-1; nothing was taken from it
                REQ-1  revision 1: a.txt, 65aa38650cfa

                """)
        desk.run("revise", "REQ-1", "b.txt").expect(err: "REQ-1  revision 2: b.txt, 4826f9e8777d\n")
        desk.run("revise", "POL-7", "a.txt", "--title", "Said").expect(
            err: """
                a.txt: its header says title, kind, version, owner, effective, review_every, classification, tags
                pol-7  title: Asked for -> Said; kind: record -> policy; owner: none -> Müller-訓練; classification: none -> public; review every: none -> 12m; tags: none -> a b
                pol-7  revision 1: a.txt, 65aa38650cfa
                Revision 1 is not approved: dossier approve pol-7 --number 1 --by NAME

                """)
    }

    @Test(
        "a broken header is told and keeps no file out",
        arguments: [
            ("---\nid: A\n", "---\n", "the header does not end within 64 KiB; it is not read"),
            ("---\nowner: &a [*a]\n---\n", "", "2: owner uses an anchor or an alias, which are not read"),
            ("---\nid: 'x\n---\n", "", "2: id has a quotation mark without its partner"),
            ("---\ntitle: \u{7}\n---\n", "", "2: title holds control characters"),
        ])
    func broken(head: String, tail: String, warning: String) throws {
        let desk = try Desk.withRegister()
        let padding = tail.isEmpty ? "" : String(repeating: "# padding\n", count: 7_000)
        try desk.write("my-plan.md", head + padding + tail)
        desk.run("add", "my-plan.md", "--quiet").expect(
            err: "dossier: warning: my-plan.md:\(warning.first == "t" ? " " : "")\(warning)\n")
        #expect(desk.run("list", "--format", "csv").out.contains("EV-0001,My plan,plan,,held,current,"))
    }

    @Test(
        "strange contents are taken as they are",
        arguments: ["---", "---\n---\n", "\u{0}---", "--- a\nid: A\n---\n"])
    func strange(text: String) throws {
        let desk = try Desk.withRegister()
        try desk.write("plan.md", text)
        try desk.write("plan.csv", Self.header)
        #expect(desk.run("add", "plan.md", "plan.csv").status == 0)
        #expect(desk.run("list", "--kind", "plan", "--format", "csv").out.contains("EV-0002,Plan,plan,"))
    }

    @Test("a formula for a title is only text, and defused in a list")
    func formula() throws {
        let desk = try Desk.withRegister()
        try desk.write("plan.markdown", "---\ntitle: \"=HYPERLINK('x')\"\nid: A\n---\n")
        desk.run("add", "plan.markdown").expect(
            err: """
                plan.markdown: its header says title, id
                A  plan  =HYPERLINK('x')
                Added 1 item.
                Next: dossier link A CLAUSE

                """)
        #expect(desk.run("list", "--format", "csv").out.contains("A,'=HYPERLINK('x'),plan,"))
    }
}
