import Foundation
import Testing

@Suite("Importing a master list")
struct ImportTests {
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for name in ["pro-1.md", "pro-2.md", "kpi-05.csv", "kpi-06.csv"] {
            try desk.write("docs/\(name)", name)
        }
        try desk.write("docs/empty.md", "")
        return desk
    }

    private static let good = """
        id,title,kind,clauses,revision,effective,period,review_every,tags,path
        PRO-1,"Incidents, requests",procedure,8.6.1;8.6.2,1.0,2025-01-01,,12m,b;a,pro-1.md
        PRO-1,,,,2.0,2026-01-01,,,,pro-2.md
        KPI-1,Monthly figures,kpi-export,9.1,,,2026-05,1m,,kpi-05.csv
        KPI-1,,,,,,2026-06,,,kpi-06.csv
        BUD-1,Budget,budget,8.4.1,,,,,,

        """

    @Test("another place in the document leaves a link's note, answers and review as they are")
    func relinked() throws {
        let desk = try desk()
        try desk.write("docs/r.csv", "id,clauses,path\nPRO-1,8.6.1,pro-1.md\n")
        desk.run("import", "docs/r.csv").expect()
        desk.run("link", "PRO-1", "8.6.1", "--note", "old", "--answers", "retain").expect()
        desk.run("review", "PRO-1", "--by", "Berg").expect()
        try desk.write("docs/r.csv", "id,clauses,path,locator\nPRO-1,8.6.1,pro-2.md,section 4\n")
        desk.run("import", "docs/r.csv").expect()
        #expect(
            desk.run("show", "PRO-1").out.contains(
                "    8.6.1  Incident management  section 4  old  answers retain; suspect: dossier review PRO-1 --by NAME\n"
            ))
    }

    @Test("new, again, edited")
    func life() throws {
        let desk = try desk()
        try desk.write("docs/register.csv", Self.good)
        desk.run("import", "docs/register.csv", "--dry-run").expect(
            out:
                "5 rows read from docs/register.csv\n  3 new, 2 revised, 0 changed, 0 unchanged, 0 rejected\n",
            err:
                "Nothing was written. Run again without --dry-run to write; add --strict to write all or nothing.\n"
        )
        #expect(desk.run("list", "--format", "json").out == "[]\n")
        desk.run("import", "docs/register.csv").expect(
            out:
                "5 rows read from docs/register.csv\n  3 new, 2 revised, 0 changed, 0 unchanged, 0 rejected\n",
            err: "Next: dossier gap\n")
        let entries = desk.run("log", "--format", "csv").out
        desk.run("import", "docs/register.csv").expect(
            out:
                "5 rows read from docs/register.csv\n  0 new, 0 revised, 0 changed, 5 unchanged, 0 rejected\n"
        )
        #expect(desk.run("log", "--format", "csv").out == entries)
        try desk.write("docs/register.csv", Self.good.replacing("Monthly figures", with: "KPI figures"))
        desk.run("import", "docs/register.csv").expect(
            out:
                "5 rows read from docs/register.csv\n  0 new, 0 revised, 1 changed, 4 unchanged, 0 rejected\n"
        )
        desk.run("list").expect(
            out: """
                id     kind        standing   title                owner  clauses
                BUD-1  budget      requested  Budget               -      8.4.1
                KPI-1  kpi-export  stale      KPI figures          -      9.1
                PRO-1  procedure   current    Incidents, requests  -      8.6.1 8.6.2
                3 items

                """)
        desk.run("log", "--verify").expect(0)
    }

    private static let mixed = """
        id,kind,clauses,path,effective
        A,policy,8.6.1,pro-1.md,
        B,novel,8.6.1,pro-1.md,03/04/2026
        C,policy,8.9.1,pro-1.md,
        D,policy,8.6.1,missing.md,
        E,policy,8.6.1,empty.md,
        F,policy,8.6.1,.,

        """

    @Test("bad rows are named with line, column and reason; the good ones go in")
    func rejected() throws {
        let desk = try desk()
        try desk.write("docs/list.csv", Self.mixed)
        desk.run("import", "docs/list.csv").expect(
            1,
            out: """
                6 rows read from docs/list.csv
                  1 new, 0 revised, 0 changed, 0 unchanged, 5 rejected
                  line 3  kind       "novel" is no kind of evidence; see dossier help kinds
                  line 3  effective  "03/04/2026" may be 2026-04-03 or 2026-03-04; say --dates dmy or --dates mdy
                  line 4  clauses    8.9.1 is no clause of ISO/IEC 20000-1:2018; nearest: 8.2.1 (Service delivery), 8.4.1 (Budgeting and accounting for services), 8.6.1 (Incident management)
                  line 5  path       missing.md does not exist
                  line 6  path       empty.md is empty (0 bytes)
                  line 7  path       . lies outside of the folder of the list

                """)
        #expect(desk.run("list", "--format", "csv").out.contains("\r\nA,Pro 1,policy"))
        desk.run("log", "--verify").expect(0)
    }

    @Test("a rejected row takes the later rows of its item with it")
    func rejectedItem() throws {
        let desk = try desk()
        let list =
            "id,title,kind,clauses,revision,path\nP1,Policy,policy,8.99,1.0,pro-1.md\np1,,,,2.0,pro-2.md\n"
        try desk.write("docs/list.csv", list)
        let answer = desk.run("import", "docs/list.csv")
        answer.expect(1)
        #expect(answer.out.contains("  line 3  -        line 2 of p1 was rejected\n"))
        #expect(desk.run("list", "--format", "json").out == "[]\n")
        try desk.write("docs/list.csv", list.replacing("8.99", with: "8.6.1"))
        desk.run("import", "docs/list.csv").expect()
        #expect(desk.run("show", "P1").out.contains("2  current     pro-2.md  2.0"))
    }

    @Test("--strict writes nothing either when a file turns out unusable only as it is read")
    func strictFile() throws {
        let desk = try desk()
        try desk.write("docs/list.csv", "id,path\nA,pro-1.md\nB,empty.md\n")
        desk.run("import", "docs/list.csv", "--strict").expect(
            1, err: "Nothing was written: --strict writes all rows or none.\n")
        #expect(desk.run("list", "--format", "json").out == "[]\n")
    }

    @Test("--strict writes all or nothing")
    func strict() throws {
        let desk = try desk()
        try desk.write("docs/list.csv", Self.mixed)
        let answer = desk.run("import", "docs/list.csv", "--strict")
        answer.expect(1, err: "Nothing was written: --strict writes all rows or none.\n")
        #expect(desk.run("list", "--format", "json").out == "[]\n")
    }

    @Test(
        "lists that cannot be used",
        arguments: [
            ("", 65, "{list}:1: the list is empty"), ("id\n\"A\n", 65, "{list}:2: a quoted field never ends"),
            ("title\nx\n", 65, "{list}:1: id: the column is missing"),
        ] as [(String, Int32, String)])
    func unusable(text: String, status: Int32, message: String) throws {
        let desk = try desk()
        try desk.write("list.csv", text)
        let answer = desk.run("import", "list.csv")
        answer.expect(status, out: "")
        #expect(answer.err.hasPrefix("dossier: error: \(message.replacing("{list}", with: "list.csv"))\n"))
    }

    @Test("a list that is not there, and one that is no text")
    func noList() throws {
        let desk = try desk()
        desk.run("import", "nothing.csv").expect(66)
        try desk.write("octets.csv", "id\0\n")
        desk.run("import", "octets.csv").expect(65)
    }
}
