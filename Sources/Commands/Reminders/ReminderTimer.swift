import ArgumentParser
import Certification
import Reporting
import Store

/// What runs reminders every working day.
enum TimerKind: String, ExpressibleByArgument, CaseIterable {
    case systemd, cron, schtasks
}

/// The lines that let a scheduler run `dossier remind` for a register.
struct ReminderTimer {
    private let kind: TimerKind
    private let words: [String]
    private let facts: TimerText.Facts

    init(_ kind: TimerKind, _ command: RemindCommand, _ register: Register, _ session: Session) throws {
        self.kind = kind
        let program = session.environment["DOSSIER_PROGRAM"] ?? "/usr/local/bin/dossier"
        let folder = register.location.folder
        words =
            [program, "-C", folder, "remind"]
            + (command.format == .text ? [] : ["--format", command.format.rawValue])
            + (command.command.map { ["--command", $0] } ?? [])
        facts = TimerText.Facts(
            organization: try register.read { try $0.organization() }, user: session.user, command: words,
            folder: register.location.directory)
    }

    func show(_ console: Console) throws -> ExitStatus {
        switch kind {
        case .systemd: try showUnits(console)
        case .cron:
            try console.say(
                "# Every working day at 7:30; what is printed is mailed by cron. Add with: crontab -e")
            try console.say("30 7 * * 1-5  \(words.map(Self.cronQuoted).joined(separator: " "))")
        case .schtasks:
            let run = words.map { $0.contains(" ") ? "\\\"\($0)\\\"" : $0 }.joined(separator: " ")
            try console.say(
                "schtasks /Create /TN DossierRemind /SC WEEKLY /D MON,TUE,WED,THU,FRI /ST 07:30 /TR \"\(run)\""
            )
        }
        return .done
    }

    private func showUnits(_ console: Console) throws {
        for name in ["dossier-remind.service", "dossier-remind.timer"] {
            try console.say("# /etc/systemd/system/\(name)")
            try console.page(try TimerText.unit(name, facts))
        }
        console.tell(
            "Next: save both files, then: systemctl daemon-reload && systemctl enable --now dossier-remind.timer"
        )
    }

    /// As a shell reads it; to cron a percent sign is a line break.
    private static func cronQuoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || "-_./@:=+,".utf8.contains($0)
        }
        if isPlain, !word.isEmpty { return word }
        return "'\(word.replacing("'", with: "'\\''"))'".replacing("%", with: "\\%")
    }
}
