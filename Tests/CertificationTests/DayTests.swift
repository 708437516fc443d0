import Certification
import Testing

@Suite("Civil dates")
struct DayTests {
    @Test(
        "reads YYYY-MM-DD and nothing else",
        arguments: [
            ("2026-11-22", true), ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false),
            ("2000-02-29", true), ("2026-13-01", false), ("2026-00-10", false), ("2026-04-31", false),
            ("2026-1-01", false), ("26-01-01", false), ("2026/01/01", false), (" 2026-01-01", false),
            ("2026-01-01 ", false), ("", false), ("0000-01-01", false), ("9999-12-31", true),
            ("２０２６-01-01", false),
        ])
    func reading(text: String, isDay: Bool) {
        #expect((Day(text) != nil) == isDay)
        if isDay { #expect(Day(text)?.description == text) }
    }

    @Test(
        "adds months by the last day where the month is shorter (DA-2)",
        arguments: [
            ("2024-02-29", 12, "2025-02-28"), ("2025-08-31", 6, "2026-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2026-01-31", 1, "2026-02-28"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-01-15", -1, "2025-12-15"),
            ("2026-05-14", 36, "2029-05-14"), ("2026-12-01", 1, "2027-01-01"),
            ("2026-05-14", 0, "2026-05-14"),
        ])
    func months(from: String, count: Int, to: String) throws {
        let day = try #require(Day(from))
        #expect(day.adding(Months(count)).description == to)
    }

    @Test("month arithmetic is not associative, so rules count from the anchor (DA-7)")
    func notAssociative() throws {
        let anchor = try #require(Day("2026-01-31"))
        #expect(anchor.adding(Months(1)).adding(Months(1)) != anchor.adding(Months(2)))
    }

    @Test("every ordinal from 1600 to 2400 goes to its date and back")
    func roundTrip() throws {
        let first = try #require(Day("1600-01-01"))
        let last = try #require(Day("2400-12-31"))
        var previous: Day?
        for ordinal in first.ordinal...last.ordinal {
            let day = Day(ordinal: ordinal)
            let (year, month, dayOfMonth) = day.components
            #expect(Day(year: year, month: month, day: dayOfMonth) == day)
            if let previous { #expect(previous < day && previous.description < day.description) }
            previous = day
        }
    }

    @Test("days since the epoch", arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017)])
    func ordinals(text: String, ordinal: Int) { #expect(Day(text)?.ordinal == ordinal) }
}

@Suite("Intervals, periods and times")
struct PeriodTests {
    @Test(
        "reads intervals",
        arguments: [
            ("12m", 12), ("1y", 12), ("3y", 36), ("0m", nil), ("-1m", nil), ("12", nil), ("m", nil),
            ("12d", nil), ("+3m", nil),
            ("99999999999999999999m", nil), ("", nil),
        ] as [(String, Int?)])
    func intervals(text: String, months: Int?) { #expect(Months(text: text)?.count == months) }

    @Test(
        "reads periods",
        arguments: [
            ("2026-06", "2026-06"), ("2026-06-01..2026-06-30", "2026-06"), ("2026", "2026-01-01..2026-12-31"),
            ("2026-06-13", "2026-06-13"), ("2026-06-30..2026-06-01", nil), ("2026-06-01..", nil),
            ("2026-13", nil),
            ("2026-06-01...2026-06-30", nil), ("soon", nil),
        ] as [(String, String?)])
    func periods(text: String, shown: String?) { #expect(Period(text)?.description == shown) }

    @Test(
        "finds the stretches that nothing covers",
        arguments: [
            (["2026-06", "2026-08"], ["2026-07"]), (["2026-08", "2026-06", "2026-07"], []), ([], []),
            (["2026", "2026-06"], []),
            (["2026-01-01..2026-01-10", "2026-01-12..2026-01-31"], ["2026-01-11"]),
        ] as [([String], [String])])
    func holes(periods: [String], holes: [String]) {
        #expect(Period.holes(in: periods.compactMap { Period($0) }).map(\.description) == holes)
    }

    @Test(
        "times are UTC to the second",
        arguments: [
            ("2026-11-22T17:05:09Z", true), ("2026-11-22T24:00:00Z", false), ("2026-11-22 17:05:09Z", false),
            ("2026-11-22T17:05:09", false), ("2026-11-22T+1:+2:+3Z", false), ("2026-11-22T12::30:5Z", false),
            ("2026-11-22T17:05:9Z", false), ("1969-12-31T23:59:59Z", true),
        ])
    func times(text: String, isTime: Bool) {
        #expect(Timestamp(text)?.description == (isTime ? text : nil))
    }
}

@Suite("Days against an oracle")
struct DayOracleTests {
    @Test("ten thousand additions that Python's calendar made too")
    func oracle() throws {
        let rows = Fixture.lines("dates.tsv")
        #expect(rows.count == 10_000)
        for row in rows {
            let day = try #require(Day(row[0]))
            let (months, days) = (try #require(Int(row[1])), try #require(Int(row[3])))
            #expect(day.adding(Months(months)).description == row[2])
            #expect(day.adding(days: days).description == row[4])
            #expect(try #require(Day(row[4])).days(since: day) == days)
        }
    }
}
