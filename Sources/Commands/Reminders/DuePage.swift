import Certification
import Store

/// Everything with a date, as programs read it; `DuePage+Table` shows it to people.
struct DuePage: Listing {
    struct Line: Encodable {
        let key: String
        let status: DueItem.Status
        let due: Day
        /// The last day of a planned audit.
        let until: Day?
        /// Days from the day asked about to the due day; negative when overdue.
        let days: Int
        let source: DueItem.Source
        let subject: String
        let standard: String?
        let rule: String
        let severity: CheckSeverity
        let title: String
        let owner: String?
        let certificate: String?
        let snoozedUntil: Day?
    }

    let day: Day
    let until: Day
    let lastReminders: Day?
    let items: [Line]
    /// Days since the last run of reminders; nil when there was none.
    let silence: Int?

    private enum CodingKeys: String, CodingKey {
        case day, until, lastReminders, items
    }

    /// - Parameter rule: all dates of this rule are meant, however far they lie.
    init(_ view: RegisterView, on day: Day, within: Span, filter: DueFilter, rule: String?, today: Day) throws
    {
        self.day = day
        let horizon = day.adding(within)
        until = horizon
        lastReminders = try view.lastReminderRun()
        silence = lastReminders.map { today.days(since: $0) }
        let snoozes = try view.snoozes()
        var found: [DueItem] = []
        try view.forEachDueItem(on: day, until: rule == nil ? horizon : nil) { item in
            let isMeant = rule.map { $0.lowercased() == item.rule.lowercased() } ?? (item.due <= horizon)
            if isMeant, filter.lets(item) { found.append(item) }
        }
        found.sort(by: DueItem.isBefore)
        items = found.map { Line($0, on: day, snoozes[$0.key]) }
    }

    func count(_ status: DueItem.Status) -> Int { items.count { $0.status == status } }

    /// 20 for something overdue, 10 for something due, 0 for nothing.
    var status: ExitStatus {
        if count(.overdue) > 0 { return .overdue }
        return items.isEmpty ? .done : .dueSoon
    }

    static let header = [
        "key", "status", "due", "until", "days", "source", "subject", "standard", "rule", "severity", "title",
        "owner",
        "certificate", "snoozed_until",
    ]

    var rows: [[String]] {
        items.map {
            [
                $0.key, $0.status.rawValue, $0.due.description, $0.until?.description ?? "", "\($0.days)",
                $0.source.rawValue, $0.subject, $0.standard ?? "", $0.rule, $0.severity.rawValue, $0.title,
                $0.owner ?? "", $0.certificate ?? "", $0.snoozedUntil?.description ?? "",
            ]
        }
    }
}

extension DuePage.Line {
    init(_ item: DueItem, on day: Day, _ snoozedUntil: Day?) {
        key = item.key
        status = item.status(on: day)
        due = item.due
        until = item.until == item.due ? nil : item.until
        days = item.daysLeft(on: day)
        source = item.source
        subject = item.subject
        standard = item.standard
        rule = item.rule
        severity = item.severity
        title = item.title
        owner = item.owner
        certificate = item.certificate
        self.snoozedUntil = snoozedUntil.flatMap { $0 > day ? $0 : nil }
    }
}
