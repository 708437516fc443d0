import Foundation
import Testing

@Suite("Statement of applicability")
struct ApplicabilityTests {
    private let desk: Desk

    init() throws { desk = try Desk.withRegister(of: "27001") }

    /// The lines of the table, by the number of the control.
    private func line(_ number: String, _ arguments: String...) -> String? {
        desk.run(["soa"] + arguments).out.split(separator: "\n").first { $0.hasPrefix(number + " ") }
            .map(String.init)
    }

    /// The newest entry of the journal as a cell shows it: `4 0123456789ab`
    private func head() throws -> String {
        let words = try version().split(whereSeparator: { " ,;".contains($0) })
        return "\(words[1]) \(words[4])"
    }

    private func version() throws -> String {
        let line = try #require(desk.run("soa").out.split(separator: "\n").dropFirst().first)
        return String(line)
    }

    @Test("93 controls in four themes apply, and nothing is stored for that")
    func usual() throws {
        let entries = desk.run("log", "--format", "csv").out
        let lines = desk.run("soa").out.split(separator: "\n")
        #expect(
            lines[0] == "ISO/IEC 27001:2022, 93 controls: 93 apply, 0 excluded; 0 implemented, 93 no evidence"
        )
        #expect(lines[1].hasPrefix("version 2 of 2026-11-18T11:06:40Z, "))
        #expect(lines[1].hasSuffix("; judged on 2026-11-22"))
        #expect(lines.count == 3 + 93)
        for (theme, count) in [("A.5", 37), ("A.6", 8), ("A.7", 14), ("A.8", 34)] {
            #expect(lines.count { $0.hasPrefix(theme + ".") } == count)
        }
        #expect(lines.dropFirst(3).allSatisfy { $0.contains("  yes  ") })
        #expect(desk.run("log", "--format", "csv").out == entries)
    }

    @Test("exclude, assign and include say what they did, and the whole table shows it")
    func changes() throws {
        desk.run("soa", "assign", "A.7.4", "--owner", "Facility manager").expect(
            out: "", err: "A.7.4  owner Facility manager\n")
        desk.run("soa", "exclude", "7.4", "27001:a7.5", "A.7.4", "--reason", " no premises of our own ")
            .expect(
                out: "",
                err: """
                    A.7.4  excluded: no premises of our own
                    A.7.5  excluded: no premises of our own

                    """)
        desk.run("soa", "--only", "excluded").expect(
            out: """
                ISO/IEC 27001:2022, 93 controls: 91 apply, 2 excluded; 0 implemented, 91 no evidence
                \(try version())
                control  title                                                  applies  implementation  owner             evidence  justification
                A.7.4    Physical security monitoring                           no       not applied     Facility manager  -         no premises of our own
                A.7.5    Protecting against physical and environmental threats  no       not applied     -                 -         no premises of our own

                """, err: "")
        #expect(desk.run("gap", "--only", "excluded").out.contains("A.7.4"))
        desk.run("soa", "include", "A.7.4", "A.7.6").expect(
            err: """
                A.7.4  included
                A.7.6 is like that already; nothing was changed.

                """)
        desk.run("soa", "assign", "A.7.4", "--owner", "").expect(err: "A.7.4  no owner\n")
        desk.run("soa", "include", "A.7.5").expect(err: "A.7.5  included\n")
        #expect(desk.run("soa").out.contains("93 apply, 0 excluded"))
        desk.run("log", "--verify").expect()
    }

    @Test("an own reason for inclusion, and back to the usual one")
    func inclusion() {
        desk.run("soa", "include", "5.34", "--reason", "data protection law").expect(
            err: "A.5.34  included: data protection law\n")
        #expect(line("A.5.34")?.hasSuffix("  data protection law") == true)
        desk.run("soa", "include", "5.34").expect(
            err: "A.5.34 is like that already; nothing was changed.\n")
        desk.run("soa", "include", "5.34", "--reason", "").expect(
            err: "A.5.34  included for the usual reason\n")
        #expect(line("A.5.34")?.hasSuffix("  applied as part of treating risks") == true)
    }

    @Test("an owner for a whole theme; one transaction or none")
    func bulk() {
        #expect(
            desk.run("soa", "assign", "A.7", "--owner", "Facilities").err.split(separator: "\n").count == 14)
        #expect(line("A.7.14")?.contains("  Facilities  ") == true)
        desk.run("soa", "exclude", "A.8.1", "A.99", "--reason", "x").expect(65)
        #expect(line("A.8.1")?.contains("  yes  ") == true)
    }

    @Test(
        "what is no control is refused",
        arguments: [
            (
                ["exclude", "A.6", "--reason", "x"], 65,
                """
                A.6 is a heading; name the controls that are meant
                dossier: hint: A.6.1 A.6.2 A.6.3 A.6.4 A.6.5 A.6.6 A.6.7 A.6.8
                """
            ),
            (
                ["exclude", "4.1", "--reason", "x"], 65,
                """
                4.1 is a clause of ISO/IEC 27001:2022 and no control; it always applies
                dossier: hint: dossier assess iso27001-2022:4.1 --verdict VERDICT --by NAME --reason TEXT
                """
            ),
            (
                ["include", "A.7.41"], 65,
                """
                A.7.41 is no control of ISO/IEC 27001:2022
                dossier: hint: nearest: A.7.1 (Physical security perimeters), A.7.4 (Physical security monitoring), A.7.11 (Supporting utilities)
                """
            ),
            (
                ["exclude", "A.7.4", "--reason", " "], 64,
                "--reason must not be empty\ndossier: hint: dossier soa --help"
            ),
            (
                ["--overwrite"], 64,
                "--overwrite goes with --output\ndossier: hint: dossier soa --help"
            ),
            (
                ["--only", "excluded", "-o", "soa.htm"], 64,
                "--only does not go with html, which shows the whole statement\ndossier: hint: dossier soa --help"
            ),
            (
                ["diff", "2026-11-19", "2026-11-18"], 64,
                "2026-11-19 lies after 2026-11-18\ndossier: hint: dossier soa --help"
            ),
        ] as [([String], Int32, String)])
    func refused(arguments: [String], status: Int32, err: String) {
        desk.run(["soa"] + arguments).expect(status, out: "", err: "dossier: error: \(err)\n")
    }

    @Test("registers without controls, and with a catalogue that does not say which they are")
    func without() throws {
        let desk = try Desk.withRegister()
        desk.run("soa").expect(
            65,
            err: """
                dossier: error: no controls whose applicability could be stated: ISO/IEC 20000-1:2018 has none
                dossier: hint: dossier standard add 27001

                """)
        let shipped = try String(
            contentsOfFile: repository + "/templates/standards/iso27001-2022.tsv", encoding: .utf8)
        try desk.write("old.tsv", shipped.replacing("# controls: A\n", with: ""))
        desk.run("standard", "add", "./old.tsv").expect()
        desk.run("soa", "exclude", "A.7.4", "--reason", "x").expect(
            65,
            err: """
                dossier: error: the catalogue of ISO/IEC 27001:2022 in the register is of an earlier release and does not say which clauses are controls
                dossier: hint: dossier standard add iso27001-2022

                """)
        desk.run("standard", "add", "27001").expect()
        desk.run("soa", "exclude", "A.7.4", "--reason", "x").expect()
        desk.run("soa", "--standard", "20000").expect(
            65,
            err: """
                dossier: error: no controls whose applicability could be stated: ISO/IEC 20000-1:2018 has none
                dossier: hint: --standard iso27001-2022

                """)
    }

    @Test("as JSON and CSV; the evidence and a person's verdict stand beside")
    func formats() throws {
        try desk.write("=log.csv", "x")
        desk.run("add", "=log.csv", "--id", "LOG-1", "--kind", "log-export", "--clause", "A.7.4").expect()
        desk.run(
            "assess", "A.7.4", "--verdict", "partial", "--by", "=cmd()", "--reason", "two \"sites\", one log"
        ).expect()
        desk.run("soa", "exclude", "A.7.5", "--reason", "=HYPERLINK(\"http://x\")").expect()
        let csv = desk.run("soa", "--format", "csv").out.split(separator: "\r\n")
        #expect(csv.count == 94)
        #expect(
            csv.first { $0.hasPrefix("A.7.4,") }
                == "A.7.4,Physical security monitoring,A.7,yes,applied as part of treating risks,implemented,,LOG-1,partial,'=cmd(),2026-11-22,\"two \"\"sites\"\", one log\",2026-11-22,\(try head())"
        )
        #expect(
            csv.first { $0.hasPrefix("A.7.5,") }?.contains(",no,\"'=HYPERLINK(\"\"http://x\"\")\",") == true)
        #expect(line("A.7.4")?.contains("  partial (=cmd())  ") == true)
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(desk.run("soa", "--format", "json").out.utf8))
                as? [String: Any])
        #expect(
            Set(json.keys) == [
                "organization", "standard", "designation", "day", "version", "counts", "controls",
            ])
        let controls = try #require(json["controls"] as? [[String: Any]])
        let control = try #require(controls.first { $0["control"] as? String == "A.7.4" })
        #expect(control["implementation"] as? String == "implemented")
        #expect((control["assessment"] as? [String: String])?["verdict"] == "partial")
    }

    @Test("fits a narrow terminal, with everything that a line can hold")
    func narrow() throws {
        desk.run("request", "--id", "LOG-OF-A-LONG-NAME", "--title", "Logs", "--clause", "A").expect()
        desk.run("soa", "assign", "A", "--owner", "Information security officer").expect()
        desk.run("assess", "A.5.1", "--verdict", "partial", "--by", "Berg", "--reason", "half").expect()
        let lines = desk.run(["soa"], width: 80).out.split(separator: "\n").dropFirst(2)
        #expect(lines.count == 94)
        for line in lines { #expect(line.count <= 80, "\(line)") }
    }

    @Test("into a file: whole, by its ending, never over another without being told")
    func file() throws {
        desk.run("soa", "-o", "soa.html").expect(
            out: "", err: "soa.html  93 controls: 93 apply, 0 excluded; 0 implemented, 93 no evidence\n")
        let page = try String(contentsOfFile: desk.path + "/soa.html", encoding: .utf8)
        #expect(page == desk.run("soa", "--format", "html").out)
        desk.run("soa", "-o", "soa.html").expect(
            73,
            err: """
                dossier: error: soa.html already exists
                dossier: hint: choose another name, or replace it with --overwrite

                """)
        desk.run("soa", "-o", "soa.html", "--overwrite", "--format", "csv").expect()
        let csv = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/soa.html"))
        #expect(csv.starts(with: Data("\u{FEFF}control,title,".utf8)))
        for name in ["soa.txt", "soa", ".csv.bak"] {
            desk.run("soa", "-o", name).expect(
                64,
                err: """
                    dossier: error: \(name) has no known ending: .html, .csv or .json; otherwise say --format
                    dossier: hint: dossier soa --help

                    """)
        }
        desk.run("soa", "-o", "nowhere/soa.html").expect(
            73, err: "dossier: error: cannot write nowhere/soa.html: no such file or directory\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.path).sorted() == [
                ".dossier", "soa.html",
            ])
    }

    @Test("the statement of a past day, and what differs from it")
    func past() throws {
        desk.wait(days: 1)
        desk.run("soa", "assign", "A.5.1", "--owner", "CISO").expect()
        desk.run("soa", "exclude", "A.8.28", "--reason", "no development").expect()
        desk.wait(days: 1)
        desk.run("soa", "exclude", "A.7.4", "--reason", "no premises").expect()
        desk.run("soa", "include", "A.8.28").expect()
        desk.run("soa", "assign", "A.5.1", "--owner", "Head of IT").expect()
        desk.run("request", "--id", "LOG-1", "--title", "Logs", "--clause", "A.8.15").expect()

        let then = desk.run("soa", "--as-of", "2026-11-19")
        #expect(then.out.hasPrefix("ISO/IEC 27001:2022, 93 controls: 92 apply, 1 excluded;"))
        #expect(then.out.contains("\nversion 4 of 2026-11-19T11:06:40Z, "))
        #expect(then.out.contains("; judged on 2026-11-19\n"))
        #expect(desk.run("soa", "--as-of", "2026-11-19").out == then.out)
        desk.run("soa", "--as-of", "2026-11-17").expect(66)

        desk.run("soa", "diff", "2026-11-19").expect(
            out: """
                4 controls differ: 1 newly excluded, 1 newly included, 1 with another owner, 1 with another implementation
                ISO/IEC 27001:2022, 2026-11-19 (version 4) to 2026-11-22 (version 9)
                control  title                              what            from                               to
                A.5.1    Policies for information security  owner           CISO                               Head of IT
                A.7.4    Physical security monitoring       excluded        applied as part of treating risks  no premises
                A.8.15   Logging                            implementation  no evidence                        planned
                A.8.28   Secure coding                      included        no development                     applied as part of treating risks

                """, err: "")
        desk.run("soa", "diff", "2026-11-20", "2026-11-22", "--format", "csv").expect(
            out: "control,title,what,from,to\r\n", err: "")
        desk.run("soa", "diff", "2026-11-20").expect(
            out: "Nothing differs.\nISO/IEC 27001:2022, 2026-11-20 (version 9) to 2026-11-22 (version 9)\n")
        desk.run("soa", "diff", "2026-11-18", "2026-11-19", "--format", "csv").expect(
            out:
                "control,title,what,from,to\r\nA.5.1,Policies for information security,owner,,CISO\r\nA.8.28,Secure coding,excluded,applied as part of treating risks,no development\r\n"
        )
    }

    @Test("before the standard was there, there was no statement")
    func before() throws {
        let desk = try Desk.withRegister()
        desk.wait(days: 1)
        desk.run("standard", "add", "27001").expect()
        desk.run("soa", "diff", "2026-11-18").expect(
            66,
            err: """
                dossier: error: the register held no controls of iso27001-2022 on 2026-11-18
                dossier: hint: dossier log

                """)
        desk.run("soa", "--as-of", "2026-11-18").expect(
            66,
            err: """
                dossier: error: the register held no controls of any standard on 2026-11-18
                dossier: hint: dossier log

                """)
    }

    @Test("the page has the same bytes for the same state, and hostile text stays text")
    func page() {
        desk.run("soa", "exclude", "A.7.4", "--reason", "<script>alert(1)</script> \u{202E}x").expect()
        desk.run("soa", "assign", "A.5.1", "--owner", "\"><img src=x onerror=alert(1)>").expect()
        let page = desk.run("soa", "--format", "html").out
        #expect(desk.run("soa", "--format", "html").out == page)
        #expect(page.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt; [U+202E]x</bdi>"))
        #expect(page.contains("<bdi>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</bdi>"))
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}"))
        #expect(page.contains("<bdi>ACME Ltd</bdi>"))
        #expect(page.contains("93: 92 apply, 1 excluded"))
    }
}
