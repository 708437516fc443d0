/// What a rule says of a certificate on a day: a date to keep, whether it was kept, and what that rests on.
public struct RuleOutcome: Hashable, Sendable {
    /// How it stands (rule SV-4 uses these words for surveillance; the others follow).
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// Nothing to be done yet.
        case open
        /// An audit is planned in time.
        case planned
        /// Inside the lead time, and nothing is planned.
        case due
        /// Done in time.
        case ok
        /// Done, but late.
        case late
        /// Not done, and the day is past.
        case overdue
        /// A fact to know, without anything to do.
        case noted
    }

    /// Something that the rule was computed from: `decision 2026-05-14`.
    public struct Input: Hashable, Sendable, Codable {
        /// What it is: `decision`, or the key of a setting.
        public let name: String
        /// As it is written.
        public let value: String
    }

    /// The rule.
    public let rule: CycleRule
    /// Which of several dates of the rule in one cycle: a calendar year, a finding; nil where there is one.
    public let detail: String?
    /// The cycle that it belongs to; 0 before the first decision.
    public let cycle: Int
    /// How much it weighs if nothing is done.
    public let severity: CheckSeverity
    /// How it stands on the day.
    public let status: Status
    /// What is to be done, or is so, in the words of the field.
    public let title: String
    /// The latest day; nil for what has none.
    public let due: Day?
    /// The days between which the body plans it.
    public let window: Period?
    /// The day on which it was done.
    public let met: Day?
    /// What it was computed from.
    public let inputs: [Input]
    /// What follows where it is not kept, or what else is to be known; nil where the title says all.
    public let remark: String?

    /// Days to spare: from what was done to the latest day, or from the day asked about; negative when late.
    public func margin(on day: Day) -> Int? { due.map { $0.days(since: met ?? day) } }

    /// Whether somebody has to do something about it.
    public var isOpen: Bool { [.open, .planned, .due, .overdue].contains(status) }

    /// The stable name of the item within its certificate: `SV-2.2028`.
    public var name: String { ([rule.rawValue] + [detail].compactMap(\.self)).joined(separator: ".") }
}

/// How a date stands: by what was done, by what is planned, and by the day asked about.
public enum Punctuality {
    /// Days before a date from which it is due (default).
    public static let lead = 90

    /// The status of a date. Deadlines are inclusive (rule DA-4).
    public static func status(due: Day, met: Day?, planned: Day?, on day: Day, lead: Int = lead)
        -> RuleOutcome.Status
    {
        if let met { return met <= due ? .ok : .late }
        if due < day { return .overdue }
        if let planned, planned <= due { return .planned }
        return due.days(since: day) <= lead ? .due : .open
    }
}
