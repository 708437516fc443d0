/// What was last sent of an item to somebody (rule RM-3).
public struct ReminderMark: Hashable, Sendable {
    /// The due day at that time.
    public let due: Day
    /// The most urgent step that was sent; all less urgent ones are done with it. `nothing` where only the day is known.
    public let step: Int

    /// Less urgent than every step.
    public static let nothing = Int.max

    /// What was sent.
    public init(due: Day, step: Int) {
        self.due = due
        self.step = step
    }
}

/// Whether an item is to be told, and how.
public enum ReminderDecision: Hashable, Sendable {
    case silent
    /// A further step is reached.
    case remind(step: Int)
    /// The due day is another than the last time (rule RM-3).
    case moved(from: Day, step: Int?)

    /// The mark that a hand-over leaves; nil where nothing is told.
    public func mark(due: Day) -> ReminderMark? {
        switch self {
        case .silent: nil
        case .remind(let step): ReminderMark(due: due, step: step)
        case .moved(_, let step): ReminderMark(due: due, step: step ?? ReminderMark.nothing)
        }
    }
}

extension ReminderPolicy {
    /// Rules RM-1 to RM-4 and RM-12: only the most urgent reached step is told, once; a moved day is told once, and
    /// starts anew; a snoozed item waits.
    public func decide(
        _ item: DueItem, after mark: ReminderMark?, today: Day, snoozedUntil: Day? = nil
    ) -> ReminderDecision {
        if let snoozedUntil, today < Snooze.effective(snoozedUntil, for: item) { return .silent }
        let step = mostUrgent(due: item.due, until: item.until, today: today, isLong: item.isLong)
        guard let mark else { return step.map { .remind(step: $0) } ?? .silent }
        if mark.due != item.due { return .moved(from: mark.due, step: step) }
        guard let step, step < mark.step else { return .silent }
        return .remind(step: step)
    }
}

extension DueItem {
    /// Recertification and expiry are told earlier than the rest.
    var isLong: Bool { rule.hasPrefix("RC-") || rule == "expiry" || rule.hasPrefix("TN-") }
}

/// An item of which somebody wants to hear nothing until a day.
public struct Snooze: Codable, Hashable, Sendable {
    /// The stable name of the item.
    public let item: String
    /// The first day on which it is told again; nil takes an earlier snooze back.
    public let until: Day?
    /// Who asked for it.
    public let by: String

    /// A snooze as it is recorded.
    public init(item: String, until: Day?, by: String) {
        self.item = item
        self.until = until
        self.by = by
    }

    /// A violation is never silent beyond the day before its due day (rule RM-12).
    public static func effective(_ until: Day, for item: DueItem) -> Day {
        item.severity == .error ? min(until, item.due.adding(days: -1)) : until
    }
}
