import Certification

/// A time as headers write it (RFC 5322 3.3): `Sun, 22 Nov 2026 17:05:09 +0000`.
enum MailDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ time: Timestamp) -> String {
        let day = time.utcDay
        let (year, month, number) = day.components
        let clock = time.description.dropFirst(11).dropLast()
        return "\(weekdays[day.weekday]), \(number) \(months[month - 1]) \(year) \(clock) +0000"
    }
}
