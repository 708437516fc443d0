import Foundation
import Testing

@Suite("Commands that are printed can be typed")
struct TypedCommandTests {
    /// A register of one or more standards with one item of each standing, also for the first standard's clauses.
    private func desk(_ standards: [String]) throws -> Desk {
        let desk = try Desk()
        desk.run(["init", "--organization", "ACME"] + standards.flatMap { ["--standard", $0] }).expect()
        for name in ["a.md", "b.md", "c.csv", "d.csv"] { try desk.write(name, name) }
        let first = standards[0]
        desk.run("add", "a.md", "--id", "A", "--kind", "policy", "--clause", "\(first):5.1").expect()
        desk.run("revise", "A", "b.md").expect()
        desk.run("add", "b.md", "--id", "B", "--clause", "\(first):7.3", "--expires", "2026-10-01").expect()
        for (id, clause, options) in [
            ("HOLE", "9.3", [String]()), ("OVER", "9.2", ["--review-every", "1m"]),
            ("PAST", "7.4", ["--expires", "2026-11-01"]),
        ] {
            desk.run(
                ["add", "c.csv", "--id", id, "--clause", "\(first):\(clause)", "--period", "2026-07"]
                    + options
            ).expect()
        }
        desk.run("revise", "HOLE", "d.csv", "--period", "2026-09").expect()
        desk.run("request", "--id", "REQ", "--title", "R", "--clause", "\(first):7.2").expect()
        return desk
    }

    /// A command with the words in capitals filled in.
    private func filled(_ command: Substring) -> [String] {
        Tutorial.words(String(command)).map {
            ["FILE": "b.md", "PERIOD": "2026-11", "NAME": "Berg"][$0] ?? $0
        }
    }

    @Test(
        "each line of the list of work",
        arguments: [["20000-1"], ["14001"], ["14001", "20000-1", "27001"], ["27001", "9001"]])
    func worklist(standards: [String]) throws {
        let desk = try desk(standards)
        let rows = desk.run("gap", standards[0], "--next", "--format", "csv").out.split(separator: "\r\n")
        #expect(rows.count > 10)
        for row in rows.dropFirst() {
            let command = row[
                (row.range(of: ",dossier ", options: .backwards)?.upperBound ?? row.startIndex)...]
            let answer = desk.run(filled("dossier " + command))
            #expect(answer.status == 0, "\(command)\n\(answer.err)")
        }
    }

    private func commands(_ desk: Desk) -> [String] {
        let rows = desk.run("gap", "20000-1", "--next", "--format", "csv").out.split(separator: "\r\n")
        return rows.compactMap { row in
            row.range(of: ",dossier ", options: .backwards).map { "dossier " + row[$0.upperBound...] }
        }
    }

    @Test("a skeleton, one of several, none; a review, a file, a record of a period and of a hole")
    func kinds() throws {
        let commands = commands(try desk(["20000-1"]))
        for command in [
            "dossier draft 4.1", "dossier draft 8.6.1 --template incident-procedure",
            "dossier add FILE --clause 4.4", "dossier review A --by NAME", "dossier revise B FILE",
            "dossier revise OVER FILE --period PERIOD", "dossier revise PAST FILE --period PERIOD",
            "dossier revise HOLE FILE --period 2026-08", "dossier revise REQ FILE",
        ] {
            #expect(commands.contains(command), "\(command) in \(commands)")
        }
    }

    @Test("with the standard where the register holds several")
    func several() throws {
        let desk = try desk(["20000-1", "14001"])
        for command in [
            "dossier draft 20000-1:4.1", "dossier draft 20000-1:8.6.1 --template incident-procedure",
            "dossier add FILE --clause 20000-1:4.4",
        ] {
            #expect(commands(desk).contains(command))
        }
        desk.run("gap", "20000-1", "--clause", "4").expect(
            err:
                "Next: `dossier show 20000-1:4.1` says what is asked for; `dossier gap 20000-1 --next` orders the work by date.\n"
        )
        #expect(
            desk.run("gap", "14001", "--preflight", "stage-1").err
                == "Next: `dossier show 14001:4.3` says what is asked for; `dossier gap 14001 --next` orders the work.\n"
        )
        desk.run("gap", "14001", "--documented", "--clause", "5").expect(
            err: "Next: dossier draft 14001:5.2, then dossier add FILE --clause 14001:5.2\n")
        desk.run("gap", "20000-1", "--documented", "--clause", "8.4.1").expect(
            err:
                "Next: dossier add FILE --clause 20000-1:8.4.1 with a record, such as minutes or a report\n")
        #expect(
            desk.run("show", "14001:4.4").out.hasSuffix(
                "Next: dossier add FILE --clause 14001:4.4, or dossier request --title TITLE --clause 14001:4.4\n"
            ))
        desk.run("link", "A", "14001:4.11").expect(
            65,
            err: """
                dossier: error: 4.11 is no clause of ISO 14001:2015
                dossier: hint: did you mean 4.1 (Understanding the organization and its context)?  dossier link A 14001:4.1

                """)
        #expect(
            desk.run("add", "d.csv", "--clause", "14001:9.3").err.hasSuffix("\nNext: dossier gap --all\n"))
    }

    @Test(
        "after making a register, and from an empty one", arguments: [("14001", "4.1"), ("20000-1", "8.6.1")])
    func beginning(standard: String, clause: String) throws {
        let desk = try Desk()
        let answer = desk.run("init", "--organization", "ACME", "--standard", standard)
        #expect(answer.err.hasSuffix("or `dossier add FILE --clause \(clause)`.\n"))
        desk.run("status").expect(
            err: "Next: dossier add FILE --clause \(clause), or dossier import LIST.csv\n")
        desk.run("gap", "--all").expect(err: "Next: dossier gap --only missing\n")
    }

    @Test("the clause names its standard; another one than was named is refused")
    func part() throws {
        let desk = try desk(["20000-1", "14001"])
        #expect(desk.run("gap", "--clause", "14001:8").out.hasPrefix("ISO 14001:2015 on 2026-11-22: 0 of 2 "))
        #expect(
            desk.run("gap", "--clause", "8.6.1").out.hasPrefix("ISO/IEC 20000-1:2018 on 2026-11-22: 0 of 1 "))
        #expect(desk.run("gap", "14001", "--clause", "14001:8").status == 0)
        desk.run("gap", "--clause", "8").expect(
            64, err: "dossier: error: say the standard of clause 8: iso20000-1-2018:8 or iso14001-2015:8\n")
        for command in [
            ["gap", "14001", "--clause", "20000-1:8"],
            ["pack", "--standard", "14001", "--clause", "20000-1:8"],
            ["standard", "show", "14001", "20000-1:8"],
        ] {
            desk.run(command).expect(
                64,
                err:
                    "dossier: error: 20000-1:8 names a clause of ISO/IEC 20000-1:2018, not of ISO 14001:2015\n"
            )
        }
        desk.run("gap", "14001", "--clause", "27001:8").expect(
            66, err: "dossier: error: no standard \"27001\"; known: iso20000-1-2018, iso14001-2015\n")
    }
}
