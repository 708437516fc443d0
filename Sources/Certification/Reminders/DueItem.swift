/// Something with a date, from whatever source: a rule of the cycle, an item of evidence, a finding, a planned audit.
public struct DueItem: Hashable, Sendable {
    /// Where an item comes from.
    public enum Source: String, Codable, Sendable, CaseIterable {
        case certificate, evidence, finding, audit, road
    }

    /// The stable name: `NW-1.SV-1.1`. It never holds the date, and the cycle keeps the next one apart from the last.
    public let key: String
    /// What it is about: the identifier of a certificate, an item, a finding or an audit.
    public let subject: String
    /// Where it comes from.
    public let source: Source
    /// The rule: `SV-1`, or of evidence `review`, `expiry`, `record`, `period`.
    public let rule: String
    /// The latest day.
    public let due: Day
    /// The last day of a planned audit of several days; nil for a deadline.
    public let until: Day?
    /// How much it weighs if nothing is done.
    public let severity: CheckSeverity
    /// Whether an audit is planned that will do it, or is it.
    public let isPlanned: Bool
    /// What is to be done.
    public let title: String
    /// The role or person who answers for it; nil when nobody was named.
    public let owner: String?
    /// The certificate that it concerns; nil for what concerns all.
    public let certificate: String?
    /// The standard of the certificate, as the register names it; nil for what concerns none.
    public let standard: String?

    /// An item with a date.
    public init(
        key: String, subject: String, source: Source, rule: String, due: Day, until: Day? = nil,
        severity: CheckSeverity, isPlanned: Bool = false, title: String, owner: String? = nil,
        certificate: String? = nil, standard: String? = nil
    ) {
        self.key = key
        self.subject = subject
        self.source = source
        self.rule = rule
        self.due = due
        self.until = until
        self.severity = severity
        self.isPlanned = isPlanned
        self.title = title
        self.owner = owner
        self.certificate = certificate
        self.standard = standard
    }

    /// By day, then by name: the same items always come in the same order.
    public static func isBefore(_ left: DueItem, _ right: DueItem) -> Bool {
        (left.due, left.key) < (right.due, right.key)
    }
}

extension DueItem {
    /// How an item stands on a day.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case overdue, due, planned, later
    }

    /// Days left on a day: none while a planned audit is held, negative once it is overdue.
    public func daysLeft(on day: Day) -> Int {
        if day <= due { return due.days(since: day) }
        return min(0, end.days(since: day))
    }

    /// The day after which it is overdue.
    var end: Day { until ?? due }

    /// Overdue after its day, planned where an audit will do it, due within the lead time, later otherwise.
    public func status(on day: Day, lead: Int = Punctuality.lead) -> Status {
        if end < day { return .overdue }
        if isPlanned { return .planned }
        return due.days(since: day) <= lead ? .due : .later
    }
}
