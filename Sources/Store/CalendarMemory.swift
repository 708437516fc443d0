import Certification
import GRDB

/// What calendars are told. Not part of the journal.
extension RegisterView {
    /// What a calendar shows on a day of the items that `isShown` lets through. Nothing is remembered, so what calendars
    /// were not told yet counts as changed with the newest entry of the journal: the same register, the same calendar.
    public func calendar(on day: Day, where isShown: @escaping (DueItem) -> Bool) throws -> CalendarWalk {
        try CalendarWalk(self, on: day, now: try newestFact().time, memory: nil, where: isShown)
    }
}

extension RegisterTransaction {
    /// The same, and what calendars are told is remembered.
    public func calendar(on day: Day, where isShown: @escaping (DueItem) -> Bool) throws -> CalendarWalk {
        try CalendarWalk(
            view, on: day, now: time, memory: try CalendarMemory(database), where: isShown)
    }
}

/// Writes down what calendars are told.
struct CalendarMemory {
    private let keeping: Statement
    private let forgetting: Statement

    init(_ database: Database) throws {
        keeping = try database.makeStatement(
            sql: """
                INSERT OR REPLACE INTO calendar_item (uid, state, sequence, modified, ended)
                VALUES (?, ?, ?, ?, ?)
                """)
        forgetting = try database.makeStatement(sql: "DELETE FROM calendar_item WHERE uid = ?")
    }

    /// Keeps what was told of a name, or forgets the name.
    func keep(_ record: CalendarRecord?, of key: String) throws {
        guard let record else { return try forgetting.execute(arguments: [key]) }
        try keeping.execute(
            arguments: [key, record.state, record.sequence, record.modified, record.ended])
    }
}
