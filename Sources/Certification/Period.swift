/// Days `first...last`, both included: the time that a record speaks of, or the days of an audit.
public struct Period: Hashable, Sendable, Codable {
    /// The first day, included.
    public let first: Day
    /// The last day, included.
    public let last: Day

    /// Nil when the days are reversed.
    public init?(_ first: Day, _ last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// The days between two, both included, in whatever order they are named.
    init(between one: Day, and other: Day) {
        first = min(one, other)
        last = max(one, other)
    }

    /// Reads `2026-06-01..2026-06-30`, a month `2026-06`, a year `2026` or a single day.
    public init?(_ text: String) {
        let ends = text.split(separator: ".", omittingEmptySubsequences: false)
        if ends.count == 3, ends[1].isEmpty, let first = Day(ends[0]), let last = Day(ends[2]) {
            self.init(first, last)
        } else if let day = Day(text) {
            self.init(day, day)
        } else if text.utf8.count == 7, let first = Day(text + "-01") {
            self.init(first, first.adding(Months(1)).adding(days: -1))
        } else if text.utf8.count == 4, let first = Day(text + "-01-01"), let last = Day(text + "-12-31") {
            self.init(first, last)
        } else {
            return nil
        }
    }

    /// The number of days, at least 1.
    public var length: Int { last.days(since: first) + 1 }
}

extension Period {
    private enum Key: CodingKey {
        case first, last
    }

    /// Refuses reversed days.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let (first, last) = try (
            container.decode(Day.self, forKey: .first), container.decode(Day.self, forKey: .last)
        )
        guard let period = Period(first, last) else {
            throw DecodingError.dataCorruptedError(
                forKey: .last, in: container, debugDescription: "ends before it begins")
        }
        self = period
    }
}

extension Period: CustomStringConvertible {
    /// A whole month as `2026-06`, a single day as itself, everything else as `first..last`.
    public var description: String {
        if first == last { return first.description }
        let wholeMonth =
            first.components.day == 1 && first.adding(Months(1)).adding(days: -1) == last
        return wholeMonth ? String(first.description.dropLast(3)) : "\(first)..\(last)"
    }
}

extension Period {
    /// The stretches between the first and the last day of `periods` that none of them covers.
    public static func holes(in periods: [Period]) -> [Period] {
        var holes: [Period] = []
        var reached: Day?
        for period in periods.sorted(by: { $0.first < $1.first }) {
            if let reached, let hole = Period(reached.adding(days: 1), period.first.adding(days: -1)) {
                holes.append(hole)
            }
            reached = max(reached ?? period.last, period.last)
        }
        return holes
    }
}
