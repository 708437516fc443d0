import Testing

@testable import Commands

@Suite("Standards compared")
struct StandardCompareTests {
    @Test("two standards, without a register")
    func two() throws {
        try Desk().run("standard", "compare", "20000-1", "14001").expect(
            out: """
                ISO/IEC 20000-1:2018  Information technology - Service management - Part 1: Service management system requirements
                  edition     3, 2018-09; current; no revision found
                  about       services and the system that plans, delivers and improves them
                  for         organizations that provide services, within a company or for its customers, most often with information technology
                  exclusions  no requirement of clauses 4 to 10 may be left out, whatever the size and the services

                ISO 14001:2015  Environmental management systems - Requirements with guidance for use
                  edition     3, 2015-09; replaced; transition running
                  successor   ISO 14001:2026 (edition 4, April 2026; certificates to the 2015 edition end April or May 2029 - sources disagree)
                  about       effects of the organization on the environment and obligations that follow from them
                  for         organizations of every kind and size
                  exclusions  no requirement of clauses 4 to 10 may be left out

                standard              clauses  controls  documents  records  may be left out
                ISO/IEC 20000-1:2018       62         -         25       29  nothing
                ISO 14001:2015             32         -          9        8  nothing

                of       in       count  shared  partly  own  by way of
                20000-1  14001       62      19      10   33  -
                14001    20000-1     32      17      11    4  -
                Shared, partly shared or a standard's own: by relations between clauses, our own judgement. Headings never count.

                """,
            err: "Next: dossier standard compare iso20000-1-2018 iso14001-2015 --clauses\n")
    }

    @Test("by way of a third, controls apart, within 80 columns")
    func hub() throws {
        let desk = try Desk()
        #expect(
            desk.run("standard", "compare", "14001", "27001", width: 80).out.contains(
                """
                standard            clauses  controls  documents  records  may be left out
                ISO 14001:2015           32         -          9        8  nothing
                ISO/IEC 27001:2022       30        93         15       11  controls

                of              in     count  shared  partly  own  by way of
                14001           27001     32      17       6    9  ISO/IEC 20000-1:2018
                27001           14001     30      17       4    9  ISO/IEC 20000-1:2018
                27001 controls  14001     93       0       3   90  ISO/IEC 20000-1:2018

                """))
        #expect(desk.run("standard", "compare", "9001", "45001").out.contains("       22  clauses of 8\n"))
    }

    @Test("which clauses, and why")
    func clauses() throws {
        let desk = try Desk()
        let answer = desk.run("standard", "compare", "14001", "20000-1", "--clauses")
        answer.expect(err: "Next: dossier standard show iso20000-1-2018\n")
        #expect(answer.out.contains("\nClauses of ISO 14001:2015 in ISO/IEC 20000-1:2018\n"))
        let rows = answer.out.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        for row in [
            "shared 10.2 Nonconformity and corrective action 10.1.1 10.1.2 ",
            "partly 10.1 General 10.2 look for improvement", "own 6.1.2 Environmental aspects (6.1.2) same ",
            "own 8.2 Emergency preparedness and response (8.7.2) planned ",
        ] {
            #expect(rows.contains { $0.hasPrefix(row) }, "\(row)")
        }
    }

    @Test("which clauses, by way of a third standard")
    func far() throws {
        let desk = try Desk()
        let csv = desk.run("standard", "compare", "14001", "27001", "--clauses", "--format", "csv").out
        #expect(csv.hasPrefix("standard,other,part,clause,title,share,with,why\r\n"))
        #expect(
            csv.contains(
                "\r\niso14001-2015,iso27001-2022,clauses,10.3,Continual improvement,shared,10.1,by way of"))
        #expect(
            desk.run("standard", "compare", "14001", "27001", "--clauses").out.contains(
                "\nControls of ISO/IEC 27001:2022 in ISO 14001:2015 (by way of ISO/IEC 20000-1:2018)\n"))
    }

    @Test("for spreadsheets and programs")
    func formats() throws {
        let desk = try Desk()
        let command = ["standard", "compare", "27001", "20000-1", "--format"]
        desk.run(command + ["csv"]).expect(
            out: """
                standard,other,part,count,shared,partly,own,by_way_of\r
                iso27001-2022,iso20000-1-2018,clauses,30,21,9,0,\r
                iso27001-2022,iso20000-1-2018,controls,93,0,24,69,\r
                iso20000-1-2018,iso27001-2022,clauses,62,22,25,15,\r

                """, err: "")
        let json = desk.run(command + ["json"]).out
        #expect(json.contains("\"requirements\" : 30,\n      \"retain\" : 11"))
        #expect(json.contains("\"own\" : 69,\n      \"part\" : \"controls\",\n      \"partly\" : 24"))
        #expect(!json.contains("\"share\""))
        #expect(desk.run(command + ["json", "--clauses"]).out.contains("\"share\" : \"partly\""))
    }

    @Test("standards of one's own are compared too, and nothing is known of them")
    func own() throws {
        let desk = try Desk.withRegister()
        try desk.write("acme.tsv", StandardMigrateTests.catalogue("acme-1", ["4.1", "4.2"]))
        desk.run("standard", "add", "./acme.tsv").expect()
        let answer = desk.run("standard", "compare", "acme", "20000-1").out
        #expect(answer.contains("\nACME-1                      2         -          0        0  not said\n"))
        #expect(answer.contains("\nacme-1   20000-1      2       0       0    2  no relation known\n"))
    }

    @Test(
        "what cannot be compared",
        arguments: [
            (["20000-1"], 64, "name two standards or more to compare"),
            (["20000-1", "iso20000-1"], 64, "ISO/IEC 20000-1:2018 is named twice"),
            (["20000-1", "31000"], 66, "no standard \"31000\""),
        ] as [([String], Int32, String)])
    func refused(standards: [String], status: Int32, message: String) throws {
        let answer = try Desk().run(["standard", "compare"] + standards)
        answer.expect(status, out: "")
        #expect(answer.err.contains(message))
    }
}
