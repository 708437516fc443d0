import Certification

/// The dates as people read them.
extension DuePage {
    /// Days after which somebody should ask why reminders stopped.
    private static let patience = 7

    func show(_ console: Console) throws {
        guard !items.isEmpty else {
            try console.say("Nothing is due until \(until).")
            return tellReminders(console)
        }
        try console.say("Due on \(day): \(sentence)", .strong)
        let lines = table.lines(width: console.width)
        for (item, line) in zip(items, lines) {
            guard let style = item.style else { try console.say(line); continue }
            try console.say(line, marking: item.word, style)
        }
        tellReminders(console)
        if let first = items.first { console.tell("Next: dossier due --explain \(first.rule)") }
    }

    private var sentence: String {
        let counts = DueItem.Status.allCases.filter { count($0) > 0 }.map { status in
            status == .due ? "\(count(.due)) due" : "\(count(status)) \(status.rawValue)"
        }
        return counts.joined(separator: ", ") + ", until \(until)"
    }

    private var table: TextTable {
        var table = TextTable(
            columns: [
                .init("status"), .init("due"), .init("days", .right), .init("what"), .init("rule"),
                .init("title", shrinks: true), .init("owner", shrinks: true),
            ], titled: false)
        table.rows = items.map { item in
            [
                item.word, item.due.description, item.days > 0 ? "+\(item.days)d" : "\(item.days)d",
                item.what,
                item.rule, item.title + (item.snoozedUntil.map { " (snoozed until \($0))" } ?? ""),
                item.owner ?? "",
            ]
        }
        return table
    }

    /// A reminder tool that silently died is the worst case.
    private func tellReminders(_ console: Console) {
        guard let lastReminders, let silence else {
            return console.tell("Reminders never ran. Next: dossier remind --dry-run")
        }
        if silence > Self.patience {
            console.warn(
                "reminders last ran on \(lastReminders), \(silence) days ago; see dossier remind --print-timer cron"
            )
        } else {
            console.tell("Reminders last ran on \(lastReminders).")
        }
    }

    /// One line in the form that Nagios and its kin read: status, sentence, figures.
    func monitor(_ console: Console) throws -> ExitStatus {
        let (overdue, due) = (count(.overdue), items.count - count(.overdue))
        let word = overdue > 0 ? "CRITICAL" : due > 0 ? "WARNING" : "OK"
        let first = items.first.map { ": \($0.due) \($0.what) \($0.rule) \($0.title)" } ?? ""
        try console.say(
            "DOSSIER \(word) - \(overdue) overdue, \(due) due until \(until)\(first.replacing("|", with: "/")) | overdue=\(overdue) due=\(due)"
        )
        return overdue > 0 ? .critical : due > 0 ? .answerIsNo : .done
    }
}

extension DuePage.Line {
    /// `OVERDUE`, `DUE 14d`, `PLANNED`, `LATER`
    var word: String {
        switch status {
        case .overdue: "OVERDUE"
        case .due: "DUE \(days)d"
        case .planned: "PLANNED"
        case .later: "LATER"
        }
    }

    /// The standard of a certificate with its identifier, or the item itself.
    var what: String { [standard, subject].compactMap(\.self).joined(separator: " ") }

    fileprivate var style: Style? {
        switch status {
        case .overdue: .bad
        case .due: .warning
        case .planned, .later: nil
        }
    }
}
