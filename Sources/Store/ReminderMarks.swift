import Certification
import GRDB

/// What was handed over when. Not part of the journal.
extension RegisterView {
    /// The day of the last run of reminders; nil when there was none.
    public func lastReminderRun() throws -> Day? {
        try Day.fetchOne(database, sql: "SELECT day FROM reminder_run")
    }

    /// What was sent through a channel, by the stable name of the item and the recipient.
    public func reminderMarks(_ channel: String) throws -> [ReminderKey: ReminderMark] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT item, recipient, due, step FROM reminder_mark WHERE channel = ?",
            arguments: [channel])
        var marks: [ReminderKey: ReminderMark] = [:]
        while let row = try rows.next() {
            let key = ReminderKey(item: try row.text(0), recipient: try row.text(1))
            marks[key] = ReminderMark(due: try row.day(2), step: try row.integer(3))
        }
        return marks
    }
}

/// To whom something was sent of which item.
public struct ReminderKey: Hashable, Sendable {
    /// The stable name of the item.
    public let item: String
    /// The address; empty where there is no other than whoever reads the output.
    public let recipient: String

    /// A reminder of an item to somebody.
    public init(item: String, recipient: String) {
        self.item = item
        self.recipient = recipient
    }
}

extension RegisterTransaction {
    /// Remembers that an item was told.
    public func mark(_ key: ReminderKey, _ channel: String, _ mark: ReminderMark) throws {
        try database.cachedStatement(
            sql:
                "INSERT OR REPLACE INTO reminder_mark (item, channel, recipient, due, step) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [key.item, channel, key.recipient, mark.due, mark.step])
    }

    /// Remembers the day of a run; never an earlier one than is known (rule RM-9).
    public func recordReminderRun(on day: Day) throws {
        try database.execute(
            sql: """
                INSERT INTO reminder_run (single, day, time) VALUES (1, ?, ?) ON CONFLICT (single) DO UPDATE SET
                    day = max(day, excluded.day), time = excluded.time
                """, arguments: [day, time])
    }
}
