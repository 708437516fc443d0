/// What calendars were last told of an item.
///
/// Calendars recognize an event by its name, and take a later state of it for the one with the higher number
/// (RFC 5545 3.8.7.4). So number and time stay as they are until something that is shown changes.
public struct CalendarRecord: Hashable, Sendable {
    /// What was shown, as `DueItem.calendarState` writes it.
    public let state: String
    /// How often that changed.
    public let sequence: Int
    /// When it last changed.
    public let modified: Timestamp
    /// The day on which the item was first seen to be done or called off; nil while it is there.
    public let ended: Day?

    /// How long calendars are told that an item is no more: one cycle (default).
    public static let cycle = Months(36)

    /// What was told, as it was stored.
    public init(state: String, sequence: Int, modified: Timestamp, ended: Day?) {
        self.state = state
        self.sequence = sequence
        self.modified = modified
        self.ended = ended
    }

    /// What is to be told of an item that shows a state, after what was told of it before.
    public init(after told: CalendarRecord?, showing state: String, now: Timestamp) {
        guard let told else {
            self.init(state: state, sequence: 0, modified: now, ended: nil)
            return
        }
        self = told.state == state && told.ended == nil ? told : told.changed(to: state, ended: nil, now)
    }

    /// What is to be told of an item that is there no more; nil once all have heard of it.
    public func gone(on day: Day, now: Timestamp) -> CalendarRecord? {
        guard let ended else { return changed(to: state, ended: day, now) }
        return day <= ended.adding(Self.cycle) ? self : nil
    }

    /// A clock that was set back makes no state older than the one before.
    private func changed(to state: String, ended: Day?, _ now: Timestamp) -> CalendarRecord {
        CalendarRecord(
            state: state, sequence: sequence + 1, modified: max(modified, now), ended: ended)
    }
}
