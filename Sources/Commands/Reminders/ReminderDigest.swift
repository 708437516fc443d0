import Certification
import Store

/// One item in a message, and why it is in it.
struct ReminderLine: Encodable {
    /// Where it stands in a message.
    enum Section: String, Encodable, CaseIterable {
        case overdue, soon, later, moved

        /// Days from which an item is no longer due soon.
        static let soonDays = 7

        var title: String {
            switch self {
            case .overdue: "Overdue"
            case .soon: "Due in \(Self.soonDays) days"
            case .later: "Later"
            case .moved: "Moved"
            }
        }
    }

    let section: Section
    let key: String
    let due: Day
    let days: Int
    /// The day on which it was due the last time it was told.
    let movedFrom: Day?
    let subject: String
    let standard: String?
    let rule: String
    let severity: CheckSeverity
    let title: String
    let owner: String?

    init(_ item: DueItem, _ decision: ReminderDecision, today: Day) {
        key = item.key
        due = item.due
        days = item.daysLeft(on: today)
        subject = item.subject
        standard = item.standard
        rule = item.rule
        severity = item.severity
        title = item.title
        owner = item.owner
        if case .moved(let from, _) = decision {
            (movedFrom, section) = (from, .moved)
        } else {
            movedFrom = nil
            section = days < 0 ? .overdue : days <= Section.soonDays ? .soon : .later
        }
    }

    /// `OVERDUE`, `DUE 14d`, `MOVED`
    var word: String {
        switch section {
        case .overdue: "OVERDUE"
        case .soon, .later: days == 0 ? "DUE TODAY" : "DUE \(days)d"
        case .moved: "MOVED"
        }
    }

    /// `OVERDUE   2027-05-14  -5d  ISO/IEC 20000-1:2018 NW-1  SV-1  first surveillance`
    var cells: [String] {
        [
            word, movedFrom.map { "\($0) -> \(due)" } ?? due.description, days > 0 ? "+\(days)d" : "\(days)d",
            [standard, subject].compactMap(\.self).joined(separator: " "), rule,
            title + (owner.map { " (\($0))" } ?? ""),
        ]
    }
}

/// What one recipient is told in one run.
struct ReminderDigest: Encodable {
    /// The address; empty for whoever reads the output.
    let recipient: String
    let day: Day
    /// By section, then by date.
    let lines: [ReminderLine]
    /// What is remembered once it was handed over.
    let marks: [(ReminderKey, ReminderMark)]

    /// As JSON it is for whoever reads the output.
    private enum CodingKeys: String, CodingKey {
        case day
        case lines = "items"
    }

    /// The lines in columns, as a terminal or a message shows them.
    var table: [String] {
        var table = TextTable(
            columns: [
                .init("status"), .init("due"), .init("days", .right), .init("what"), .init("rule"),
                .init("title"),
            ], titled: false)
        table.rows = lines.map(\.cells)
        return table.lines(width: nil)
    }
}
