import Certification

/// One date of a calendar: whole days, without a time and without a zone.
public struct CalendarEvent: Hashable, Sendable {
    /// How far it can be relied on (RFC 5545 3.8.1.11).
    public enum Status: String, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
    }

    /// The name by which calendars know it again; never made of the date, never drawn by lot.
    public let uid: String
    /// When something that is shown last changed.
    public let modified: Timestamp
    /// How often it changed.
    public let sequence: Int
    /// The first and the last day, both included.
    public let days: Period
    /// How far it can be relied on.
    public let status: Status
    /// Whether somebody is busy with it all day.
    public let isBusy: Bool
    /// One line.
    public let summary: String
    /// The lines of the description.
    public let description: [String]
    /// Words to find it by.
    public let categories: [String]
    /// Days before the first one on which calendars ring.
    public let alarms: [Int]

    /// The last day with a day after it that the format can say (RFC 5545 3.3.4: four digits of a year). What expires
    /// later than this holds for ever.
    static let lastDay = Day(year: 9999, month: 12, day: 30) ?? Day(ordinal: 0)
}

extension CalendarEvent {
    /// An item as calendars are told of it; nil where it is no date for a calendar. Texts of strangers are made harmless
    /// here.
    ///
    /// - Parameters:
    ///   - identity: the register, which no other has.
    ///   - rule: what the rule of the item says; nil for a rule that is no longer known.
    public init?(
        _ item: DueItem, _ record: CalendarRecord, identity: String, rule: DueRuleWords?, alarms: [Int]
    ) {
        guard let days = Period(item.due, max(item.due, item.until ?? item.due)),
            days.first.components.year > 0, days.last <= Self.lastDay
        else { return nil }
        self.days = days
        uid = "\(item.key)@\(identity)"
        (modified, sequence) = (record.modified, record.sequence)
        status = record.ended != nil ? .cancelled : item.isSettled ? .confirmed : .tentative
        isBusy = item.isBusy && record.ended == nil
        summary = ShownText.line("\(item.subject) \(item.rule): \(item.title)")
        description = [
            rule.map { "\($0.name): \($0.statement) (\($0.source))" },
            item.standard.map { "Standard: \(ShownText.line($0))" },
            item.owner.map { "Owner: \(ShownText.line($0))" },
        ].compactMap(\.self)
        categories = [item.source.rawValue, item.standard.map(ShownText.line)].compactMap(\.self)
        self.alarms = record.ended == nil ? alarms : []
    }
}
