/// The files that let systemd run reminders.
public enum TimerText {
    /// What the templates are filled with. Everything is one line, and quoted as systemd reads it (systemd.syntax(7)).
    public struct Facts: Sendable {
        let organization: String
        let user: String
        let command: String
        let folder: String

        /// The command as words; the folder is the one that the register needs to write.
        public init(organization: String, user: String, command: [String], folder: String) {
            self.organization = Self.escaped(ShownText.line(organization))
            self.user = user
            self.command = command.map(Self.quoted).joined(separator: " ")
            self.folder = Self.quoted(folder)
        }

        /// A percent sign begins a specifier.
        private static func escaped(_ text: String) -> String { text.replacing("%", with: "%%") }

        private static func quoted(_ word: String) -> String {
            let plain = word.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || "-_./@:=+,".utf8.contains($0)
            }
            if plain, !word.isEmpty { return word }
            let escapedWord = escaped(word).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("$", with: "$$")
            return "\"\(escapedWord)\""
        }
    }

    /// A unit, `dossier-remind.service` or `dossier-remind.timer`.
    public static func unit(_ name: String, _ facts: Facts) throws(TemplateProblem) -> String {
        try TemplateRenderer.render(
            "systemd/\(name)",
            [
                "organization": facts.organization, "user": facts.user, "command": facts.command,
                "folder": facts.folder,
            ], partials: [])
    }
}
