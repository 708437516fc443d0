/// On which days reminders are sent: Monday to Friday without holidays (rule RM-6). Due dates never move.
public struct Workdays: Hashable, Sendable {
    private let holidays: Set<Day>

    /// Days without work beside Saturdays and Sundays.
    public init(holidays: some Sequence<Day> = []) { self.holidays = Set(holidays) }

    /// Whether somebody reads reminders on a day.
    public func contains(_ day: Day) -> Bool { !day.isWeekend && !holidays.contains(day) }

    /// The day itself or the last working day before it. A calendar that is all holidays moves nothing.
    public func onOrBefore(_ day: Day) -> Day { moved(day, by: -1) }

    /// The day itself or the first working day after it.
    public func onOrAfter(_ day: Day) -> Day { moved(day, by: 1) }

    /// How far a day is moved at the most.
    private static let furthest = 60

    private func moved(_ day: Day, by step: Int) -> Day {
        for count in 0...Self.furthest {
            let candidate = day.adding(days: count * step)
            if contains(candidate) { return candidate }
        }
        return day
    }
}

extension Day {
    /// 0 for Monday to 6 for Sunday. 1 January 1970 was a Thursday.
    public var weekday: Int { (ordinal + 3).flooredRemainder(by: 7) }

    var isWeekend: Bool { weekday >= 5 }
}
