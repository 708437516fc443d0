import Certification
import Testing

@Suite("Whether evidence holds on a day")
struct EvidenceDatesTests {
    /// A revision in few words: number, effective day, period, day of receipt.
    private static func revision(
        _ number: Int, effective: String? = nil, period: String? = nil, received: String = "2026-01-10"
    ) -> RevisionDates {
        RevisionDates(
            number: number, effective: effective.flatMap { Day($0) }, period: period.flatMap { Period($0) },
            received: Day(received) ?? Day(ordinal: 0))
    }

    private static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

    private static func dates(
        every: Int? = nil, on: String? = nil, expires: String? = nil, _ revisions: RevisionDates...
    ) -> EvidenceDates {
        EvidenceDates(
            reviewEvery: every.map { Months($0) }, reviewOn: on.flatMap { Day($0) },
            expires: expires.flatMap { Day($0) },
            revisions: revisions)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let dates: EvidenceDates
        let on: String
        let standing: Standing
        let reasons: [Reason]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        .init(name: "no file", dates: dates(), on: "2026-11-22", standing: .requested, reasons: [.noFile]),
        .init(
            name: "no dates at all", dates: dates(revision(1)), on: "2030-01-01", standing: .current,
            reasons: []),
        .init(
            name: "takes effect later", dates: dates(revision(1, effective: "2027-01-01")), on: "2026-12-31",
            standing: .requested, reasons: [.notInForce(from: day("2027-01-01"))]),
        .init(
            name: "in force on its first day", dates: dates(revision(1, effective: "2027-01-01")),
            on: "2027-01-01",
            standing: .current, reasons: []),
        .init(
            name: "review due today is on time (DA-4)",
            dates: dates(every: 12, revision(1, effective: "2025-11-22")),
            on: "2026-11-22", standing: .current, reasons: []),
        .init(
            name: "review a day late", dates: dates(every: 12, revision(1, effective: "2025-11-22")),
            on: "2026-11-23",
            standing: .stale, reasons: [.reviewPassed(due: day("2026-11-22"))]),
        .init(
            name: "review counts from the receipt without an effective day",
            dates: dates(every: 1, revision(1, received: "2026-01-31")), on: "2026-03-01", standing: .stale,
            reasons: [.reviewPassed(due: day("2026-02-28"))]),
        .init(
            name: "a review day goes before the interval",
            dates: dates(every: 1, on: "2027-06-02", revision(1, effective: "2020-01-01")), on: "2027-06-02",
            standing: .current, reasons: []),
        .init(
            name: "valid on the last day (DA-5)", dates: dates(expires: "2027-02-28", revision(1)),
            on: "2027-02-28",
            standing: .current, reasons: []),
        .init(
            name: "expired", dates: dates(expires: "2027-02-28", revision(1)), on: "2027-03-01",
            standing: .stale,
            reasons: [.expired(on: day("2027-02-28"))]),
        .init(
            name: "expired and review passed",
            dates: dates(on: "2026-10-01", expires: "2026-09-30", revision(1)), on: "2026-11-22",
            standing: .stale,
            reasons: [.expired(on: day("2026-09-30")), .reviewPassed(due: day("2026-10-01"))]),
        .init(
            name: "the newest revision in force counts, not one to come",
            dates: dates(
                every: 12, revision(1, effective: "2025-12-01"), revision(2, effective: "2026-12-01")),
            on: "2026-11-22", standing: .current, reasons: []),
        .init(
            name: "monthly records that reach the day",
            dates: dates(every: 1, revision(1, period: "2026-09"), revision(2, period: "2026-10")),
            on: "2026-11-22",
            standing: .current, reasons: []),
        .init(
            name: "monthly records that end too early",
            dates: dates(every: 1, revision(1, period: "2026-09")), on: "2026-11-22", standing: .stale,
            reasons: [.periodEnded(last: day("2026-09-30"), due: day("2026-10-31"))]),
        .init(
            name: "a monthly record speaks to the end of the next month, however long",
            dates: dates(every: 1, revision(1, period: "2026-09")), on: "2026-10-31", standing: .current,
            reasons: []),
        .init(
            name: "and so after February", dates: dates(every: 1, revision(1, period: "2026-02")),
            on: "2026-03-31", standing: .current, reasons: []),
        .init(
            name: "a record of a time to come says nothing yet",
            dates: dates(revision(1, period: "2027-03")), on: "2026-11-22", standing: .requested,
            reasons: [.notInForce(from: day("2027-03-01"))]),
        .init(
            name: "nor does it hide that the present is not covered",
            dates: dates(every: 1, revision(1, period: "2026-08"), revision(2, period: "2027-03")),
            on: "2026-11-22", standing: .stale,
            reasons: [.periodEnded(last: day("2026-08-31"), due: day("2026-09-30"))]),
        .init(
            name: "a record without an interval speaks for a year",
            dates: dates(revision(1, period: "2025-11")), on: "2026-11-30", standing: .current, reasons: []),
        .init(
            name: "and no longer", dates: dates(revision(1, period: "2025-11")), on: "2026-12-01",
            standing: .stale,
            reasons: [.periodEnded(last: day("2025-11-30"), due: day("2026-11-30"))]),
        .init(
            name: "a hole",
            dates: dates(
                every: 1, revision(1, period: "2026-06"), revision(2, period: "2026-08"),
                revision(3, period: "2026-09")), on: "2026-09-30", standing: .stale,
            reasons: Period("2026-07").map { [.periodHole($0)] } ?? []),
        .init(
            name: "an old hole is forgiven after a year",
            dates: dates(revision(1, period: "2025-01"), revision(2, period: "2025-03-01..2026-11-22")),
            on: "2026-11-22", standing: .current, reasons: []),
        .init(
            name: "a corrected record takes the place of the one for the same period",
            dates: dates(every: 1, revision(1, period: "2026-10"), revision(2, period: "2026-10")),
            on: "2026-11-22",
            standing: .current, reasons: []),
    ]

    @Test("every reason, firing and not", arguments: cases)
    func judged(_ example: Case) {
        let judged = example.dates.judged(on: Self.day(example.on))
        #expect(judged.standing == example.standing)
        #expect(judged.reasons == example.reasons)
    }

    @Test("revisions that count: the latest document, and the latest record of each period")
    func current() {
        let revisions = [
            Self.revision(1), Self.revision(2), Self.revision(3, period: "2026-05"),
            Self.revision(4, period: "2026-06"), Self.revision(5, period: "2026-05"),
            Self.revision(6, effective: "2027-01-01"),
        ]
        #expect(revisions.current(on: Self.day("2026-11-22")).map(\.number) == [2, 4, 5])
        #expect(revisions.current(on: Self.day("2027-01-01")).map(\.number) == [4, 5, 6])
    }

    @Test("a later day never makes a stale item current again, with fixed dates")
    func monotonous() {
        let dates = Self.dates(every: 12, expires: "2027-05-01", Self.revision(1, effective: "2026-05-01"))
        var wasStale = false
        for offset in 0..<1000 {
            let standing = dates.judged(on: Self.day("2026-05-01").adding(days: offset)).standing
            if wasStale { #expect(standing == .stale) }
            wasStale = standing == .stale
        }
        #expect(wasStale)
    }

    @Test(
        "reasons in words",
        arguments: [
            (
                Reason.noLink(typical: [.budget, .report]), "no-link",
                "no evidence linked; typical: budget, report"
            ),
            (.noLink(typical: []), "no-link", "no evidence linked"),
            (.noFile, "no-file", "requested, no file yet"),
            (.notInForce(from: day("2027-01-01")), "not-in-force", "takes effect only on 2027-01-01"),
            (.reviewPassed(due: day("2026-10-01")), "review-passed", "review was due 2026-10-01"),
            (.expired(on: day("2026-10-01")), "expired", "expired on 2026-10-01"),
            (
                .periodEnded(last: day("2026-09-30"), due: day("2026-10-30")), "period-ended",
                "covers until 2026-09-30; the next was due 2026-10-30"
            ),
        ])
    func words(reason: Reason, code: String, sentence: String) {
        #expect(reason.code == code)
        #expect(reason.sentence == sentence)
    }
}
