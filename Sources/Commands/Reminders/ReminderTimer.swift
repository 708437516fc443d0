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
    private let user: String
    private let facts: TimerText.Facts

    init(_ kind: TimerKind, _ command: RemindCommand, _ register: Register, _ session: Session) throws {
        self.kind = kind
        user = session.user
        words =
            [session.program, "-C", register.location.folder, "remind"]
            + (command.format == .text ? [] : ["--format", command.format.rawValue])
            + (command.command.map { ["--command", $0] } ?? [])
        if let broken = words.first(where: { $0.contains { $0.isNewline || $0 == "\0" } }) {
            throw Failure(.unusableData, "a timer takes one line, not \"\(broken)\"")
        }
        facts = TimerText.Facts(
            organization: try register.read { try $0.organization() }, user: user, command: words,
            folder: register.location.directory)
    }

    func show(_ console: Console) throws -> ExitStatus {
        switch kind {
        case .systemd: try showUnits(console)
        case .cron:
            try console.say(
                "# Every working day at 7:30; what is printed is mailed by cron. Add with: crontab -e")
            try console.say("30 7 * * 1-5  \(TimerText.cron(words))")
        case .schtasks:
            try console.say(
                "schtasks /Create /TN DossierRemind /SC WEEKLY /D MON,TUE,WED,THU,FRI /ST 07:30 /TR "
                    + TimerText.schtasks(words))
        }
        return .done
    }

    private func showUnits(_ console: Console) throws {
        for name in ["dossier-remind.service", "dossier-remind.timer"] {
            try console.say("# /etc/systemd/system/\(name)")
            try console.page(try TimerText.unit(name, facts))
        }
        if user == "root" { console.warn("the unit runs as root; let a user own the register") }
        console.tell(
            "Next: save both files, then: systemctl daemon-reload && systemctl enable --now dossier-remind.timer"
        )
    }
}
