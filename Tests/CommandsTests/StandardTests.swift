import Certification
import Reporting
import Testing

@testable import Commands

@Suite("Standards")
struct StandardTests {
    @Test(
        "the shipped catalogues hold what they should",
        arguments: [
            ("iso20000-1-2018", 88, 62, 11), ("iso9001-2015", 91, 65, 16), ("iso14001-2015", 45, 32, 0),
            ("iso27001-2022", 139, 123, 0), ("iso45001-2018", 56, 40, 0), ("iso22301-2019", 80, 56, 16),
            ("iso50001-2018", 51, 37, 13),
        ])
    func counts(id: String, clauses: Int, requirements: Int, untitled: Int) throws {
        let catalogue = try StandardLibrary.catalogue(id)
        #expect(catalogue.standard.id == id)
        #expect(catalogue.clauses.count == clauses)
        #expect(catalogue.requirements.count == requirements)
        #expect(catalogue.clauses.count { $0.isUntitled } == untitled)
        for clause in catalogue.requirements where clause.level > 1 { #expect(clause.parent != nil) }
    }

    @Test("93 controls of Annex A in four groups")
    func controls() throws {
        let catalogue = try StandardLibrary.catalogue("iso27001-2022")
        let groups = ["A.5", "A.6", "A.7", "A.8"].map { catalogue.requirements(under: $0).count }
        #expect(groups == [37, 8, 14, 34])
    }

    @Test("every relation of the map stands between clauses that exist")
    func map() throws {
        let map = try StandardLibrary.map()
        #expect(map.relations.count == 466)
        let known = Set(
            try StandardLibrary.catalogues().flatMap { catalogue in
                catalogue.clauses.map { ClauseReference(standard: catalogue.standard.id, number: $0.number) }
            })
        for relation in map.relations {
            #expect(known.contains(relation.from) && known.contains(relation.to), "\(relation)")
        }
        for bare in ["8.2.4", "8.4.1"] {
            #expect(map.related(to: ClauseReference(standard: "iso20000-1-2018", number: bare)).isEmpty)
        }
    }

    @Test("no register is needed to look at standards")
    func list() throws {
        let desk = try Desk()
        let answer = desk.run("standard", "list")
        answer.expect(err: "Next: dossier standard show ID, dossier standard add ID\n")
        #expect(answer.out.split(separator: "\n").count == 8)
        desk.run("standard", "show", "20000-1", "8.6").expect(
            out: """
                ISO/IEC 20000-1:2018  Information technology - Service management - Part 1: Service management system requirements
                edition 3, 2018-09; current; no revision found
                Amd 1:2024 (climate action; 4.1, 4.2)

                clause  title                           documented        typical evidence
                8.6       Resolution and fulfilment
                8.6.1       Incident management         maintain, retain  procedure, ticket-export, report, minutes
                8.6.2       Service request management  maintain, retain  procedure, ticket-export
                8.6.3       Problem management          retain            ticket-export, report, register

                4 clauses, 3 of them with requirements.

                """)
        let clause = desk.run("standard", "show", "20000-1", "6.1.1").out
        #expect(clause.contains("  title       not confirmed: check it against a purchased copy\n"))
        #expect(clause.contains("strengths are our own judgement"))
        desk.run("standard", "show", "9000").expect(66)
        desk.run("standard", "show", "20000-1", "8.99").expect(65)
        desk.run("standard", "add", "20000-1").expect(66)
        #expect(desk.run("standard").out.contains("SUBCOMMANDS:"))
    }

    @Test("a catalogue of one's own, with every problem and its line")
    func add() throws {
        let desk = try Desk.withRegister()
        let header =
            "number\ttitle\tparent\trequirement\tdocumented_information\tnote\tevidence_kinds\ttitle_sources\n"
        let facts =
            "# id: acme-1\n# designation: ACME 1\n# title: T\n# edition: 1\n# published: 2026\n# status: current\n"
        try desk.write(
            "bad.tsv", facts + header + "4\tX\t\tno\tnone\t\t\t3\n5.1\tY\t5\tyes\tkeep\t\tnovel\t3\n")
        desk.run("standard", "add", "./bad.tsv").expect(
            65, out: "",
            err: """
                ./bad.tsv:9: documented information is "keep", not none, maintain or retain
                ./bad.tsv:9: unknown evidence kind "novel"
                ./bad.tsv:9: clause 5.1 has the parent 5, which no earlier line holds
                dossier: error: ./bad.tsv holds 3 problems; nothing was added
                dossier: hint: dossier help formats

                """)
        let good = facts + header + "4\tX\t\tno\tnone\t\t\t3\n4.1\tY\t4\tyes\tretain\tnote\trecord\t3\n"
        try desk.write("good.tsv", good)
        desk.run("standard", "add", "good.tsv").expect(
            err: "Added ACME 1 (1 requirement clause).\nNext: dossier gap acme-1\n")
        desk.run("standard", "add", "good.tsv").expect(
            err: "ACME 1 is in the register already; nothing was changed.\n")
        desk.run("request", "--title", "R", "--clause", "acme:4.1").expect()
        try desk.write("good.tsv", good.replacing("4.1\tY", with: "4.2\tY"))
        desk.run("standard", "add", "good.tsv").expect(
            65,
            err: """
                dossier: error: good.tsv lacks clauses to which evidence or decisions are tied: 4.1
                dossier: hint: dossier list --clause acme-1:4.1

                """)
        desk.run("log", "--verify").expect(0)
    }
}
