/// The tables of reminders and of the calendar, in the SQL of their day.
///
/// Only `snooze` is a decision, and rebuilt from the journal. The others say what was handed over when: they are no facts
/// about the management system, change with every run, and a replay leaves them alone.
enum ReminderSchema {
    static let tables = """
        CREATE TABLE snooze (
            item TEXT NOT NULL PRIMARY KEY,
            until TEXT NOT NULL,
            by TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reminder_mark (
            item TEXT NOT NULL,
            channel TEXT NOT NULL,
            recipient TEXT NOT NULL,
            due TEXT NOT NULL,
            step INTEGER NOT NULL,
            PRIMARY KEY (channel, item, recipient)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reminder_run (
            single INTEGER PRIMARY KEY CHECK (single = 1),
            day TEXT NOT NULL,
            time TEXT NOT NULL
        ) STRICT;
        CREATE TABLE calendar_item (
            uid TEXT NOT NULL PRIMARY KEY,
            state TEXT NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            modified TEXT NOT NULL,
            ended TEXT
        ) STRICT, WITHOUT ROWID;

        """
}
