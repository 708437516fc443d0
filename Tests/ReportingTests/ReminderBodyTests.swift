import Testing

@testable import Reporting

@Suite("Bodies of reminders")
struct ReminderBodyTests {
    private func line(_ title: String, owner: String? = nil, movedFrom: String? = nil) -> ReminderBody.Line {
        ReminderBody.Line(
            word: "in 8 days", due: "2026-11-30", what: "PRO-1", rule: "review", title: title, owner: owner,
            movedFrom: movedFrom)
    }

    @Test("the usual text: sections with their items")
    func usual() throws {
        let text = try ReminderBody.text(
            organization: "ACME Ltd", day: "2026-11-22",
            sections: [
                (title: "Overdue", lines: [line("one"), line("two", owner: "Berg")]),
                (
                    title: "Moved",
                    lines: [
                        line("three", movedFrom: "2026-10-01"),
                        line("four", owner: "A", movedFrom: "2026-10-02"),
                    ]
                ),
            ], template: nil)
        #expect(
            text == """
                ACME Ltd, 2026-11-22

                Overdue

                  in 8 days  2026-11-30  PRO-1  review
                    one

                  in 8 days  2026-11-30  PRO-1  review
                    two
                    answered for by Berg

                Moved

                  in 8 days  2026-11-30  PRO-1  review
                    three
                    it was due on 2026-10-01

                  in 8 days  2026-11-30  PRO-1  review
                    four
                    answered for by A
                    it was due on 2026-10-02

                Each date is told once, and again as it comes nearer. What a rule asks for:
                dossier due --explain RULE
                To hear nothing of an item until a day:
                dossier snooze ITEM --until DAY

                """)
    }

    @Test("texts of strangers stay within their line, and are no markup")
    func hostile() throws {
        let text = try ReminderBody.text(
            organization: "A\n\nB <b>&\"'{{day}}", day: "2026-11-22",
            sections: [
                (title: "Later", lines: [line("x\r\n\r\ny\u{0}\u{202E}z {{{organization}}}", owner: "\n.\n")])
            ],
            template: .init(
                name: "mine.txt",
                text: "{{organization}}\n{{#sections}}{{#lines}}{{title}}|{{owner}}{{/lines}}{{/sections}}\n")
        )
        #expect(text == "A  B <b>&\"'{{day}}\nx    y[U+0000][U+202E]z {{{organization}}}| . \n")
    }

    @Test("a template with the line ends of other systems, and one that is broken")
    func templates() throws {
        let template = ReminderBody.Template(name: "mine.txt", text: "\u{FEFF}{{organization}}\r\nline\r\n")
        #expect(
            try ReminderBody.text(organization: "A", day: "", sections: [], template: template) == "A\nline\n"
        )
        #expect(throws: TemplateProblem(template: "mine.txt:2", problem: "section close name incorrect")) {
            try ReminderBody.text(
                organization: "A", day: "", sections: [],
                template: .init(name: "mine.txt", text: "{{#lines}}\n{{/line}}\n"))
        }
    }
}
