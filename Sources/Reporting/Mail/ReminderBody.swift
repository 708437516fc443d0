/// The body of a message of reminders, from the shipped template or the user's own.
public enum ReminderBody {
    /// One item as the template shows it.
    public struct Line: Sendable {
        let values: [String: String?]

        /// The words of an item; whatever strangers wrote is made harmless here.
        public init(
            word: String, due: String, what: String, rule: String, title: String, owner: String?,
            movedFrom: String?
        ) {
            values = [
                "word": word, "due": due, "what": what, "rule": rule, "title": title, "owner": owner,
                "movedFrom": movedFrom,
            ].mapValues { $0.map(ShownText.line) }
        }
    }

    /// A template of the user's own.
    public struct Template: Sendable {
        /// How an error speaks of it.
        let name: String
        let text: String

        /// A template from a file, whose lines may end as on other systems.
        public init(name: String, text: String) {
            self.name = name
            let content = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
            self.text = content.replacing("\r\n", with: "\n")
        }
    }

    /// The text; `sections` in their order with their titles. Without a template of the user's own it is the shipped one.
    public static func text(
        organization: String, day: String, sections: [(title: String, lines: [Line])], template: Template?
    ) throws(TemplateProblem) -> String {
        let values: TemplateValues = [
            "organization": ShownText.line(organization), "day": day,
            "sections": sections.map { section in
                ["title": section.title, "lines": section.lines.map(\.forTemplate)] as TemplateValues
            },
        ]
        guard let template else { return try TemplateRenderer.render("mail/reminder.txt", values) }
        return try TemplateRenderer.render(text: template.text, named: template.name, values)
    }
}

extension ReminderBody.Line {
    fileprivate var forTemplate: TemplateValues { values.mapValues(\.forTemplate) }
}
