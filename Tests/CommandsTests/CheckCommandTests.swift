import Foundation
import Testing

@Suite("check")
struct CheckCommandTests {
    private func desk() throws -> Desk {
        let desk = try Desk.withRegister()
        for name in ["one.md", "two.md"] { try desk.write(name, "one") }
        desk.run(
            "add", "one.md", "--id", "PRO-1", "--kind", "procedure", "--clause", "8.2.4", "--owner", "Lead",
            "--classification", "internal", "--review", "2026-10-01", "--approved-by", "Berg",
            "--approved-on", "2026-11-22"
        ).expect()
        desk.run("add", "two.md", "--id", "REC-1", "--kind", "record", "--owner", "Lead").expect()
        return desk
    }

    @Test("people see the gravest first, with the command that mends it")
    func table() throws {
        try desk().run("check").expect(
            1,
            out: """
                Checks on 2026-11-22: 2 errors, 2 warnings, 2 information
                error review-passed: a review that was due is past (1)
                  PRO-1  review was due 2026-10-01  dossier revise PRO-1 FILE --review DAY
                error clause-single-stale: a clause hangs on one item, and that is stale (1)
                  iso20000-1-2018:8.2.4  only PRO-1 is linked, and it is stale  dossier revise PRO-1 FILE
                warning clause-missing: an item is linked to no clause (1)
                  REC-1  is linked to no clause  dossier link REC-1 CLAUSE
                warning duplicate-content: two items hold the same file (1)
                  PRO-1  holds the same file as REC-1  dossier retire REC-1 --reason "same as PRO-1"
                information classification-missing: an item has no classification (1)
                  REC-1  has no classification  dossier revise REC-1 --classification internal
                information title-unconfirmed: fewer than two public sources confirm titles of clauses (1)
                  iso20000-1-2018  25 of 88 titles of clauses are not confirmed  dossier standard show iso20000-1-2018

                """, err: "Next: dossier check --explain review-passed\n")
    }

    @Test("only some checks, at another day, and without an error the answer is yes")
    func narrowed() throws {
        let desk = try desk()
        desk.run("check", "--severity", "error", "--on", "2026-10-01").expect(
            0, out: "Checks on 2026-10-01: nothing found.\n", err: "")
        desk.run("check", "--only", "clause-missing,owner-missing").expect(
            0,
            out: """
                Checks on 2026-11-22: 0 errors, 1 warning, 0 information
                warning clause-missing: an item is linked to no clause (1)
                  REC-1  is linked to no clause  dossier link REC-1 CLAUSE

                """)
    }

    @Test("programs get the same as JSON and CSV")
    func programs() throws {
        let desk = try desk()
        desk.run("check", "--only", "review-passed", "--format", "json").expect(
            1,
            out: """
                [
                  {
                    "fix" : "dossier revise PRO-1 FILE --review DAY",
                    "object" : "PRO-1",
                    "rule" : "review-passed",
                    "sentence" : "review was due 2026-10-01",
                    "severity" : "error"
                  }
                ]

                """, err: "")
        desk.run("check", "--only", "review-passed", "--format", "csv").expect(
            1,
            out:
                "rule,severity,object,sentence,fix\r\nreview-passed,error,PRO-1,review was due 2026-10-01,dossier revise PRO-1 FILE --review DAY\r\n"
        )
        desk.run("check", "--only", "expired", "--format", "json").expect(0, out: "[]\n")
    }

    @Test("of two items with the same file the one that was added later is to be retired")
    func duplicate() throws {
        let desk = try Desk.withRegister()
        for (id, text) in [("M", "one"), ("B", "other"), ("Z", "one"), ("A", "one")] {
            try desk.write("\(id).md", text)
            desk.run("add", "\(id).md", "--id", id).expect()
        }
        desk.run("revise", "M", "--title", "Renamed").expect()
        desk.run("check", "--only", "duplicate-content", "--format", "csv").expect(
            out:
                "rule,severity,object,sentence,fix\r\nduplicate-content,warning,M,\"holds the same file as Z, A\",\"dossier retire Z --reason \"\"same as M\"\"\"\r\n"
        )
    }

    @Test("more than ten problems of a check are counted, all are there to be had")
    func many() throws {
        let desk = try Desk.withRegister()
        for number in 1...13 {
            desk.run("request", "--title", "T\(number)", "--kind", "record", "--clause", "8.2.4").expect()
        }
        let lines = desk.run("check").out.split(separator: "\n")
        #expect(lines.contains("warning owner-missing: an item has no owner (13)"))
        #expect(lines.contains("  and 3 more: dossier check --only owner-missing"))
        #expect(desk.run("check", "--only", "owner-missing").out.split(separator: "\n").count == 15)
        #expect(desk.run("check", "--all").out.contains("EV-0013  has no owner"))
        desk.run("retire", "EV-0001", "--reason", "not needed").expect()
        #expect(desk.run("check", "--only", "owner-missing").out.contains("has no owner (12)"))
    }

    @Test("a finding of a person and a blank form are work in every answer")
    func found() throws {
        let desk = try Desk.withRegister()
        try desk.write("seen.md", "seen")
        try desk.write("blank.md", "---\nid: CAT-1\nkind: catalogue\nclauses: [8.2.4]\n---\n(fill in: all)\n")
        desk.run("add", "seen.md", "--id", "REC-1", "--kind", "audit-report", "--clause", "9.2.1").expect()
        desk.run("add", "blank.md").expect()
        desk.run("assess", "9.2.1", "--verdict", "gap", "--by", "Berg", "--reason", "no programme").expect()
        let gap = desk.run("gap", "--clause", "9.2.1")
        #expect(gap.out.contains("covered  gap") && gap.out.contains("1 clause needs work."), "\(gap.out)")
        desk.run("gap", "--clause", "9.2.1", "--exit-code").expect(1)
        let next = desk.run("gap", "--clause", "9.2.1", "--next")
        #expect(next.out.contains("Berg found it not fulfilled on 2026-11-22: no programme"))
        #expect(next.err == "Next: dossier assess 9.2.1 --verdict VERDICT --by NAME --reason TEXT\n")
        let blank = desk.run("gap", "--clause", "8.2.4").out
        #expect(blank.contains("CAT-1 1 place of the skeleton still to be filled in"), "\(blank)")
        let check = desk.run("check", "--only", "unfilled,verdict-open")
        check.expect(1)
        #expect(check.out.contains("CAT-1  revision 1: 1 place of the skeleton still to be filled in"))
        #expect(check.out.contains("iso20000-1-2018:9.2.1  Berg found it not fulfilled"))
    }

    @Test("an empty register, the list of checks, and what one of them looks for")
    func words() throws {
        try Desk.withRegister().run("check", "--severity", "warning").expect(
            0, out: "Checks on 2026-11-22: nothing found.\n", err: "")
        let list = try Desk().run("check", "--list", "--severity", "error")
        list.expect(err: "Next: dossier check, or dossier check --explain RULE\n")
        #expect(
            list.out.hasPrefix(
                "check                severity  looks for\nreview-passed        error     a review"))
        try Desk().run("check", "--explain", "empty-file").expect(
            out: """
                empty-file (error): the latest file of an item holds 0 bytes
                It shows nothing, so it counts for nothing; often a copy that failed.

                """, err: "Next: dossier check --only empty-file\n")
    }

    @Test(
        "mistakes",
        arguments: [
            (["check", "--only", "nonsense"], "\"nonsense\" is no check; dossier check --list shows them"),
            (["check", "--only", " ,"], "name at least one check; dossier check --list shows them"),
            (["check", "--list", "--explain", "expired"], "say either --list or --explain"),
            (["check", "--list", "--all"], "--list and --explain look at no register"),
        ])
    func mistakes(command: [String], message: String) throws {
        let answer = try Desk().run(command)
        answer.expect(64)
        #expect(answer.err.contains(message), "\(answer.err)")
    }
}
