/// What lets a scheduler run reminders: each reads a command line in its own way.
public enum TimerText {
    /// What the units of systemd are filled with. Everything is one line, and quoted as systemd reads it
    /// (systemd.syntax(7)).
    public struct Facts: Sendable {
        let organization: String
        let user: String
        let command: String
        let folder: String

        /// The command as words; the folder is the one that the register needs to write.
        public init(organization: String, user: String, command: [String], folder: String) {
            self.organization = ShownText.line(organization).replacing("%", with: "%%")
            self.user = user
            // A dollar sign begins a variable in a command line, and only there.
            self.command = command.map { TimerText.quoted($0).replacing("$", with: "$$") }
                .joined(separator: " ")
            self.folder = TimerText.quoted(folder)
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

    /// A percent sign begins a specifier.
    private static func quoted(_ word: String) -> String {
        if isPlain(word) { return word }
        let escaped = word.replacing("%", with: "%%").replacing("\\", with: "\\\\")
            .replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }

    /// As a shell reads it; to cron a percent sign is a line break, quoted or not (crontab(5)).
    public static func cron(_ words: [String]) -> String {
        words.map { word in
            isPlain(word) ? word : word.quotedForShell.replacing("%", with: "\\%")
        }.joined(separator: " ")
    }

    /// As the task scheduler of Windows takes it: one text, for the Linux below Windows in which the program runs.
    public static func schtasks(_ words: [String]) -> String {
        let line = (["wsl.exe", "--exec"] + words).map { isPlain($0) ? $0 : windowsQuoted($0) }
        return windowsQuoted(line.joined(separator: " "))
    }

    /// Backslashes count only before a quotation mark; there each is doubled.
    private static func windowsQuoted(_ word: String) -> String {
        var (quoted, backslashes) = ("\"", "")
        for character in word {
            if character == "\\" {
                backslashes += "\\"
                continue
            }
            quoted += character == "\"" ? backslashes + backslashes + "\\\"" : backslashes + "\(character)"
            backslashes = ""
        }
        return quoted + backslashes + backslashes + "\""
    }

    /// Whether a word means itself to every scheduler.
    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty
            && word.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || "-_./@:=+,".utf8.contains($0)
            }
    }
}
