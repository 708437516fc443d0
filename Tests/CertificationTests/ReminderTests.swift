import Certification
import Testing

@Suite("Reminders")
struct ReminderTests {
    static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

    static func item(
        _ due: String, rule: String = "SV-1", severity: CheckSeverity = .error, key: String = "C.SV-1.1"
    ) -> DueItem {
        DueItem(
            key: key, subject: "C", source: .certificate, rule: rule, due: day(due), severity: severity,
            title: "first surveillance")
    }

    private let policy = ReminderPolicy()

    @Test("after forty days without a run: one reminder, the most urgent (E36)")
    func catchUp() {
        let item = Self.item("2027-05-14")
        let mark = ReminderMark(due: item.due, step: 90)
        let today = Self.day("2027-04-19")
        #expect(policy.decide(item, after: mark, today: today) == .remind(step: 30))
        #expect(item.due.days(since: today) == 25)
        #expect(policy.nextSendDay(due: item.due, today: today, isLong: false) == Self.day("2027-04-30"))
        #expect(policy.sendDay(of: 60, due: item.due) <= today)
    }

    @Test(
        "the most urgent step that is reached",
        arguments: [
            // 2027-05-14 is a Friday.
            ("2027-02-11", false, Int?.none), ("2027-02-12", false, 90), ("2027-02-11", true, 180),
            ("2027-03-15", false, 60), ("2027-04-14", false, 30), ("2027-04-30", false, 14),
            ("2027-05-06", false, 14), ("2027-05-07", false, 7), ("2027-05-13", false, 1),
            ("2027-05-14", false, 0),
            // The day after is a Saturday: an overdue step waits for Monday.
            ("2027-05-15", false, 0), ("2027-05-17", false, -1), ("2027-05-20", false, -1),
            ("2027-05-21", false, -7), ("2027-05-28", false, -14), ("2027-06-11", false, -14),
            ("2027-06-14", false, -30), ("2027-07-13", false, -60), ("2028-05-12", false, -360),
        ])
    func urgent(today: String, isLong: Bool, step: Int?) {
        #expect(
            policy.mostUrgent(due: Self.day("2027-05-14"), today: Self.day(today), isLong: isLong) == step)
    }

    @Test(
        "a lead on a day without work moves earlier, an overdue step later, the due day never",
        arguments: [
            // 30 days before lies on Wednesday 2027-04-14; 7 days before on Friday.
            (30, [String](), "2027-04-14"), (30, ["2027-04-14"], "2027-04-13"),
            (30, ["2027-04-14", "2027-04-13", "2027-04-12"], "2027-04-09"), (-1, [], "2027-05-17"),
            (-1, ["2027-05-17"], "2027-05-18"), (0, ["2027-05-14"], "2027-05-13"),
        ])
    func shifted(step: Int, holidays: [String], day: String) {
        let policy = ReminderPolicy(workdays: Workdays(holidays: holidays.map(Self.day)))
        #expect(policy.sendDay(of: step, due: Self.day("2027-05-14")) == Self.day(day))
    }

    @Test("what is told once is not told again; a later step is")
    func once() {
        let item = Self.item("2027-05-14")
        let mark = ReminderMark(due: item.due, step: 30)
        #expect(policy.decide(item, after: mark, today: Self.day("2027-04-20")) == .silent)
        #expect(policy.decide(item, after: mark, today: Self.day("2027-04-30")) == .remind(step: 14))
        // The clock was set back: nothing is told, nothing is forgotten.
        #expect(policy.decide(item, after: mark, today: Self.day("2027-02-20")) == .silent)
    }

    @Test("a moved day is told once, and starts anew")
    func moved() {
        let item = Self.item("2027-08-14")
        let old = ReminderMark(due: Self.day("2027-05-14"), step: 7)
        let today = Self.day("2027-05-10")
        let decision = policy.decide(item, after: old, today: today)
        #expect(decision == .moved(from: old.due, step: nil))
        let mark = decision.mark(due: item.due)
        #expect(mark == ReminderMark(due: item.due, step: ReminderMark.nothing))
        #expect(policy.decide(item, after: mark, today: today) == .silent)
        #expect(policy.decide(item, after: mark, today: Self.day("2027-05-17")) == .remind(step: 90))
    }

    @Test("a snooze; of a violation never beyond the day before its due day")
    func snoozed() {
        let violation = Self.item("2027-05-14")
        let warning = Self.item("2027-05-14", severity: .warning)
        let until = Self.day("2027-07-01")
        for (today, told) in [("2027-05-12", false), ("2027-05-13", true)] {
            let decision = policy.decide(violation, after: nil, today: Self.day(today), snoozedUntil: until)
            #expect((decision != .silent) == told, "\(today)")
        }
        #expect(
            policy.decide(warning, after: nil, today: Self.day("2027-06-30"), snoozedUntil: until) == .silent)
        #expect(
            policy.decide(warning, after: nil, today: until, snoozedUntil: until) == .remind(step: -30))
    }

    @Test("holidays in a file, with the lines that are none")
    func holidays() {
        let parsed = HolidayFile.parse(
            "# UK\n2026-12-25 Christmas\n\n 2026-12-28\tBoxing Day # moved\n25.12.2026 no\n")
        #expect(parsed.days == [Self.day("2026-12-25"), Self.day("2026-12-28")])
        #expect(parsed.problems.map(\.line) == [5])
    }
}

/// A year and more of runs, with some left out.
@Suite("Reminders over 400 days")
struct ReminderRunsTests {
    /// Runs on some of 400 days and notes what was told.
    private func told(
        _ item: DueItem, policy: ReminderPolicy, from start: Day, runs: (Int) -> Bool
    ) -> [(day: Day, step: Int)] {
        var (mark, told) = (ReminderMark?.none, [(day: Day, step: Int)]())
        for offset in 0..<400 where runs(offset) {
            let today = start.adding(days: offset)
            if case .remind(let step) = policy.decide(item, after: mark, today: today) {
                told.append((today, step))
                mark = ReminderMark(due: item.due, step: step)
            }
        }
        return told
    }

    @Test("run every day: each lead once, on its day", arguments: 0..<7)
    func daily(offset: Int) {
        let policy = ReminderPolicy()
        let start = Day(ordinal: 20_800)
        let item = ReminderTests.item(start.adding(days: 200 + offset).description)
        let told = told(item, policy: policy, from: start) { _ in true }
        let steps = [90, 60, 30, 14, 7, 1, 0, -1, -7, -14, -30, -60, -90, -120, -150, -180].filter {
            policy.sendDay(of: $0, due: item.due) < start.adding(days: 400)
        }
        // Two steps may fall on one working day: then the more urgent one is told.
        let expected = Dictionary(
            steps.map { (policy.sendDay(of: $0, due: item.due), $0) }, uniquingKeysWith: { min($0, $1) })
        #expect(told.map(\.step) == expected.sorted { $0.key < $1.key }.map(\.value))
        #expect(told.map(\.day) == expected.keys.sorted())
    }

    @Test(
        "whatever runs are left out: each step at most once, never twice a day, the last reached one always",
        arguments: 1...200)
    func skipped(seed: Int) {
        var noise = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            noise ^= noise >> 12
            noise ^= noise << 25
            noise ^= noise >> 27
            return Int((noise &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
        }
        let start = Day(ordinal: 20_800 + next(300))
        let item = ReminderTests.item(
            start.adding(days: next(400)).description, rule: next(2) == 0 ? "RC-3" : "SV-1")
        let holidays = (0..<20).map { _ in start.adding(days: next(400)) }
        let policy = ReminderPolicy(workdays: Workdays(holidays: holidays))
        let days = (0..<400).map { _ in next(4) == 0 }
        let told = told(item, policy: policy, from: start) { days[$0] }
        #expect(Set(told.map(\.step)).count == told.count)
        #expect(told.map(\.step) == told.map(\.step).sorted(by: >))
        // After any run, what was told last is the most urgent step that was reached by then: nothing is lost.
        for offset in 0..<400 where days[offset] {
            let today = start.adding(days: offset)
            let reached = policy.mostUrgent(due: item.due, today: today, isLong: item.rule.hasPrefix("RC-"))
            #expect(told.last { $0.day <= today }?.step == reached)
        }
    }
}

@Suite("Dates of evidence that come")
struct EvidenceDueTests {
    private func dates(
        every: Int? = nil, on: String? = nil, expires: String? = nil, periods: [String] = [],
        effective: String = "2026-01-15"
    ) -> [String] {
        let revisions =
            periods.isEmpty
            ? [
                RevisionDates(
                    number: 3, effective: Day(effective), period: nil, received: Day(ordinal: 20_000))
            ]
            : periods.enumerated().map {
                RevisionDates(
                    number: $0 + 1, effective: nil, period: Period($1), received: Day(ordinal: 20_000))
            }
        return EvidenceDates(
            reviewEvery: every.map { Months($0) }, reviewOn: on.flatMap { Day($0) },
            expires: expires.flatMap { Day($0) }, revisions: revisions
        ).dueDates(on: ReminderTests.day("2026-11-22")).map { "\($0.rule.rawValue) \($0.due) \($0.occasion)" }
    }

    @Test("review, expiry, the next record, and holes")
    func each() {
        #expect(dates() == [])
        #expect(dates(every: 12) == ["review 2027-01-15 3"])
        #expect(
            dates(on: "2026-12-01", expires: "2027-02-28") == ["review 2026-12-01 3", "expiry 2027-02-28 3"])
        #expect(dates(every: 1, periods: ["2026-09", "2026-10"]) == ["record 2026-11-30 2026-10-31"])
        #expect(
            dates(every: 1, periods: ["2026-08", "2026-10"])
                == ["record 2026-11-30 2026-10-31", "period 2026-09-30 2026-09-01"])
        #expect(dates(every: 1, periods: ["2024-08", "2026-10"]).count == 2)
    }
}
