/// When reminders of an item are sent: some days before, on the day, and at growing distances after it.
///
/// A step is a number of days: positive before the due day, 0 on it, negative after it. The smaller, the more urgent.
public struct ReminderPolicy: Hashable, Sendable {
    /// The leads in use unless somebody set others (default).
    public static let usualLeads = [90, 60, 30, 14, 7, 1]
    /// Recertification and expiry begin earlier (default).
    public static let longLead = 180
    /// Days after the due day; then every thirty.
    static let overdueSteps = [1, 7, 14, 30]

    /// Whole days before the due day, the longest first.
    public let leads: [Int]
    /// On which days reminders are sent.
    public let workdays: Workdays

    /// A policy with these leads.
    public init(leads: [Int] = usualLeads, workdays: Workdays = Workdays()) {
        self.leads = Array(Set(leads)).sorted(by: >)
        self.workdays = workdays
    }

    /// The day on which a step is sent: a lead moves earlier, an overdue step later (rule RM-6).
    public func sendDay(of step: Int, due: Day) -> Day {
        let day = due.adding(days: -step)
        return step >= 0 ? workdays.onOrBefore(day) : workdays.onOrAfter(day)
    }

    /// The most urgent step that is reached on a day (rules RM-1, RM-2); nil when none is. What lasts several days is
    /// overdue after its last one.
    public func mostUrgent(due: Day, until end: Day? = nil, today: Day, isLong: Bool) -> Int? {
        let end = end ?? due
        let late = today.days(since: end)
        if late > 0, let step = overdue(due: end, today: today, late: late) { return step }
        return steps(isLong).last { sendDay(of: $0, due: due) <= today }
    }

    /// The steps up to the due day, the least urgent first.
    func steps(_ isLong: Bool) -> [Int] {
        let before = isLong && !leads.contains(Self.longLead) ? [Self.longLead] + leads : leads
        return before.sorted(by: >) + [0]
    }

    /// The days before its date on which an item is told, the longest first.
    public func leads(of item: DueItem) -> [Int] { steps(item.isLong).filter { $0 > 0 } }

    /// The last overdue step that is reached; a step on a holiday waits for the next working day.
    private func overdue(due: Day, today: Day, late: Int) -> Int? {
        let far = stride(from: 60, through: max(60, late), by: 30).filter { $0 <= late }
        return (Self.overdueSteps.filter { $0 <= late } + far)
            .last { sendDay(of: -$0, due: due) <= today }.map { -$0 }
    }

    /// The day of the next step after today; nil when none is left before the due day.
    public func nextSendDay(due: Day, today: Day, isLong: Bool) -> Day? {
        steps(isLong).map { sendDay(of: $0, due: due) }.first { $0 > today }
    }
}
