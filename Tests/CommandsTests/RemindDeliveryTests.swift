import Foundation
import Testing

@Suite("remind --command")
struct RemindDeliveryTests {
    private static let toDesk = """
        From: dossier@example.com
        To: desk@example.com
        Date: Sun, 22 Nov 2026 12:00:00 +0000
        Message-ID: <ID>
        Subject: DUE 8d: review Incident procedure (2026-11-30)
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 7bit
        Auto-Submitted: auto-generated

        ACME Ltd, 2026-11-22

        Later

          in 8 days  2026-11-30  PRO-1  review
            Incident procedure
            answered for by Service desk lead

        Each date is told once, and again as it comes nearer. What a rule asks for:
        dossier due --explain RULE
        To hear nothing of an item until a day:
        dossier snooze ITEM --until DAY

        """

    /// Keeps each message in a file named by its recipient, and ends as the table says.
    private func keeper(_ desk: Desk, _ statuses: String) throws -> String {
        try desk.write("keep", "cat > {}/to-$DOSSIER_RECIPIENT\n\(statuses)".replacing("{}", with: desk.path))
        return "sh \(desk.path)/keep"
    }

    private func kept(_ desk: Desk) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.path).filter {
            $0.hasPrefix("to-")
        }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let text = try String(contentsOfFile: desk.path + "/" + name, encoding: .utf8)
                try FileManager.default.removeItem(atPath: desk.path + "/" + name)
                return (name, text.replacing(/<2026[^>]*>/, with: "<ID>"))
            })
    }

    @Test("one message for each recipient; the subject says what is due first")
    func messages() async throws {
        let desk = try Desk.withDates()
        try desk.addressMail()
        desk.certify()
        let command = try keeper(desk, "")
        await desk.runAlone(on: "2026-11-22", "remind", "--format", "mail", "--command", command).expect(
            out: "", err: "")
        let kept = try kept(desk)
        #expect(kept.keys.sorted() == ["to-desk@example.com", "to-quality@example.com"])
        #expect(kept["to-desk@example.com"] == Self.toDesk)
        await desk.runAlone(on: "2026-11-22", "remind", "--format", "mail", "--command", command).expect(
            out: "", err: "")
        #expect(try self.kept(desk).isEmpty)
    }

    @Test("without a command the messages are the output, and the same in each run")
    func printed() throws {
        let desk = try Desk.withDates()
        try desk.addressMail()
        desk.run("retire", "CON-1", "--reason", "ended").expect()
        let runs = (1...2).map { _ in desk.run(on: "2026-11-22", "remind", "--format", "mail", "--dry-run") }
        #expect(runs[0] == runs[1])
        #expect(runs[0].out.replacing(/<2026[^>]*>/, with: "<ID>") == Self.toDesk)
        #expect(
            runs[0].out.contains(
                /\nMessage-ID: <2026-11-22\.[0-9a-f]{32}@[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.dossier\.invalid>\n/
            ))
    }

    @Test(
        "what was not taken is told again: 75 for later, 1 for a fault, 127 for no program (RM-10)",
        arguments: [
            ("exit 75", 75, "it ended with 75"),
            ("echo 'mailbox full' >&2; echo more >&2; exit 1", 74, "it ended with 1 (mailbox full)"),
            ("/nowhere/sendmail -t", 69, "it ended with 127 (/bin/sh: 1: /nowhere/sendmail: not found)"),
            ("kill -9 $$", 74, "it ended with 137"),
        ] as [(String, Int32, String)])
    func refused(command: String, status: Int32, message: String) async throws {
        let desk = try Desk.withDates()
        await desk.runAlone("remind", "--command", command).expect(
            status, out: "",
            err: """
                dossier: error: the command did not take the message: \(message)
                dossier: hint: nothing of it is remembered; the next run tells it again

                """)
        // A run that handed nothing over is none.
        #expect(desk.run("due").err.hasPrefix("Reminders never ran."))
        let command = try keeper(desk, "")
        await desk.runAlone("remind", "--command", command).expect(out: "", err: "")
        #expect(
            try kept(desk)["to-"] == """
                DUE 8d   2026-11-30   +8d  PRO-1  review  Incident procedure (Service desk lead)
                DUE 98d  2027-02-28  +98d  CON-1  expiry  Contract, hosting (Supplier manager)

                """)
    }

    @Test(
        "of two recipients one is taken: the other alone is told again",
        arguments: [
            ("75", 75), ("1", 74),
        ] as [(String, Int32)])
    func partly(exit: String, status: Int32) async throws {
        let desk = try Desk.withDates()
        try desk.addressMail()
        let command = try keeper(desk, "case $DOSSIER_RECIPIENT in desk*) exit \(exit);; esac")
        for round in 1...2 {
            await desk.runAlone("remind", "--format", "mail", "--command", command).expect(
                status, out: "",
                err: """
                    dossier: error: the command did not take the message for desk@example.com: it ended with \(exit)
                    dossier: hint: nothing of it is remembered; the next run tells it again

                    """)
            let expected = ["to-desk@example.com"] + (round == 1 ? ["to-quality@example.com"] : [])
            #expect(try kept(desk).keys.sorted() == expected)
        }
        #expect(desk.run("due").err.hasPrefix("Reminders last ran on 2026-11-22."))
        let patient = try keeper(desk, "")
        await desk.runAlone("remind", "--format", "mail", "--command", patient).expect(out: "", err: "")
        #expect(try kept(desk).keys.sorted() == ["to-desk@example.com"])
        await desk.runAlone("remind", "--format", "mail", "--command", patient).expect(out: "", err: "")
        #expect(try kept(desk).isEmpty)
    }

    @Test("two refusals: the one that time does not mend ends the run, the other is a warning")
    func twoRefusals() async throws {
        let desk = try Desk.withDates()
        try desk.addressMail()
        let command = try keeper(desk, "case $DOSSIER_RECIPIENT in desk*) exit 75;; *) exit 1;; esac")
        await desk.runAlone("remind", "--format", "mail", "--command", command).expect(
            74, out: "",
            err: """
                dossier: warning: the command did not take the message for desk@example.com: it ended with 75
                dossier: error: the command did not take the message for quality@example.com: it ended with 1
                dossier: hint: nothing of it is remembered; the next run tells it again

                """)
    }

    @Test("a command that reads nothing, talks a lot or leaves something running")
    func rude() async throws {
        for command in ["true", "yes | head -c 100000 >&2", "sleep 30 > /dev/null 2>&1 & exit 0"] {
            let desk = try Desk.withDates()
            try desk.write(
                "list.csv",
                "id,title\n"
                    + (1...40).map { "PRO-1,\(String(repeating: "long \($0) ", count: 1000))\n" }.joined()
            )
            await desk.runAlone("remind", "--command", command).expect(out: "", err: "")
            await desk.runAlone("remind", "--command", command).expect(out: "", err: "")
        }
    }

    @Test("an address is asked for only where something is told")
    func noAddress() throws {
        let desk = try Desk.withDates()
        try desk.write(
            ".dossier/config.yaml", "mail:\n  owners:\n    Service desk lead: desk@example.com\n")
        desk.run("remind", "--format", "mail").expect(
            65, out: "",
            err: """
                dossier: error: no address for Supplier manager: CON-1 Contract, hosting
                dossier: hint: say mail: to: in .dossier/config.yaml

                """)
        desk.run("snooze", "CON-1", "--until", "2027-01-15").expect()
        let answer = desk.run(on: "2026-11-22", "remind", "--format", "mail")
        answer.expect(err: "")
        #expect(
            answer.out.replacing(/<2026[^>]*>/, with: "<ID>")
                == Self.toDesk.replacing("dossier@example.com", with: "dossier@localhost.localdomain"))
    }

    @Test("a template of the user's own; one that is broken names its line")
    func template() throws {
        let desk = try Desk.withDates()
        try desk.addressMail()
        let settings = desk.path + "/.dossier/config.yaml"
        let text = try String(contentsOfFile: settings, encoding: .utf8)
        try desk.write(".dossier/config.yaml", text + "  template: mine.txt\n")
        desk.run("remind", "--format", "mail").expect(
            66, out: "", err: "dossier: error: {desk}/.dossier/mine.txt: no such file or directory\n")
        try desk.write(
            ".dossier/mine.txt",
            "Dear all,\r\n{{#sections}}\r\n{{#lines}}\r\n- {{title}} & co, {{due}}\r\n{{/lines}}\r\n{{/sections}}\r\n"
        )
        desk.run("retire", "CON-1", "--reason", "ended").expect()
        let body = desk.run("remind", "--format", "mail", "--dry-run").out.split(separator: "\n\n").last
        #expect(body == "Dear all,\n- Incident procedure & co, 2026-11-30\n")
        try desk.write(".dossier/mine.txt", "Dear all,\n{{#sections}}\n{{/lines}}\n")
        desk.run("remind", "--format", "mail").expect(
            65, out: "", err: "dossier: error: mine.txt:3: section close name incorrect\n")
    }
}
