/// Days without work in a calendar (RFC 5545): the days of its events. What is not read is a problem, so that no holiday is
/// missed silently: rules of repetition, durations by the hour, a file that is no calendar.
public enum HolidayEvents {
    /// The days, and every line that cannot be used.
    public static func parse(_ text: String) -> (days: [Day], problems: [HolidayFile.Problem]) {
        var reader = Reader()
        let lines = unfolded(text)
        guard lines.first?.text.trimmed.uppercased() == "BEGIN:VCALENDAR" else {
            return ([], [.init(line: 1, message: "no calendar; it begins with BEGIN:VCALENDAR")])
        }
        for (number, line) in lines { reader.take(line.trimmed, number) }
        return (reader.days, reader.problems)
    }

    /// Lines that begin with a blank go on with the line before (RFC 5545 3.1). Each with the number of its first line.
    private static func unfolded(_ text: String) -> [(number: Int, text: String)] {
        var lines: [(number: Int, text: String)] = []
        let content = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        for (number, line) in content.lines.enumerated() {
            if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1].text += line.dropFirst()
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
        /// The components that are open, such as an alarm within an event.
        private var open: [String] = []
        private var event = HolidayEvent()

        mutating func take(_ line: String, _ number: Int) {
            let (name, value) = Self.parts(line)
            switch name {
            case "BEGIN":
                open.append(value.uppercased())
                if open.last == "VEVENT" { event = HolidayEvent() }
            case "END":
                if open.popLast() == "VEVENT" { close(number) }
            default:
                guard open.last == "VEVENT", let problem = event.take(name, value) else { return }
                problems.append(.init(line: number, message: problem))
            }
        }

        /// The name of a property without its parameters, and what follows the colon.
        private static func parts(_ line: String) -> (name: String, value: String) {
            let name = line.prefix { $0 != ":" && $0 != ";" }.uppercased()
            return (name, line.split(separator: ":").last.map(String.init) ?? "")
        }

        private mutating func close(_ number: Int) {
            switch event.days {
            case .success(let found): days += found
            case .failure(let problem): problems.append(.init(line: number, message: problem.message))
            }
        }
    }
}
