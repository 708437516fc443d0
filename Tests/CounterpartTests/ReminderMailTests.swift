import ChildProcesses
import Foundation
import Testing

/// Reminders as other people's mail programs read and carry them.
@Suite struct ReminderMailTests {
    private let workplace: Workplace

    init() throws {
        workplace = try Workplace()
        try workplace.require(
            "init", "register", "--organization", "Müller & Søn =?utf-8?q?x?=", "--standard", "20000-1")
    }

    /// A title as somebody wrote it, and as it is to be read.
    private static let titles: [(title: String, shown: String)] = [
        ("Plain title", "Plain title"), ("Müller-訓練", "Müller-訓練"),
        ("🦊 👩‍👩‍👧 emoji", "🦊 👩‍👩‍👧 emoji"), ("שלום עולם", "שלום עולם"),
        ("=?utf-8?B?RXZpbA==?=", "=?utf-8?B?RXZpbA==?="),
        ("x\r\nBcc: evil@example.com", "x  Bcc: evil@example.com"),
        ("x\nBcc: evil@example.com\n\nbody", "x Bcc: evil@example.com  body"),
        ("=?utf-8?q?x=0ABcc=3A_evil?=", "=?utf-8?q?x=0ABcc=3A_evil?="),
        ("gnp.\u{202E}exe", "gnp.[U+202E]exe"),
        ("bell\u{7} escape\u{1B}[31m", "bell[U+0007] escape[U+001B][31m"),
        ("two  blanks, \"quoted\" <b>&amp;</b> {{day}}", "two  blanks, \"quoted\" <b>&amp;</b> {{day}}"),
        (String(repeating: "x", count: 1200), String(repeating: "x", count: 1200)),
        (String(repeating: "訓練 ", count: 400) + "end", String(repeating: "訓練 ", count: 400) + "end"),
        (
            String(repeating: "many words ", count: 150) + "end",
            String(repeating: "many words ", count: 150) + "end"
        ),
    ]

    /// One item for each title, with an owner of its own who has an address.
    private func catalogueTitles() throws {
        let rows = Self.titles.enumerated().map { number, each in
            "E-\(number),\"\(each.title.replacing("\"", with: "\"\""))\",Owner \(number),2026-11-30,a.md"
        }
        try workplace.write("text".utf8, to: "register/a.md")
        try workplace.write(
            (["id,title,owner,review,path"] + rows).joined(separator: "\n").utf8, to: "register/list.csv")
        try workplace.require("import", "list.csv", in: "register")
        let owners = Self.titles.indices.map { "    Owner \($0): owner.\($0)@example.com\n" }.joined()
        try workplace.write(
            "mail:\n  from: dossier@example.com\n  owners:\n\(owners)".utf8,
            to: "register/.dossier/config.yaml")
    }

    private struct Expected: Encodable {
        let to: String
        let subject: String
        let body: [String]
    }

    /// What each message has to say, by the name of its file.
    private func expect(_ name: (Int) -> String) throws {
        let expected = Self.titles.enumerated().map { number, each in
            (
                name(number),
                Expected(
                    to: "owner.\(number)@example.com",
                    subject: "DUE 8d: review \(each.shown) (2026-11-30)",
                    body: [
                        "Müller & Søn =?utf-8?q?x?=, 2026-11-22", "    \(each.shown)",
                        "    answered for by Owner \(number)",
                    ])
            )
        }
        let encoder = JSONEncoder()
        try workplace.write(
            encoder.encode(Dictionary(uniqueKeysWithValues: expected)), to: "register/expected.json")
    }

    @Test func pythonReadsWhatWasMeant() throws {
        guard Counterpart.python.isThere() else { return }
        try catalogueTitles()
        try workplace.require(
            "remind", "--format", "mail", "--command", "cat > \"$DOSSIER_RECIPIENT\"", in: "register")
        try expect { "owner.\($0)@example.com" }
        let outcome = try Counterpart.script(
            "check_mail.py", ["expected.json"], in: workplace.path("register"))
        #expect(outcome.status == 0, outcome.told)
        #expect(outcome.output.hasPrefix("\(Self.titles.count) messages\n"))
    }

    @Test func msmtpCarriesEachMessageOnce() throws {
        guard Counterpart.python.isThere(), Counterpart.msmtp.isThere() else { return }
        try catalogueTitles()
        let sink = try MailSink(workplace, folder: "register")
        let send = ["remind", "--format", "mail", "--command", "msmtp -C ../msmtprc -t"]
        let path = ["PATH": Counterpart.searchPath]
        try sink.configure("msmtprc")
        let first = try workplace.dossier(send, in: "register", environment: path)
        #expect(first.status == 0, first.told)
        #expect(first.output + first.errors == "")
        #expect(sink.recipients == Self.titles.indices.map { "owner.\($0)@example.com" }.sorted())
        let second = try workplace.dossier(send, in: "register", environment: path)
        #expect(second.status == 0 && second.output + second.errors == "", second.told)
        #expect(sink.recipients.count == Self.titles.count)
        try sink.dropNumbers()
        try expect { "owner.\($0)@example.com" }
        let outcome = try Counterpart.script(
            "check_mail.py", ["expected.json"], in: workplace.path("register"))
        #expect(outcome.status == 0, outcome.told)
        try sink.end()
    }

    @Test func aServerThatIsAwayIsTriedAgain() throws {
        guard Counterpart.python.isThere(), Counterpart.msmtp.isThere() else { return }
        try catalogueTitles()
        let send = ["remind", "--format", "mail", "--command", "msmtp -C ../msmtprc -t"]
        let path = ["PATH": Counterpart.searchPath]
        let gone = try MailSink(workplace, folder: "register")
        try gone.configure("msmtprc")
        try gone.end()
        let refused = try workplace.dossier(send, in: "register", environment: path)
        #expect(refused.status == 75, refused.told)
        #expect(refused.errors.contains("the command did not take the message for owner.0@example.com"))
        let sink = try MailSink(workplace, folder: "register")
        try sink.configure("msmtprc")
        let taken = try workplace.dossier(send, in: "register", environment: path)
        #expect(taken.status == 0, taken.told)
        #expect(sink.recipients.count == Self.titles.count)
        try sink.end()
    }
}
