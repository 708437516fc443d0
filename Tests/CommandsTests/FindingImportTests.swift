import Foundation
import Testing

@Suite("Findings that readers of bundles send back")
struct FindingImportTests {
    private static var two: [[String: Any]] {
        [
            Desk.found(1, "minor", "8.6.1", "no priorities", evidence: ["inc-1"]),
            Desk.found(2, "opportunity", nil, "one form is enough"),
        ]
    }

    @Test("shown, opened, and not opened twice")
    func opened() throws {
        let desk = try Desk.afterHandover()
        try desk.sendBack(
            Self.two,
            marks: [
                ["subject": "clause", "ref": "7.2", "mark": "question", "note": "who trains?"],
                ["subject": "evidence", "ref": "INC-1", "mark": "accepted", "note": "well kept"],
                ["subject": "clause", "ref": "8.6.1", "mark": "seen", "note": NSNull()],
            ])
        let id = try desk.spokenBundle()
        let entries = desk.run("log", "--format", "csv").out
        desk.run("finding", "import", "findings.json", "--dry-run", today: "2027-03-02").expect(
            out: """
                findings.json  2 findings by J. Lund, for AUD-1
                  bundle id  \(id)
                  from      finding  grade        clause  statement
                  number 1  new      minor        8.6.1   no priorities
                  number 2  new      opportunity  -       one form is enough
                2 to be opened, 0 imported already, 0 rejected
                questions, not kept
                  7.2: who trains?
                remarks, not kept
                  INC-1: well kept

                """, err: "Nothing was written. Run again without --dry-run to open them.\n")
        #expect(desk.run("log", "--format", "csv").out == entries)
        desk.run("finding", "import", "findings.json", today: "2027-03-02").expect(
            out: """
                findings.json  2 findings by J. Lund, for AUD-1
                  bundle id  \(id)
                  from      finding  grade        clause  statement
                  number 1  NC-1     minor        8.6.1   no priorities
                  number 2  OFI-1    opportunity  -       one form is enough
                2 opened, 0 imported already, 0 rejected
                questions, not kept
                  7.2: who trains?
                remarks, not kept
                  INC-1: well kept

                """, err: "Next: dossier finding show NC-1\n")
        let opened = desk.run("log", "--format", "csv").out
        desk.run("finding", "import", "findings.json", "--questions", today: "2027-03-03").expect(
            out: """
                findings.json  3 findings by J. Lund, for AUD-1
                  bundle id  \(id)
                  from        finding          grade        clause  statement
                  number 1    NC-1 (already)   minor        8.6.1   no priorities
                  number 2    OFI-1 (already)  opportunity  -       one form is enough
                  a question  OBS-1            observation  7.2     Question on clause 7.2: who trains?
                1 opened, 2 imported already, 0 rejected
                questions, opened as observations
                  7.2: who trains?
                remarks, not kept
                  INC-1: well kept

                """, err: "Next: dossier finding show NC-1\n")
        #expect(desk.run("log", "--format", "csv").out.hasPrefix(opened))
        let index = try #require(desk.packed().first?["index"] as? String).prefix(12)
        let shown = desk.run("finding", "show", "NC-1", today: "2027-03-03").out
        #expect(
            shown.contains(
                "  raised    2027-03-02 by J. Lund\n  came from number 1 of the reader of a bundle (index \(index)); about INC-1\n"
            ))
        desk.run("log", "--verify").expect()
    }

    @Test("all are opened or none, and each says why not")
    func rejected() throws {
        let desk = try Desk.afterHandover()
        try desk.sendBack([
            Desk.found(1, "minor", "8.6.1", "no priorities"),
            Desk.found(2, "grave", "99.9", "", evidence: ["NO-1"]),
            Desk.found(3, "minor", nil, "no clause"), Desk.found(4, "area-of-concern", nil, "concern"),
            Desk.found(1, "observation", nil, "one again"), Desk.found(6, "minor", "8.6.1", "no priorities"),
            Desk.found(7, "observation", nil, String(repeating: "x", count: 4_001)),
        ])
        let entries = desk.run("log", "--format", "csv").out
        let answer = desk.run("finding", "import", "findings.json", today: "2027-03-02")
        answer.expect(1, err: "Nothing was opened: all are opened or none.\n")
        let lines = answer.out.split(separator: "\n").suffix(10).map(String.init)
        #expect(
            lines == [
                "  number 2: \"grave\" is no grade", "  number 2: it says nothing",
                "  number 2: 99.9 is no clause of ISO/IEC 20000-1:2018",
                "  number 2: the register has no evidence NO-1",
                "  number 3: a minor names the clause that is not fulfilled",
                "  number 4: AUD-1 (surveillance) has no areas of concern: those are of a stage 1 (ISO/IEC 17021-1 9.3.1.2)",
                "  number 1: the number 1 stands twice in the file",
                "  number 6: it says the same as number 1",
                "  number 7: its statement is longer than 4000 characters",
                "1 to be opened, 0 imported already, 6 rejected",
            ])
        #expect(desk.run("log", "--format", "csv").out == entries)
        let json = desk.run("finding", "import", "findings.json", "--format", "json", today: "2027-03-02")
        json.expect(1, err: "")
        let page = try #require(JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
        #expect(
            Set(page.keys) == [
                "bundle", "index", "audit", "by", "findings", "marks", "questions", "remarks",
            ])
        let results = (page["findings"] as? [[String: Any]])?.map { $0["result"] as? String }
        #expect(results == ["would-open"] + Array(repeating: "rejected", count: 6))
    }

    @Test("a number that says something else now is no new finding")
    func changed() throws {
        let desk = try Desk.afterHandover()
        try desk.sendBack([Desk.found(1, "minor", "8.6.1", "no priorities")])
        desk.run("finding", "import", "findings.json", today: "2027-03-02").expect()
        try desk.sendBack([Desk.found(1, "major", "8.6.1", "no priorities")])
        let answer = desk.run("finding", "import", "findings.json", today: "2027-03-02")
        answer.expect(1)
        #expect(answer.out.contains("  number 1: it was imported as NC-1 and says something else now\n"))
        // Another auditor counts for himself.
        desk.run("finding", "import", "findings.json", "--by", "M. Öz", today: "2027-03-02").expect()
    }

    @Test("what a stranger wrote is shown harmlessly")
    func hostileWords() throws {
        let desk = try Desk.afterHandover()
        try desk.sendBack(
            [Desk.found(1, "observation", nil, "a\u{1B}[31m\u{202E}b\n=1+1")], auditor: "\u{1B}c")
        let answer = desk.run("finding", "import", "findings.json", today: "2027-03-02")
        answer.expect()
        #expect(answer.out.contains("a[U+001B][31m[U+202E]b =1+1\n"))
        #expect(!answer.shown.contains("\u{1B}") && !answer.shown.contains("\u{202E}"))
        #expect(!desk.run("finding", "show", "OBS-1", today: "2027-03-02").out.contains("\u{1B}"))
    }

    @Test("a bundle that was not packed here, or was packed before another history")
    func otherBundles() throws {
        let desk = try Desk.afterHandover()
        let other = String(repeating: "b", count: 64)
        try desk.sendBack(Self.two, changing: ["index": other, "id": NSNull()])
        desk.run("finding", "import", "findings.json", today: "2027-03-02").expect(
            65, out: "",
            err: """
                dossier: error: findings.json speaks of a bundle that this register did not pack (index bbbbbbbbbbbb)
                dossier: hint: dossier bundle list

                """)
        try desk.sendBack(Self.two, changing: ["journal": ["sequence": 2, "hash": other]])
        desk.run("finding", "import", "findings.json", today: "2027-03-02").expect(
            65, out: "",
            err: """
                dossier: error: findings.json names entry 2 of a journal that is not the one of this register
                dossier: hint: dossier log --verify --against BUNDLE

                """)
        // The identifier alone is not enough: what was read is named by the index.
        try desk.sendBack(Self.two, changing: ["index": other])
        desk.run("finding", "import", "findings.json", today: "2027-03-02").expect(
            65, out: "",
            err: """
                dossier: error: findings.json speaks of a bundle that this register did not pack (index bbbbbbbbbbbb)
                dossier: hint: dossier bundle list

                """)
        try desk.sendBack(Self.two, changing: ["id": other])
        let refused = desk.run("finding", "import", "findings.json", today: "2027-03-02")
        #expect(
            refused.status == 65 && refused.err.contains("names the bundle id bbbbbbbbbbbbbbbb, and what"))
    }

    @Test("a bundle for no audit, and nobody who raised them")
    func unnamed() throws {
        let desk = try Desk.afterSurveillance()
        desk.run("pack", "-o", "sv.zip").expect()
        desk.run("unpack", "sv.zip").expect()
        try desk.sendBack(Self.two, auditor: nil)
        desk.run("finding", "import", "findings.json", today: "2027-03-02").expect(
            64, out: "",
            err: """
                dossier: error: sv.zip was packed for no audit; name the one that found this with --audit
                dossier: hint: dossier audit list

                """)
        desk.run("finding", "import", "findings.json", "--audit", "aud-1", today: "2027-03-02").expect(
            64, out: "",
            err: """
                dossier: error: findings.json does not say who raised the findings
                dossier: hint: --by NAME

                """)
        let line = ["finding", "import", "findings.json", "--audit", "aud-1", "--by", "J. Lund"]
        desk.run(line + ["--on", "2027-02-01"], today: "2027-03-02").expect(
            65, out: "",
            err: """
                dossier: error: 2027-02-01 lies before AUD-1, which began on 2027-03-01
                dossier: hint: --on 2027-03-01

                """)
        desk.run(line, today: "2027-03-02").expect()
    }

    @Test("the template, filled in with a spreadsheet")
    func template() throws {
        let desk = try Desk.afterHandover()
        let index = try #require(desk.packed().first?["index"] as? String)
        try desk.write(
            "template.csv",
            "\u{FEFF}# bundle index \(index);;;\r\ngrade;clause;statement;evidence\r\nMinor;8.6.1;\"no; priorities\";INC-1\r\n"
        )
        desk.run("finding", "import", "template.csv", "--by", "J. Lund", today: "2027-03-02").expect(
            out: """
                template.csv  1 finding by J. Lund, for AUD-1
                  bundle id  \(try desk.spokenBundle())
                  from    finding  grade  clause  statement
                  line 3  NC-1     minor  8.6.1   no; priorities
                1 opened, 0 imported already, 0 rejected

                """, err: "Next: dossier finding show NC-1\n")
        let again = desk.run("finding", "import", "template.csv", "--by", "J. Lund", today: "2027-03-02")
        #expect(again.out.hasSuffix("0 opened, 1 imported already, 0 rejected\n"))
    }

    @Test("files that are none")
    func files() throws {
        let desk = try Desk.afterHandover()
        try desk.write("big.json", String(repeating: " ", count: 10_000_000))
        try desk.write("nul.json", "{\0}")
        try desk.write("deep.json", String(repeating: "[", count: 100_000))
        for (file, status, error) in [
            ("big.json", 65, "big.json is larger than 5 MiB"),
            ("nul.json", 65, "nul.json holds NUL characters: it is no UTF-8 text"),
            (
                "deep.json", 65,
                "deep.json: line 1: there is no header with the columns grade, clause, statement, evidence"
            ),
            ("sv.zip", 65, "sv.zip is a workbook or an archive, not text"),
            ("none.json", 66, "none.json: no such file or directory"), (".", 65, ". is no regular file"),
        ] as [(String, Int32, String)] {
            let answer = desk.run("finding", "import", file, today: "2027-03-02")
            answer.expect(status, out: "")
            #expect(answer.err.hasPrefix("dossier: error: \(error)\n"), "\(answer.err)")
        }
    }

    @Test("the answers travel in the next bundle, with the files that prove them")
    func roundTrip() throws {
        let desk = try Desk.afterHandover()
        try desk.sendBack(Self.two)
        desk.run("finding", "import", "findings.json", today: "2027-03-02").expect()
        try desk.write("fix.md", "fixed\n")
        desk.run("add", "fix.md", "--id", "FIX-1", "--title", "The fix").expect()
        desk.step("2027-03-03", "correct", "NC-1", "--text", "set", "--by", "Berg", "--evidence", "FIX-1")
            .expect()
        desk.step("2027-03-04", "cause", "NC-1", "--text", "no field", "--by", "Berg").expect()
        desk.step("2027-03-05", "act", "NC-1", "--text", "field", "--by", "Berg", "--due", "2027-04-01")
            .expect()
        desk.step("2027-04-10", "verify-effect", "NC-1", "--effective", "--by", "Okafor").expect()
        desk.step("2027-04-11", "close", "NC-1", "--by", "J. Lund", "--evidence", "INC-1", "FIX-1").expect()
        desk.run("retire", "INC-1", "--reason", "merged").expect()
        let answer = desk.run("pack", "-o", "next.zip", today: "2027-04-12")
        answer.expect()
        #expect(answer.out.contains("\n  findings   OFI-1 open, NC-1 closed: told with what was done\n"))
        desk.run("verify", "next.zip").expect()
        desk.run("unpack", "next.zip").expect()
        let index = try desk.index("next")
        let findings = try #require(index["findings"] as? [[String: Any]])
        #expect(findings.map { $0["id"] as? String } == ["OFI-1", "NC-1"])
        let told = try #require(findings.last)
        for (key, value) in [
            "grade": "minor", "audit": "AUD-1", "clause": "8.6.1", "statement": "no priorities",
            "state": "closed", "correction": "set", "cause": "no field", "action": "field",
            "corrected": "2027-03-03", "explained": "2027-03-04", "acted": "2027-03-05",
            "actionDue": "2027-04-01", "verified": "2027-04-10", "closed": "2027-04-11",
        ] { #expect(told[key] as? String == value, "\(key)") }
        #expect(told["evidence"] as? [String] == ["FIX-1"])
        #expect(told["absentEvidence"] as? [String] == ["INC-1"])
        #expect(!"\(told)".contains("Berg") && !"\(told)".contains("Okafor"))
        let file = "next/data/evidence/Finding NC-1/FIX-1 The fix.md"
        #expect(FileManager.default.fileExists(atPath: "\(desk.path)/\(file)"))
        let certificate = try #require(index["certificate"] as? [String: Any])
        #expect(certificate["id"] as? String == "NW-1" && certificate["expires"] as? String == "2029-05-13")
        #expect(certificate["standing"] as? String == "certified until 2029-05-13")
        let list = try String(contentsOfFile: "\(desk.path)/next/data/findings.csv", encoding: .utf8)
        #expect(
            list.contains(
                "\r\nNC-1,minor,AUD-1,8.6.1,no priorities,2027-03-02,,closed,set,2027-03-03,no field,2027-03-04,field,2027-03-05,2027-04-01,2027-04-10,2027-04-11,FIX-1,INC-1\r\n"
            ), "\(list)")
        // Nothing of it for the public.
        desk.run("pack", "-o", "public.zip", "--classification-up-to", "public", today: "2027-04-12").expect()
        desk.run("unpack", "public.zip").expect()
        #expect(try desk.index("public")["findings"] == nil)
    }
}
