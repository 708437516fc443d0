import Certification

/// A calendar as its text is put together (RFC 5545): head, events, end. What is finished can be taken piece by piece, so
/// that a calendar of any length needs little memory.
public struct CalendarText {
    private var lines = ContentLines()
    /// Who publishes the calendar by mail, as the address of a link; nil for a file or a subscription.
    private let publisher: String?

    /// The head of a calendar. With the mail address of a publisher it is meant for mail.
    public init(name: String, publisher: String?) {
        self.publisher = publisher.map { "mailto:" + Self.inAddress($0) }
        let name = ShownText.line(name)
        lines.add("BEGIN:VCALENDAR")
        lines.add("VERSION:2.0")
        // RFC 5545 3.7.3: names the program. Without its release, which would make every calendar another one.
        lines.add("PRODID:-//Dossier//Dates of certification//EN")
        lines.add("CALSCALE:GREGORIAN")
        if publisher != nil { lines.add("METHOD:PUBLISH") }
        // RFC 7986 5.1 and 5.7, each with the name that programs used before.
        lines.add("NAME", text: name)
        lines.add("X-WR-CALNAME", text: name)
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:P1D")
        lines.add("X-PUBLISHED-TTL:P1D")
    }

    /// Adds an event.
    public mutating func add(_ event: CalendarEvent) {
        lines.add("BEGIN:VEVENT")
        lines.add("UID", text: event.uid)
        // RFC 5545 3.8.7.2 and 3.8.7.3: without METHOD both are the last revision.
        lines.add("DTSTAMP") { $0.append(time: event.modified) }
        lines.add("LAST-MODIFIED") { $0.append(time: event.modified) }
        lines.add("SEQUENCE") { $0.append(number: event.sequence) }
        addDays(of: event)
        lines.add("SUMMARY", text: event.summary)
        if !event.description.isEmpty {
            lines.add("DESCRIPTION", text: event.description.joined(separator: "\n"))
        }
        lines.add("CATEGORIES") { value in
            for (index, category) in event.categories.enumerated() {
                // RFC 5545 3.8.1.2: only the comma between two words is not escaped.
                if index > 0 { value.append(UInt8(ascii: ",")) }
                value.append(text: category)
            }
        }
        lines.add("STATUS") { $0 += event.status.rawValue.utf8 }
        lines.add(event.isBusy ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT")
        addPublisher()
        for days in event.alarms { addAlarm(days: days, event.summary) }
        lines.add("END:VEVENT")
    }

    /// Ends the calendar.
    public mutating func end() { lines.add("END:VCALENDAR") }

    /// Octets that were put together and not taken yet.
    public var count: Int { lines.octets.count }

    /// Takes what was put together since the last time.
    public mutating func take() -> [UInt8] { lines.take() }
}

extension CalendarText {
    private mutating func addDays(of event: CalendarEvent) {
        // RFC 5545 3.8.2.4: whole days are no times at midnight.
        lines.add("DTSTART;VALUE=DATE") { $0.append(day: event.days.first) }
        // RFC 5545 3.6.1 and 3.8.2.2: the end is not part of the event, so it is the day after.
        lines.add("DTEND;VALUE=DATE") { $0.append(day: event.days.last.adding(days: 1)) }
    }

    /// RFC 5546 3.2.1: what is published by mail has an organizer.
    private mutating func addPublisher() {
        guard let publisher else { return }
        lines.add("ORGANIZER") { $0 += publisher.utf8 }
    }

    /// RFC 6068 2: what has a meaning in an address of the web is written as `%25`.
    private static func inAddress(_ text: String) -> String {
        text.utf8.map { octet in
            let isPlain =
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
                || "-._~@+".utf8.contains(octet)
            return isPlain ? String(UnicodeScalar(octet)) : "%" + String(octet, radix: 16, uppercase: true)
        }.joined()
    }

    /// RFC 5545 3.6.6: rings at eight in the morning. The trigger counts from midnight at the beginning of the event, so
    /// 30 days before are 29 days and 16 hours.
    private mutating func addAlarm(days: Int, _ summary: String) {
        lines.add("BEGIN:VALARM")
        lines.add("ACTION:DISPLAY")
        lines.add("DESCRIPTION", text: summary)
        lines.add("TRIGGER") { value in
            value += "-P".utf8
            if days > 1 { value += "\(days - 1)D".utf8 }
            value += "T16H".utf8
        }
        lines.add("END:VALARM")
    }
}
