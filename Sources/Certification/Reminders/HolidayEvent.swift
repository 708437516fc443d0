/// One event of a calendar of holidays, as far as its lines were read.
struct HolidayEvent {
    /// Why an event has no days.
    struct Problem: Error {
        let message: String
    }

    private var start: Day?
    private var end: Day?
    private var length: Int?
    /// A property that is wrong was told with its own line.
    private var isTold = false

    /// How many days an event may last: a year.
    private static let longest = 366

    /// Reads a property; the answer is what is wrong with it.
    mutating func take(_ name: String, _ value: String) -> String? {
        switch name {
        case "DTSTART":
            start = Self.day(value)
            return told(start == nil, "\"\(value)\" is no day")
        case "DTEND":
            end = Self.day(value)
            return told(end == nil, "\"\(value)\" is no day")
        case "DURATION":
            length = Self.length(value)
            return told(length == nil, "\"\(value)\" is no number of days, such as P1D")
        case "RRULE", "RDATE": return told(true, "an event that repeats; write each day of it")
        default: return nil
        }
    }

    private mutating func told(_ isWrong: Bool, _ message: String) -> String? {
        isTold = isTold || isWrong
        return isWrong ? message : nil
    }

    /// The end is the day after the last one; without an end it is one day.
    var days: Result<[Day], Problem> {
        if isTold { return .success([]) }
        guard let start else { return .failure(Problem(message: "an event without a DTSTART")) }
        let last = end.map { $0.adding(days: -1) } ?? start.adding(days: (length ?? 1) - 1)
        let count = max(last, start).days(since: start)
        guard count < Self.longest else { return .failure(Problem(message: "an event of over a year")) }
        return .success((0...count).map { start.adding(days: $0) })
    }

    /// The first eight digits: `20261225`, also of a time.
    private static func day(_ value: String) -> Day? {
        let digits = value.prefix(8)
        guard digits.utf8.count == 8, digits.allSatisfy(\.isNumber) else { return nil }
        return Day("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
    }

    /// Whole days or weeks: `P1D`, `P1W` (RFC 5545 3.3.6).
    private static func length(_ value: String) -> Int? {
        guard value.hasPrefix("P"), let unit = value.last, unit == "D" || unit == "W" else { return nil }
        guard let count = Int(value.dropFirst().dropLast()), (1...longest).contains(count) else { return nil }
        return unit == "W" ? count * 7 : count
    }
}
