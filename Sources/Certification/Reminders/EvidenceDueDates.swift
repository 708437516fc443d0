/// The dates of an item of evidence that come, or came and were missed.
public struct EvidenceDue: Hashable, Sendable {
    /// What is due.
    public enum Rule: String, Sendable, CaseIterable {
        /// The next look at a document.
        case review
        /// The last day of a contract or certificate.
        case expiry
        /// The next record of an item that is kept by period.
        case record
        /// A stretch of the last year that no record covers.
        case period

        /// What is asked for, in our words.
        public var statement: String {
            switch self {
            case .review: "A document is looked at by the day set, or one interval after it took effect."
            case .expiry: "A contract, certificate or agreement holds until its last day."
            case .record: "A record speaks for one interval after its period; then the next one is due."
            case .period: "A stretch between two records that none covers is to be filled."
            }
        }
    }

    /// What is due.
    public let rule: Rule
    /// By when.
    public let due: Day
    /// What tells it apart from the next time: the number of the revision, or the first day of a hole.
    public let occasion: String
}

extension EvidenceDates {
    /// All dates of an item as it stands on a day. Nothing without a file is due: it is requested, and in the gap.
    public func dueDates(on day: Day) -> [EvidenceDue] {
        let current = revisions.current(on: day)
        guard let last = current.last else { return [] }
        var dates: [EvidenceDue] = []
        if let due = reviewDue(of: current) {
            dates.append(EvidenceDue(rule: .review, due: due, occasion: "\(last.number)"))
        }
        if let expires { dates.append(EvidenceDue(rule: .expiry, due: expires, occasion: "\(last.number)")) }
        let periods = current.compactMap(\.period)
        if let end = periods.map(\.last).max() {
            let due = end.adding(days: 1).adding(reviewEvery ?? Self.defaultReach).adding(days: -1)
            dates.append(EvidenceDue(rule: .record, due: due, occasion: end.description))
            dates += holes(in: periods, on: day)
        }
        return dates
    }

    /// What the date of a rule was computed from, with the names of the settings.
    public func inputs(of due: EvidenceDue, on day: Day) -> [RuleOutcome.Input] {
        let current = revisions.current(on: day)
        let interval = RuleOutcome.Input(
            name: "review_every", value: (reviewEvery ?? Self.defaultReach).description)
        switch due.rule {
        case .expiry: return [.init(name: "expires", value: due.due.description)]
        case .period: return [.init(name: "no record from", value: due.occasion)]
        case .record: return [.init(name: "last period until", value: due.occasion), interval]
        case .review:
            if let reviewOn { return [.init(name: "review", value: reviewOn.description)] }
            let document = current.last { $0.period == nil }
            return [
                document?.effective.map { .init(name: "effective", value: $0.description) }
                    ?? document.map { .init(name: "received", value: $0.received.description) }, interval,
            ].compactMap(\.self)
        }
    }

    private func holes(in periods: [Period], on day: Day) -> [EvidenceDue] {
        let horizon = day.adding(Months(-Self.defaultReach.count))
        return Period.holes(in: periods).filter { $0.last >= horizon && $0.first <= day }.map {
            EvidenceDue(rule: .period, due: $0.last, occasion: $0.first.description)
        }
    }
}
