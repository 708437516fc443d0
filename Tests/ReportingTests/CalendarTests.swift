import Certification
import Testing

@testable import Reporting

/// The calendar as octets, by the paragraphs of RFC 5545.
@Suite("Calendar")
struct CalendarTests {
    static let time = Timestamp("2026-11-22T07:05:09Z") ?? Timestamp(seconds: 0)

    static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

    static func item(
        _ title: String = "first surveillance", due: String = "2027-05-14", until: String? = nil,
        source: DueItem.Source = .certificate, rule: String = "SV-1", owner: String? = nil,
        standard: String? = "ISO/IEC 20000-1:2018"
    ) -> DueItem {
        DueItem(
            key: "NW-1.SV-1.1", subject: "NW-1", source: source, rule: rule, due: day(due),
            until: until.map(day), severity: .error, title: title, owner: owner, certificate: "NW-1",
            standard: standard)
    }

    static func event(_ item: DueItem, sequence: Int = 0, ended: Day? = nil, alarms: [Int] = [])
        -> CalendarEvent?
    {
        let record = CalendarRecord(
            state: item.calendarState, sequence: sequence, modified: time, ended: ended)
        return CalendarEvent(
            item, record, identity: "0123", rule: DueRuleWords(item.rule), alarms: alarms)
    }

    static func octets(_ events: [CalendarEvent], publisher: String? = nil) -> [UInt8] {
        var text = CalendarText(name: "ACME, Söhne; Ltd", publisher: publisher)
        for event in events { text.add(event) }
        text.end()
        return text.take()
    }

    private func lines(_ event: CalendarEvent?, publisher: String? = nil) throws -> [String] {
        CalendarBytes(Self.octets([try #require(event)], publisher: publisher)).lines
    }

    @Test("a whole calendar")
    func whole() throws {
        let event = try #require(Self.event(Self.item(owner: "M. Okafor"), sequence: 2, alarms: [30, 1]))
        let text = String(decoding: Self.octets([event]), as: UTF8.self)
        #expect(
            text.replacing("\r\n", with: "\n") == """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Dossier//Dates of certification//EN
                CALSCALE:GREGORIAN
                NAME:ACME\\, Söhne\\; Ltd
                X-WR-CALNAME:ACME\\, Söhne\\; Ltd
                REFRESH-INTERVAL;VALUE=DURATION:P1D
                X-PUBLISHED-TTL:P1D
                BEGIN:VEVENT
                UID:NW-1.SV-1.1@0123
                DTSTAMP:20261122T070509Z
                LAST-MODIFIED:20261122T070509Z
                SEQUENCE:2
                DTSTART;VALUE=DATE:20270514
                DTEND;VALUE=DATE:20270515
                SUMMARY:NW-1 SV-1: first surveillance
                DESCRIPTION:SV-1: The first surveillance after initial certification lies w
                 ithin 12 months of the decision. (ISO/IEC 17021-1 9.1.3.3)\\nStandard: ISO/
                 IEC 20000-1:2018\\nOwner: M. Okafor
                CATEGORIES:certificate,ISO/IEC 20000-1:2018
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                BEGIN:VALARM
                ACTION:DISPLAY
                DESCRIPTION:NW-1 SV-1: first surveillance
                TRIGGER:-P29DT16H
                END:VALARM
                BEGIN:VALARM
                ACTION:DISPLAY
                DESCRIPTION:NW-1 SV-1: first surveillance
                TRIGGER:-PT16H
                END:VALARM
                END:VEVENT
                END:VCALENDAR

                """)
    }

    @Test(
        "days, status and how busy",
        arguments: [
            (
                Self.item(until: "2027-05-16", source: .audit, rule: "audit", owner: "J. Lund"), false,
                ["20270514", "20270517", "CONFIRMED", "OPAQUE"]
            ),
            (
                Self.item(until: "2027-05-14", source: .audit, rule: "audit"), false,
                ["20270514", "20270515", "TENTATIVE", "OPAQUE"]
            ),
            (
                Self.item(until: "2027-05-16", source: .audit, rule: "audit"), true,
                ["20270514", "20270517", "CANCELLED", "TRANSPARENT"]
            ),
            (
                Self.item(due: "2024-02-29", source: .road, rule: "plan"), false,
                ["20240229", "20240301", "TENTATIVE", "TRANSPARENT"]
            ),
            (
                Self.item(due: "0099-12-31", source: .evidence, rule: "expiry"), false,
                ["00991231", "01000101", "CONFIRMED", "TRANSPARENT"]
            ),
            (
                Self.item(due: "9999-12-30", source: .evidence, rule: "expiry"), false,
                ["99991230", "99991231", "CONFIRMED", "TRANSPARENT"]
            ),
        ])
    func days(item: DueItem, isEnded: Bool, values: [String]) throws {
        let event = Self.event(item, ended: isEnded ? item.due : nil, alarms: isEnded ? [30] : [])
        let lines = try lines(event)
        let names = ["DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "STATUS:", "TRANSP:"]
        let found = names.flatMap { name in
            lines.filter { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
        }
        #expect(found == values)
        #expect(!lines.contains("BEGIN:VALARM"))
    }

    @Test("what holds for ever is no date; days the wrong way round are one day")
    func beyond() {
        #expect(Self.event(Self.item(due: "9999-12-31")) == nil)
        #expect(Self.event(Self.item(until: "9999-12-31")) == nil)
        #expect(Self.event(Self.item(until: "2027-05-01"))?.days.length == 1)
    }

    @Test(
        "alarms ring at eight",
        arguments: [
            (1, "-PT16H"), (2, "-P1DT16H"), (7, "-P6DT16H"), (30, "-P29DT16H"), (180, "-P179DT16H"),
        ])
    func alarm(days: Int, trigger: String) throws {
        let lines = try lines(Self.event(Self.item(), alarms: [days]))
        #expect(lines.filter { $0.hasPrefix("TRIGGER") } == ["TRIGGER:\(trigger)"])
    }

    @Test(
        "mail has a method and an organizer",
        arguments: [
            ("qm@example.com", "mailto:qm@example.com"), ("a+b%c?d#e@x", "mailto:a+b%25c%3Fd%23e@x"),
        ])
    func published(address: String, link: String) throws {
        let lines = try lines(Self.event(Self.item()), publisher: address)
        #expect(lines[4] == "METHOD:PUBLISH")
        #expect(lines.contains("ORGANIZER:\(link)"))
        #expect(try self.lines(Self.event(Self.item())).allSatisfy { !$0.hasPrefix("ORGANIZER") })
    }

    @Test(
        "text",
        arguments: [
            ("a, b; c: \\d \"e\"", "a\\, b\\; c: \\\\d \"e\""),
            ("two\r\nlines\u{2028}three", "two  lines three"),
            ("\\n", "\\\\n"), ("nul\u{0}bell\u{7}\u{85}", "nul[U+0000]bell[U+0007] "),
            ("BEGIN:VEVENT\nSUMMARY:x", "BEGIN:VEVENT SUMMARY:x"), ("\u{202E}fdp", "[U+202E]fdp"),
        ])
    func text(title: String, written: String) throws {
        let lines = try lines(Self.event(Self.item(title)))
        #expect(lines.contains("SUMMARY:NW-1 SV-1: \(written)"))
    }

    @Test(
        "lines are folded at 75 octets, between characters",
        arguments: [
            (String(repeating: "a", count: 67), [75]), (String(repeating: "a", count: 68), [75, 2]),
            (String(repeating: "a", count: 67 + 74), [75, 75]),
            (String(repeating: "a", count: 67 + 75), [75, 75, 2]),
            (String(repeating: "a", count: 66) + "ü", [74, 3]), (String(repeating: "ü", count: 34), [74, 3]),
            (String(repeating: "訓", count: 30), [74, 25]),
            (String(repeating: "a", count: 64) + "🦊", [72, 5]),
        ])
    func folded(text: String, lengths: [Int]) {
        var lines = ContentLines()
        lines.add("SUMMARY", text: text)
        let physical = lines.octets.split(separator: 0x0A).map { $0.count - 1 }
        #expect(physical == lengths)
        #expect(CalendarBytes(lines.octets).text("SUMMARY") == text)
    }

    @Test("whatever strangers write comes back, and nothing else", arguments: 1...40)
    func roundTrip(seed: UInt64) throws {
        var noise = SeededNoise(seed: seed)
        let titles = (0..<25).map { _ in noise.text() }
        let events = titles.enumerated().compactMap { number, title in
            Self.event(
                DueItem(
                    key: "E-\(number).review.1", subject: "E", source: .evidence, rule: "review",
                    due: Day(ordinal: 20_000 + number), severity: .warning, title: title, owner: title,
                    standard: title))
        }
        let octets = Self.octets(events)
        #expect(CalendarBytes(octets).problems == [])
        #expect(CalendarBytes(octets).lines.count == 9 + 25 * 13)
        for (event, title) in zip(events, titles) {
            let bytes = CalendarBytes(Self.octets([event]))
            let shown = ShownText.line(title)
            #expect(bytes.text("SUMMARY").map { Array($0.utf8) } == Array("E review: \(shown)".utf8))
            let end = "\nStandard: \(shown)\nOwner: \(shown)".utf8
            #expect(bytes.text("DESCRIPTION").map { Array($0.utf8.suffix(end.count)) } == Array(end))
        }
    }
}

/// Texts that look random and are the same in every run.
struct SeededNoise {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private mutating func next(_ bound: UInt64) -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return (state &* 0x2545_F491_4F6C_DD1D) >> 33 % bound
    }

    /// Up to 300 characters: signs with a meaning, controls, and all of Unicode.
    mutating func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<next(300) {
            let value: UInt64 =
                switch next(6) {
                case 0: UInt64(Array("\\;,:\n\r\"\t nN".utf8)[Int(next(11))])
                case 1: next(0x20)
                case 2: 0x80 + next(0x780)
                case 3: 0x1F300 + next(0x300)
                case 4: next(0x110000)
                default: 0x20 + next(0x5F)
                }
            if let scalar = Unicode.Scalar(UInt32(value)) { text.append(scalar) }
        }
        return String(text)
    }
}
