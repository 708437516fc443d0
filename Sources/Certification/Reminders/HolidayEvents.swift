/// Days without work in a calendar (RFC 5545): the days of its events. Rules of repetition are not read: an event that
/// has one is a problem, so that no holiday is missed silently.
public enum HolidayEvents {
    /// The days, and every line that cannot be used.
    public static func parse(_ text: String) -> (days: [Day], problems: [HolidayFile.Problem]) {
        var reader = Reader()
        for (number, line) in unfolded(text) { reader.take(line, number) }
        return (reader.days, reader.problems)
    }

    /// Lines that begin with a blank go on with the line before (RFC 5545 3.1). Each with the number of its first line.
    private static func unfolded(_ text: String) -> [(Int, String)] {
        var lines: [(Int, String)] = []
        let plain = text.replacing("\r\n", with: "\n")
        for (number, line) in plain.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1].1 += line.dropFirst()
            } else {
                lines.append((number + 1, String(line)))
            }
        }
        return lines
    }

    /// Collects the days of one event after the other.
    private struct Reader {
        var days: [Day] = []
        var problems: [HolidayFile.Problem] = []
        private var isInEvent = false
        private var start: Day?
        private var end: Day?

        /// How many days an event may last: a year.
        private static let longest = 366

        mutating func take(_ line: String, _ number: Int) {
            switch line.uppercased() {
            case "BEGIN:VEVENT": (isInEvent, start, end) = (true, nil, nil)
            case "END:VEVENT": close(number)
            default: if isInEvent { property(line, number) }
            }
        }

        private mutating func property(_ line: String, _ number: Int) {
            let name = line.prefix { $0 != ":" && $0 != ";" }.uppercased()
            switch name {
            case "DTSTART": start = day(of: line, number)
            case "DTEND": end = day(of: line, number)
            case "RRULE", "RDATE":
                problems.append(.init(line: number, message: "an event that repeats; write each day of it"))
            default: break
            }
        }

        /// The first eight digits after the colon.
        private mutating func day(of line: String, _ number: Int) -> Day? {
            let value = line.split(separator: ":").last.map(String.init) ?? ""
            let digits = value.prefix(8)
            if digits.utf8.count == 8, digits.allSatisfy(\.isNumber),
                let day = Day("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
            {
                return day
            }
            problems.append(.init(line: number, message: "\"\(value)\" is no day"))
            return nil
        }

        /// The end is the day after the last one.
        private mutating func close(_ number: Int) {
            isInEvent = false
            guard let start else {
                return problems.append(.init(line: number, message: "an event without a DTSTART"))
            }
            let last = end.map { $0.adding(days: -1) } ?? start
            guard last >= start, last.days(since: start) <= Self.longest else { return days.append(start) }
            days += (0...last.days(since: start)).map { start.adding(days: $0) }
        }
    }
}
