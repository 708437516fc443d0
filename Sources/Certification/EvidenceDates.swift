/// Everything about an evidence item that decides whether it holds on a given day.
public struct EvidenceDates: Hashable, Sendable {
    /// How often it must be looked at or, for records of a period, renewed.
    public let reviewEvery: Months?
    /// The next review where a day was set; goes before `reviewEvery`.
    public let reviewOn: Day?
    /// The last day on which the item holds.
    public let expires: Day?
    /// The dates of its revisions; empty while the item is only requested.
    public let revisions: [RevisionDates]
    /// Where the original lies when the register only knows that; nil otherwise.
    public let location: String?

    /// The dates of an item and of its revisions.
    public init(
        reviewEvery: Months?, reviewOn: Day?, expires: Day?, revisions: [RevisionDates],
        location: String? = nil
    ) {
        self.reviewEvery = reviewEvery
        self.reviewOn = reviewOn
        self.expires = expires
        self.revisions = revisions
        self.location = location
    }
}

extension Evidence {
    /// The item's dates together with those of its revisions.
    public func dates(of revisions: [RevisionDates]) -> EvidenceDates {
        EvidenceDates(
            reviewEvery: reviewEvery, reviewOn: reviewOn, expires: expires, revisions: revisions,
            location: location)
    }
}

/// Whether an evidence item holds on a day.
public enum Standing: String, Codable, Sendable {
    case current
    /// Its dates hold, but what was looked at for the clause has changed since.
    case suspect
    case stale
    /// No file yet, or none in force.
    case requested
}

extension EvidenceDates {
    /// How long after the end of its last period a record still speaks for the present when the item names no
    /// interval of its own: the time between two surveillance audits (default).
    public static let defaultReach = Months(12)

    /// Judges the item on a day. Pure: the same dates and day give the same answer, with every reason.
    public func judged(on day: Day) -> (standing: Standing, reasons: [Reason]) {
        if revisions.isEmpty { return (.requested, [location.map { .linkOnly($0) } ?? .noFile]) }
        let current = revisions.current(on: day)
        guard !current.isEmpty else {
            if let flaw = revisions.last?.flaw { return (.requested, [.flawed(flaw)]) }
            let first = revisions.compactMap(\.begins).min() ?? day
            return (.requested, [.notInForce(from: first)])
        }
        let reasons = expiry(on: day) + review(of: current, on: day) + reach(of: current, on: day)
        return (reasons.isEmpty ? .current : .stale, reasons)
    }

    /// The last day of validity is still valid, as with a certificate (rule DA-5).
    private func expiry(on day: Day) -> [Reason] {
        guard let expires, expires < day else { return [] }
        return [.expired(on: expires)]
    }

    private func review(of current: [RevisionDates], on day: Day) -> [Reason] {
        guard let due = reviewDue(of: current), due < day else { return [] }
        return [.reviewPassed(due: due)]
    }

    /// The day by which the item must be reviewed: the day set or, for documents without a period,
    /// the interval counted from the day on which the current revision took effect.
    func reviewDue(of current: [RevisionDates]) -> Day? {
        if let reviewOn { return reviewOn }
        guard let reviewEvery, let document = current.last(where: { $0.period == nil }) else { return nil }
        return (document.effective ?? document.received).adding(reviewEvery)
    }

    /// Records of periods must reach the day to within one interval and leave no hole in the year before it.
    private func reach(of current: [RevisionDates], on day: Day) -> [Reason] {
        let periods = current.compactMap(\.period)
        guard let last = periods.map(\.last).max() else { return [] }
        // The next record covers the interval that begins on the day after: after 30 September comes October.
        let due = last.adding(days: 1).adding(reviewEvery ?? Self.defaultReach).adding(days: -1)
        let horizon = day.adding(Months(-Self.defaultReach.count))
        let holes = Period.holes(in: periods).filter { $0.last >= horizon && $0.first <= day }
        return (due < day ? [.periodEnded(last: last, due: due)] : []) + holes.map { .periodHole($0) }
    }
}
