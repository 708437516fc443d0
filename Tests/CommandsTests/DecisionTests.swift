import Foundation
import Testing

@Suite("Verdicts and credit")
struct DecisionTests {
    @Test("a verdict stands beside the status and neither overrules the other")
    func verdict() throws {
        let desk = try Desk.withRegister()
        desk.run(
            "assess", "9.3", "--verdict", "conforming", "--by", "A. Berg", "--reason", "=sat in it", "--on",
            "2026-11-20"
        ).expect(err: "iso20000-1-2018:9.3 assessed as conforming by A. Berg: =sat in it\n")
        desk.run("gap", "--clause", "9.3").expect(
            out: """
                ISO/IEC 20000-1:2018 on 2026-11-22: 0 of 1 covered, 1 missing
                  clause  title              status   verdict     evidence and reasons
                  9.3     Management review  missing  conforming  no evidence linked; typical: minutes,report
                Documented information: 1 demand, 0 met, 1 in 1 clause with nothing linked that provides it
                  9.3  retain  results of the reviews as evidence
                1 clause needs work.

                """.replacing("minutes,report", with: "minutes, report").replacing(
                    "results of the reviews as evidence", with: Self.note(desk)))
        #expect(
            desk.run("show", "9.3").out.contains(
                "assessed    conforming by A. Berg on 2026-11-20: =sat in it"))
        #expect(desk.run("gap", "--format", "json").out.contains(#""verdict" : "conforming""#))
        desk.run("assess", "9.3", "--withdraw", "other site").expect(
            err: "assessment of iso20000-1-2018:9.3 withdrawn: other site\n")
        desk.run("assess", "9.3", "--withdraw", "again").expect(
            66, err: "dossier: error: 9.3 has no verdict that could be withdrawn\n")
        #expect(desk.run("log", "--verify").status == 0)
    }

    private static func note(_ desk: Desk) -> String {
        let line = desk.run("show", "9.3").out.split(separator: "\n").first { $0.hasPrefix("  note") } ?? ""
        return String(line.dropFirst("  note        ".count))
    }

    @Test("not applicable only where the standard allows it")
    func notApplicable() throws {
        let desk = try Desk.withRegister()
        for standard in ["9001", "27001"] { desk.run("standard", "add", standard).expect() }
        func assess(_ clause: String) -> Desk.Answer {
            desk.run("assess", clause, "--verdict", "not-applicable", "--by", "Berg", "--reason", "no design")
        }
        assess("20000-1:8.6.1").expect(
            65,
            err: """
                dossier: error: 8.6.1 cannot be called not applicable: no requirement of clauses 4 to 10 may be left out, whatever the size and the services
                dossier: hint: dossier assess 20000-1:8.6.1 --verdict gap --by NAME --reason TEXT

                """)
        assess("27001:A.7.4").expect(
            65,
            err: """
                dossier: error: A.7.4 is a control; whether it applies is stated in the statement of applicability
                dossier: hint: dossier soa exclude 27001:A.7.4 --reason TEXT

                """)
        assess("9001:4.1").expect(65)
        assess("9001:8").expect(0)
        assess("9001:8.3").expect(0)
        let answer = desk.run("gap", "9001", "--clause", "8.3")
        answer.expect()
        #expect(answer.out.hasPrefix("ISO 9001:2015 on 2026-11-22: 0 of 0 covered, 6 not-applicable\n"))
        #expect(answer.out.contains("not-applicable  not-applicable  not applicable: no design (Berg)"))
        #expect(answer.out.contains("Every requirement clause that applies is covered."))
        desk.run("assess", "9001:8.3", "--verdict", "gap", "--by", "B", "--reason", "x").expect(65)
        desk.run("assess", "9001:8.5.1", "--verdict", "gap", "--by", "B", "--reason", "x").expect(0)
        #expect(desk.run("gap", "9001", "--clause", "8.5.1").out.contains("0 of 1 covered, 1 missing"))
    }

    @Test("of a heading the refusal names a clause that a verdict can be on")
    func heading() throws {
        let desk = try Desk.withRegister(of: "27001")
        desk.run("assess", "8", "--verdict", "not-applicable", "--by", "B", "--reason", "x").expect(
            65,
            err: """
                dossier: error: 8 cannot be called not applicable: no requirement of clauses 4 to 10 may be left out; controls of Annex A may be, with a justification in the statement of applicability (6.1.3)
                dossier: hint: dossier assess 8.1 --verdict gap --by NAME --reason TEXT

                """)
        desk.run("assess", "A.7", "--verdict", "not-applicable", "--by", "B", "--reason", "x").expect(
            65,
            err: """
                dossier: error: A.7 is a control; whether it applies is stated in the statement of applicability
                dossier: hint: dossier soa exclude A.7.1 --reason TEXT

                """)
        desk.run("standard", "add", "20000-1").expect()
        desk.run("assess", "20000-1:8.6", "--verdict", "gap", "--by", "B", "--reason", "x").expect(
            65,
            err: """
                dossier: error: 8.6 is a heading; a verdict is on one clause
                dossier: hint: one of 20000-1:8.6.1, 20000-1:8.6.2, 20000-1:8.6.3

                """)
    }

    @Test("no verdict takes the place of a later one, and none is replaced in silence")
    func order() throws {
        let desk = try Desk.withRegister(of: "9001")
        func assess(_ clause: String, _ verdict: String, on day: String) -> Desk.Answer {
            desk.run("assess", clause, "--verdict", verdict, "--by", "Berg", "--reason", "x", "--on", day)
        }
        assess("8.3.2", "conforming", on: "2026-11-20").expect(
            err: "iso9001-2015:8.3.2 assessed as conforming by Berg: x\n")
        for (clause, verdict) in [("8.3.2", "gap"), ("8.3", "not-applicable")] {
            assess(clause, verdict, on: "2026-11-19").expect(
                65,
                err: """
                    dossier: error: Berg assessed 8.3.2 as conforming on 2026-11-20, later than 2026-11-19
                    dossier: hint: dossier assess 8.3.2 --withdraw REASON

                    """)
        }
        assess("8.3.2", "conforming", on: "2026-11-20").expect(
            err: "iso9001-2015:8.3.2 assessed as conforming by Berg: x\n")
        let answer = assess("8.3", "not-applicable", on: "2026-11-20")
        answer.expect()
        #expect(
            answer.err.hasSuffix("\niso9001-2015:8.3.2: this replaces conforming by Berg of 2026-11-20\n"))
        #expect(answer.err.split(separator: "\n").count == 7)
    }

    @Test(
        "what cannot be a verdict",
        arguments: [
            ["9.3", "--verdict", "good", "--by", "B", "--reason", "x"],
            ["9.3", "--verdict", "gap", "--by", "B"],
            ["9.3", "--verdict", "gap", "--by", " ", "--reason", "x"],
            ["9.3", "--withdraw", "x", "--by", "B"],
            ["9.3", "--verdict", "gap", "--by", "B", "--reason", "x", "--on", "2026-11-23"],
        ])
    func refused(arguments: [String]) throws {
        try Desk.withRegister().run(["assess"] + arguments).expect(64)
    }

    @Test("credit: which evidence, which clause, how strong, and what stands in the way")
    func credit() throws {
        let desk = try Desk.withRegister()
        desk.run("standard", "add", "14001").expect()
        try desk.write("a.md", "a")
        try desk.write("b.md", "b")
        desk.run(
            "add", "a.md", "--id", "A", "--kind", "register", "--clause", "14001:4.1", "--clause", "14001:4.2"
        )
        .expect()
        let gap = { desk.run("gap", "20000-1", "--credit", "14001", "--clause", "4") }
        gap().expect(
            out: """
                ISO/IEC 20000-1:2018 on 2026-11-22: 0 of 4 covered, 1 credited, 3 missing
                  4.1  Understanding the organization and its context                  credited  backed by A for iso14001-2015:4.1, which asks for the same
                  4.2  Understanding the needs and expectations of interested parties  missing   no evidence linked; typical: register, contract, minutes
                  4.3  Determining the scope of the service management system          missing   no evidence linked; typical: scope-statement
                  4.4  Service management system                                       missing   no evidence linked; typical: process-description
                Documented information: 1 demand, 0 met, 1 in 1 clause with nothing linked that provides it
                  4.3  maintain  scope statement of the SMS: services covered and name of the organization managing and delivering them
                Backed: 1 of 4 clauses (25 %): 0 by evidence of their own, 1 by credit; 0 more in part
                Paths of credit, with strengths that are our own judgement:
                  4.1  A for iso14001-2015:4.1 (Understanding the organization and its context), equal: Harmonized Structure: internal and external issues
                  4.2  A for iso14001-2015:4.2 (Understanding the needs and expectations of interested parties), partial: Harmonized Structure: interested parties and their requirements; counts in part once somebody says what is missing: dossier credit iso20000-1-2018:4.2 --from iso14001-2015:4.2 --missing TEXT --by NAME
                  4.2  nothing live for iso14001-2015:6.1.3 (Compliance obligations), related: obligations come from interested parties; no separate legal clause in 20000-1; related only, counts for nothing
                  4.3  nothing live for iso14001-2015:4.3 (Determining the scope of the environmental management system), partial: Harmonized Structure: scope; each system states its own
                  4.4  nothing live for iso14001-2015:4.4 (Environmental management system), equal: Harmonized Structure: establish, run and improve the system
                3 clauses need work.

                """)
        desk.run(
            "credit", "20000-1:4.2", "--from", "14001:4.2", "--missing", "customers", "--by", "Berg"
        ).expect(
            err:
                "iso20000-1-2018:4.2 takes partial credit from iso14001-2015:4.2, by Berg; missing: customers\n"
        )
        #expect(gap().out.contains("1 credited, 1 partial, 2 missing"))
        #expect(gap().out.contains("partial   backed in part by A for iso14001-2015:4.2; missing: customers"))
        desk.run("revise", "A", "b.md").expect()
        #expect(gap().out.contains("0 of 4 covered, 4 missing"))
        #expect(
            gap().out.contains(
                "nothing live (A revision 2 was not reviewed for this clause) for iso14001-2015:4.1"))
        desk.run("review", "A", "--by", "Berg").expect()
        #expect(gap().out.contains("1 credited, 1 partial, 2 missing"))
        desk.run("credit", "20000-1:4.2", "--from", "14001:4.2", "--withdraw", "own register").expect()
        #expect(gap().out.contains("1 credited, 3 missing"))
        #expect(desk.run("log", "--verify").status == 0)
    }

    @Test(
        "credit that cannot be noted",
        arguments: [
            (["20000-1:4.1", "--from", "14001:4.1", "--missing", "x", "--by", "B"], 65),
            (["20000-1:8.2.4", "--from", "14001:4.1", "--missing", "x", "--by", "B"], 65),
            (["20000-1:4", "--from", "14001:4", "--missing", "x", "--by", "B"], 65),
            (["20000-1:4.2", "--from", "14001:4.2", "--withdraw", "x"], 66),
            (["20000-1:4.2", "--from", "14001:4.2", "--missing", "x"], 64),
            (["20000-1:4.2", "--from", "50001:4.2", "--missing", "x", "--by", "B"], 66),
        ] as [([String], Int32)])
    func unnoted(arguments: [String], status: Int32) throws {
        let desk = try Desk.withRegister()
        desk.run("standard", "add", "14001").expect()
        desk.run(["credit"] + arguments).expect(status)
    }

    @Test("an estimate without a catalogued system, as the golden file has it")
    func estimate() throws {
        let golden = try String(
            contentsOfFile: repository + "/Tests/CommandsTests/Golden/20000-1-if-14001.txt", encoding: .utf8)
        let desk = try Desk()
        desk.run("gap", "20000-1", "--if-certified", "14001").expect(out: golden)
        let register = try Desk.withRegister()
        register.run("gap", "--if-certified", "14001").expect(out: golden)
        #expect(
            register.run("gap", "--if-certified", "14001", "--format", "json").out.contains(
                "no evidence was looked at"))
    }

    @Test("an estimate says that it is one in each row, and by way of which standard it was drawn")
    func basis() throws {
        let desk = try Desk()
        let rows = desk.run("gap", "20000-1", "--if-certified", "14001", "--format", "csv").out
            .split(separator: "\r\n")
        #expect(rows[0] == "clause,title,strength,from,why,basis")
        #expect(rows.count == 63 && rows.dropFirst().allSatisfy { $0.hasSuffix(",estimate by the map") })
        let other = desk.run("gap", "14001", "--if-certified", "9001").out
        #expect(
            other.split(separator: "\n")[1]
                == "Drawn from the map of clauses by way of ISO/IEC 20000-1:2018 alone; no evidence was looked at. Strengths are our own judgement."
        )
    }

    @Test("what no estimate can be made of")
    func unrelated() throws {
        let desk = try Desk.withRegister()
        let itself = "dossier: error: iso20000-1-2018 cannot give credit to itself\n"
        desk.run("gap", "20000-1", "--if-certified", "20000-1").expect(64, err: itself)
        desk.run("gap", "20000-1", "--credit", "20000-1").expect(64, err: itself)
        try desk.write("own.tsv", StandardMigrateTests.catalogue("acme-2020", ["4.1"]))
        desk.run("standard", "add", "./own.tsv").expect()
        for (target, held, names) in [
            ("acme", "20000-1", "ACME-2020 and ISO/IEC 20000-1:2018"),
            ("20000-1", "acme", "ISO/IEC 20000-1:2018 and ACME-2020"),
        ] {
            desk.run("gap", target, "--if-certified", held).expect(
                65, out: "", err: "dossier: error: the map does not relate \(names)\n")
        }
    }

    @Test("credit in a spreadsheet: the paths in words")
    func creditRows() throws {
        let desk = try Desk.withRegister()
        desk.run("standard", "add", "14001").expect()
        try desk.write("a.md", "a")
        desk.run("add", "a.md", "--id", "A", "--clause", "14001:4.1", "--clause", "14001:4.2").expect()
        desk.run("credit", "20000-1:4.2", "--from", "14001:4.2", "--missing", "users", "--by", "B").expect()
        let rows = desk.run("gap", "20000-1", "--credit", "14001", "--clause", "4", "--format", "csv").out
            .split(separator: "\r\n")
        #expect(rows[0] == "clause,title,status,verdict,evidence,reasons,credits")
        #expect(rows[1].hasSuffix(",\"A for iso14001-2015:4.1, equal: counts as credited\""))
        #expect(
            rows[2].hasSuffix(
                ",\"A for iso14001-2015:4.2, partial: counts as partial; missing: users | nothing live for iso14001-2015:6.1.3, related: counts for nothing\""
            ))
        #expect(rows[3].hasSuffix(",\"nothing live for iso14001-2015:4.3, partial: counts for nothing\""))
    }
}
