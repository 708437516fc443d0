import Certification
import GRDB

/// What a calendar shows, one name after the other: what has a date and what calendars were told of it are read side by
/// side, in the order of names. Lives as long as the transaction that it is read in.
public struct CalendarWalk {
    /// One name, before and after.
    private struct Step {
        /// The item or, where it is no more, what is remembered of it.
        let item: DueItem
        /// What calendars were told; nil for what is new.
        let before: CalendarRecord?
        /// What they are to be told; nil once that is over.
        let after: CalendarRecord?
    }

    private let day: Day
    private let now: Timestamp
    private let isShown: (DueItem) -> Bool
    private let memory: CalendarMemory?
    private var items: ArraySlice<DueItem>
    private let rows: RowCursor
    private var told: (key: String, record: CalendarRecord)?

    /// - Parameters:
    ///   - memory: where it is written down what calendars are told; nil where it is not.
    ///   - isShown: what else is there is neither shown nor touched.
    init(
        _ view: RegisterView, on day: Day, now: Timestamp, memory: CalendarMemory?,
        where isShown: @escaping (DueItem) -> Bool
    ) throws {
        (self.day, self.now, self.memory, self.isShown) = (day, now, memory, isShown)
        items = try view.itemsByName(on: day)[...]
        rows = try Row.fetchCursor(
            view.database,
            sql: "SELECT uid, state, sequence, modified, ended FROM calendar_item ORDER BY uid")
        try advance()
    }

    /// The next item with what calendars are to be told of it.
    public mutating func next() throws -> (item: DueItem, record: CalendarRecord)? {
        while let step = try step() {
            guard isShown(step.item) else { continue }
            // The row of this name was read, and none behind it is written: no row is met twice.
            if step.after != step.before { try memory?.keep(step.after, of: step.item.key) }
            if let record = step.after { return (step.item, record) }
        }
        return nil
    }

    private mutating func step() throws -> Step? {
        guard let item = items.first, told.map({ !$0.key.precedes(item.key) }) ?? true else {
            return try gone()
        }
        let before = told.flatMap { $0.key == item.key ? $0.record : nil }
        if before != nil { try advance() }
        // Of several dates of one name the earliest counts.
        items = items.drop { $0.key == item.key }
        return Step(
            item: item, before: before,
            after: CalendarRecord(after: before, showing: item.calendarState, now: now))
    }

    private mutating func gone() throws -> Step? {
        guard let (key, record) = told else { return nil }
        guard let item = DueItem(key: key, calendarState: record.state) else {
            throw RowValueError(what: "an item of a calendar", text: record.state)
        }
        try advance()
        return Step(item: item, before: record, after: record.gone(on: day, now: now))
    }

    private mutating func advance() throws {
        told = try rows.next().map { row in
            (
                try row.text(0),
                CalendarRecord(
                    state: try row.text(1), sequence: try row.integer(2), modified: try row.value(3),
                    ended: try row.dayIfAny(4))
            )
        }
    }
}

extension RegisterView {
    /// Everything with a date, as the table of calendars is ordered.
    fileprivate func itemsByName(on day: Day) throws -> [DueItem] {
        var items: [DueItem] = []
        try forEachDueItem(on: day) { items.append($0) }
        items.sort { $0.key == $1.key ? $0.due < $1.due : $0.key.precedes($1.key) }
        return items
    }
}

extension String {
    /// The order of the database: by octets.
    fileprivate func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
