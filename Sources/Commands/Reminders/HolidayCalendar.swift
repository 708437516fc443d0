import Certification

/// The holidays that `config.yaml` names: a list of days, or a calendar in iCalendar format.
enum HolidayCalendar {
    /// Days without work; an error names the line that is none.
    static func load(_ path: String, shown: String) throws -> [Day] {
        let text = try SmallFile.text(path)
        let isCalendar = path.lowercased().hasSuffix(".ics")
        let (days, problems) = isCalendar ? HolidayEvents.parse(text) : HolidayFile.parse(text)
        if let first = problems.first {
            let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
            throw Failure(.unusableData, "\(shown):\(first.line): \(first.message)\(more)")
        }
        return days
    }
}
