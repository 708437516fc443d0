import Testing

@testable import Certification

@Suite("What calendars are told")
struct CalendarRecordTests {
    static let then = Timestamp(seconds: 1_790_000_000)
    static let now = Timestamp(seconds: 1_795_000_000)
    static let today = Day(ordinal: 20_779)

    private static func record(_ state: String = "a", _ sequence: Int = 3, ended: Day? = nil)
        -> CalendarRecord
    {
        CalendarRecord(state: state, sequence: sequence, modified: then, ended: ended)
    }

    @Test("an item that is there: new, as it was, changed, back again")
    func present() {
        let told = Self.record()
        #expect(
            CalendarRecord(after: nil, showing: "a", now: Self.now)
                == CalendarRecord(state: "a", sequence: 0, modified: Self.now, ended: nil))
        #expect(CalendarRecord(after: told, showing: "a", now: Self.now) == told)
        #expect(
            CalendarRecord(after: told, showing: "b", now: Self.now)
                == CalendarRecord(state: "b", sequence: 4, modified: Self.now, ended: nil))
        #expect(
            CalendarRecord(after: Self.record(ended: Self.today), showing: "a", now: Self.now)
                == CalendarRecord(state: "a", sequence: 4, modified: Self.now, ended: nil))
    }

    @Test("a clock that was set back makes nothing older")
    func clock() {
        let earlier = Timestamp(seconds: 1)
        #expect(CalendarRecord(after: Self.record(), showing: "b", now: earlier).modified == Self.then)
        #expect(Self.record().gone(on: Self.today, now: earlier)?.modified == Self.then)
    }

    @Test("an item that is no more: cancelled once, kept for a cycle, dropped")
    func gone() {
        let cancelled = CalendarRecord(state: "a", sequence: 4, modified: Self.now, ended: Self.today)
        #expect(Self.record().gone(on: Self.today, now: Self.now) == cancelled)
        for later in [0, 1, 365] {
            #expect(
                cancelled.gone(on: Self.today.adding(days: later), now: Timestamp(seconds: 1_900_000_000))
                    == cancelled)
        }
        let last = Self.today.adding(Months(36))
        #expect(cancelled.gone(on: last, now: Self.now) == cancelled)
        #expect(cancelled.gone(on: last.adding(days: 1), now: Self.now) == nil)
        #expect(cancelled.gone(on: Self.today.adding(days: -9), now: Self.now) == cancelled)
    }

    @Test(
        "the state is all that a calendar shows, and can be read back",
        arguments: [
            ("first surveillance", "2027-05-14", nil, nil, nil, nil),
            ("a\u{1F}b", "2027-05-14", "2027-05-16", "J. Lund\r\n", "NW-1", "ISO/IEC 20000-1:2018"),
            ("\u{301}accent\n\r", "9999-12-31", nil, "\u{301}", nil, "\u{301}"),
            ("", "0001-01-01", nil, nil, "N", nil),
        ] as [(String, String, String?, String?, String?, String?)])
    func state(
        title: String, due: String, until: String?, owner: String?, certificate: String?, standard: String?
    ) throws {
        let item = DueItem(
            key: "NW-1.SV-1.1", subject: "NW-1", source: .audit, rule: "audit", due: CycleDesk.day(due),
            until: until.map(CycleDesk.day), severity: .information, title: title, owner: owner,
            certificate: certificate, standard: standard)
        let read = try #require(DueItem(key: item.key, calendarState: item.calendarState))
        #expect(read.title == title.replacing("\u{1F}", with: " "))
        #expect(
            [read.due.description, read.until?.description, read.owner, read.certificate, read.standard]
                == [due, until, owner, certificate, standard])
        #expect(read.calendarState == item.calendarState)
    }

    @Test(
        "what is no state is not read",
        arguments: [
            "", "2027-05-14", "x\u{1F}\u{1F}audit\u{1F}a\u{1F}b\u{1F}c\u{1F}\u{1F}\u{1F}",
            "2027-05-14\u{1F}\u{1F}feast\u{1F}a\u{1F}b\u{1F}c\u{1F}\u{1F}\u{1F}",
        ])
    func notRead(text: String) { #expect(DueItem(key: "k", calendarState: text) == nil) }

    @Test("settled are the dates of rules, and audits with a team")
    func settled() {
        func item(_ source: DueItem.Source, owner: String? = nil) -> DueItem {
            DueItem(
                key: "k", subject: "s", source: source, rule: "r", due: Self.today, severity: .warning,
                title: "t", owner: owner)
        }
        #expect(DueItem.Source.allCases.filter { item($0).isSettled } == [.certificate, .evidence, .finding])
        #expect(item(.audit, owner: "J. Lund").isSettled)
        #expect(DueItem.Source.allCases.filter { item($0).isBusy } == [.audit])
    }
}
