import Certification
import Testing

@testable import Commands

@Suite("Migration listed")
struct StandardMigrateTests {
    static let mapHeader = "from_standard\tfrom_clause\tto_standard\tto_clause\tstrength\twhy\n"

    /// A catalogue whose clauses below 4 carry requirements.
    static func catalogue(_ id: String, _ numbers: [String]) -> String {
        let facts =
            "# id: \(id)\n# designation: \(id.uppercased())\n# title: T\n# edition: 1\n# published: 2026\n# status: current\n"
        let header =
            "number\ttitle\tparent\trequirement\tdocumented_information\tnote\tevidence_kinds\ttitle_sources\n"
        let rows = numbers.map { "\($0)\tTitle of \($0)\t4\tyes\tnone\t\t\t3\n" }
        return facts + header + "4\tContext\t\tno\tnone\t\t\t3\n" + rows.joined()
    }

    /// A register that holds two editions, with evidence for the first.
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        try desk.write("2020.tsv", Self.catalogue("acme-2020", ["4.1", "4.2", "4.3", "4.4"]))
        try desk.write("2026.tsv", Self.catalogue("acme-2026", ["4.1", "4.2", "4.5", "4.6"]))
        for file in ["./2020.tsv", "./2026.tsv"] { desk.run("standard", "add", file).expect() }
        for id in ["A-1", "B-1", "C-1"] {
            try desk.write("\(id).txt", id)
            desk.run("add", "\(id).txt", "--id", id, "--kind", "plan").expect()
        }
        desk.run("link", "A-1", "acme-2020:4.1", "acme-2020:4.2", "acme-2026:4.1").expect()
        desk.run("link", "B-1", "acme-2020:4.3", "acme-2020:4.4", "20000-1:4.1").expect()
        desk.run("link", "C-1", "acme-2020:4.1").expect()
        desk.run("retire", "C-1", "--reason", "old").expect()
        try desk.write(
            "map.tsv",
            "# ours\n" + Self.mapHeader + "acme-2020\t4.1\tacme-2026\t4.1\tequal\tunchanged\n"
                + "acme-2026\t4.2\tacme-2020\t4.2\tpartial\twants figures too\n"
                + "acme-2020\t4.3\tacme-2026\t4.2\tequal\tmoved\n"
                + "acme-2020\t4.3\tacme-2026\t4.5\trelated\tsame subject\n")
        return desk
    }

    private static let migrate = ["standard", "migrate", "acme-2020", "acme-2026", "--map"]

    @Test("a list of work, and nothing is written")
    func work() throws {
        let desk = try desk()
        let before = desk.run("log").out
        desk.run(Self.migrate + ["map.tsv"]).expect(
            out: """
                ACME-2020 to ACME-2026: 4 links of 2 items: 1 to link and review, 1 to revise first, 1 to look at, 1 without a successor, 1 done; 2 requirement clauses are new
                  evidence  from  to   strength  what to do
                  A-1       4.1   4.1  equal     done
                  A-1       4.2   4.2  partial   review what is missing, revise, then link
                    dossier link A-1 acme-2026:4.2  # wants figures too
                  B-1       4.3   4.2  equal     link and review
                    dossier link B-1 acme-2026:4.2  # moved
                  B-1       4.3   4.5  related   look
                    dossier link B-1 acme-2026:4.5  # same subject
                  B-1       4.4   -    -         no successor: decide whether to retire
                New in ACME-2026: nothing carries over
                  4.5  Title of 4.5    only related: 4.3
                  4.6  Title of 4.6

                """, err: "Nothing was written. Next: dossier link A-1 acme-2026:4.2\n")
        #expect(desk.run("log").out == before)
    }

    @Test("the commands can be typed as they stand, and then the work is done")
    func commands() throws {
        let desk = try desk()
        let list = desk.run(Self.migrate + ["map.tsv"]).out.split(separator: "\n").map(\.trimmed)
        for line in list where line.hasPrefix("dossier ") {
            let command = line.split(separator: "#")[0].split(separator: " ").dropFirst()
            desk.run(command.map(String.init)).expect()
        }
        let answer = desk.run(Self.migrate + ["map.tsv"])
        #expect(
            answer.out.hasPrefix(
                "ACME-2020 to ACME-2026: 4 links of 2 items: 1 without a successor, 4 done;"))
        #expect(answer.err == "Nothing was written. Next: dossier gap acme-2026\n")
    }

    @Test("for spreadsheets and programs")
    func formats() throws {
        let desk = try desk()
        desk.run(Self.migrate + ["map.tsv", "--format", "csv"]).expect(
            out: """
                evidence,title,from,to,strength,task,why,command\r
                A-1,A 1,4.1,4.1,equal,done,unchanged,\r
                A-1,A 1,4.2,4.2,partial,"review what is missing, revise, then link",wants figures too,dossier link A-1 acme-2026:4.2\r
                B-1,B 1,4.3,4.2,equal,link and review,moved,dossier link B-1 acme-2026:4.2\r
                B-1,B 1,4.3,4.5,related,look,same subject,dossier link B-1 acme-2026:4.5\r
                B-1,B 1,4.4,,,no successor: decide whether to retire,,\r
                ,Title of 4.5,,4.5,,new: nothing carries over,only related: 4.3,\r
                ,Title of 4.6,,4.6,,new: nothing carries over,,\r

                """, err: "")
        let json = desk.run(Self.migrate + ["map.tsv", "--format", "json"]).out
        let head = json.split(separator: "\n").prefix(11).map(\.trimmed).joined(separator: " ")
        #expect(
            head == """
                { "counts" : { "decide" : 1, "done" : 1, "link" : 1, "look" : 1, "revise" : 1 }, \
                "from" : "acme-2020", "items" : 2, "links" : 4,
                """)
        #expect(json.contains("\"task\" : \"decide\""))
    }

    @Test("every problem of the table, with its line")
    func problems() throws {
        let desk = try desk()
        try desk.write(
            "bad.tsv",
            Self.mapHeader + "acme-2020\t4.9\tacme-2026\t4.1\tequal\tx\n"
                + "acme-2020\t4.1\tacme-2026\t4.1\tsame\tx\n"
                + "acme-2020\t4.1\tiso9001-2015\t4.1\tequal\tx\n"
                + "acme-2020\t4.1\tequal\n")
        desk.run(Self.migrate + ["bad.tsv"]).expect(
            65, out: "",
            err: """
                bad.tsv:2: 4.9 is no clause of ACME-2020
                bad.tsv:3: "same" is no strength; known: equal, partial, related
                bad.tsv:4: relates acme-2020 to iso9001-2015, not acme-2020 to acme-2026
                bad.tsv:5: no relation of the form from_standard, from_clause, to_standard, to_clause, strength, why
                dossier: error: bad.tsv holds 4 problems; nothing was listed
                dossier: hint: dossier help formats

                """)
    }

    @Test(
        "what cannot be listed",
        arguments: [
            ("acme-2020 27001 map.tsv", 65, "not hold 27001\ndossier: hint: dossier standard add 27001\n"),
            ("31000 acme-2026 map.tsv", 65, "the register does not hold 31000"),
            ("acme acme-2026 map.tsv", 64, "\"acme\" could be acme-2020 or acme-2026"),
            ("acme-2026 acme-2026 map.tsv", 64, "ACME-2026 is named twice"),
            ("acme-2020 acme-2026 no.tsv", 66, "no.tsv: no such file or directory"),
        ] as [(String, Int32, String)])
    func refused(words: String, status: Int32, message: String) throws {
        let words = words.split(separator: " ").map(String.init)
        let answer = try desk().run(["standard", "migrate", words[0], words[1], "--map", words[2]])
        answer.expect(status, out: "")
        #expect(answer.err.contains(message))
    }
}
