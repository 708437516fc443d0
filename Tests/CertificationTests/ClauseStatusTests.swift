import Certification
import Testing

@Suite("The status of a clause, with its reasons")
struct ClauseStatusTests {
    static let day = Day(ordinal: 20_779)  // 2026-11-22
    static let (maintain, both): ([DocumentedInformation], [DocumentedInformation]) = (
        [.maintain], [.maintain, .retain]
    )

    static func item(
        _ id: String, _ standing: Standing, answers: DocumentedInformationSet = [], _ reasons: Reason...
    ) -> EvidenceJudgement {
        EvidenceJudgement(id: id, kind: .record, standing: standing, reasons: reasons, answers: answers)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        var demands: [DocumentedInformation] = []
        var evidence: [EvidenceJudgement] = []
        var settled: Reason?
        let status: ClauseStatus
        let reasons: [ClauseReason]

        var testDescription: String { name }
    }

    static let expired = Reason.expired(on: Day(ordinal: 1))

    static let examples = [
        Example(name: "nothing linked", status: .missing, reasons: [.init(.noLink(typical: [.plan]))]),
        Example(
            name: "asked for", evidence: [item("A", .requested, .noFile)], status: .requested,
            reasons: [.init(.noFile, evidence: "A")]),
        Example(
            name: "only a link to the original", evidence: [item("A", .requested, .linkOnly("https://x"))],
            status: .requested, reasons: [.init(.linkOnly("https://x"), evidence: "A")]),
        Example(
            name: "lapsed goes before asked for",
            evidence: [item("A", .requested, .noFile), item("B", .stale, expired)], status: .stale,
            reasons: [.init(expired, evidence: "B"), .init(.noFile, evidence: "A")]),
        Example(
            name: "suspect goes before lapsed",
            evidence: [item("A", .stale, expired), item("B", .suspect, .revisionUnreviewed(2))],
            status: .suspect,
            reasons: [.init(.revisionUnreviewed(2), evidence: "B"), .init(expired, evidence: "A")]),
        Example(
            name: "a suspect link beside a reviewed one",
            evidence: [item("A", .suspect, .clauseChanged), item("B", .current)], status: .covered,
            reasons: [.init(.clauseChanged, evidence: "A")]),
        Example(name: "current", evidence: [item("A", .current)], status: .covered, reasons: []),
        Example(
            name: "current, but no document that is demanded", demands: maintain,
            evidence: [item("A", .current, answers: .retain)], status: .partial,
            reasons: [.init(.demandUnanswered(.maintain))]),
        Example(
            name: "one of two demands is met by a lapsed item only", demands: both,
            evidence: [
                item("A", .current, answers: .maintain), item("B", .stale, answers: .retain, expired),
            ],
            status: .partial,
            reasons: [.init(.demandUnanswered(.retain)), .init(expired, evidence: "B")]),
        Example(
            name: "two items together answer both demands", demands: both,
            evidence: [item("A", .current, answers: .maintain), item("B", .current, answers: .retain)],
            status: .covered, reasons: []),
        Example(
            name: "excluded, whatever is linked", demands: both, evidence: [item("A", .current)],
            settled: .excluded("no premises"), status: .excluded, reasons: [.init(.excluded("no premises"))]),
        Example(
            name: "not applicable", demands: both, settled: .notApplicable("no design", by: "Berg"),
            status: .notApplicable, reasons: [.init(.notApplicable("no design", by: "Berg"))]),
    ]

    @Test("each status", arguments: examples)
    func status(example: Example) {
        let clause = Clause(
            number: "8.3", title: "T", parent: nil, isRequirement: true, demands: example.demands, note: "",
            typicalKinds: [.plan], titleSources: 2)
        let judgement = ClauseJudgement(clause: clause, evidence: example.evidence, settled: example.settled)
        #expect(judgement.status == example.status)
        #expect(judgement.reasons == example.reasons)
        #expect(judgement.demands.count == (example.settled == nil ? example.demands.count : 0))
    }

    @Test("the table has every status but credited, which needs another standard")
    func complete() {
        #expect(Set(Self.examples.map(\.status)).union([.credited]) == Set(ClauseStatus.allCases))
        #expect(ClauseStatus.allCases.filter(\.isOpen) == [.partial, .suspect, .stale, .requested, .missing])
        #expect(ClauseStatus.allCases.filter { !$0.applies } == [.excluded, .notApplicable])
        #expect(ClauseStatus.allCases == ClauseStatus.allCases.sorted())
    }

    @Test(
        "reasons in words",
        arguments: [
            (Reason.linkOnly("https://dms/7"), "link-only", "only a link, no file: https://dms/7"),
            (.revisionUnreviewed(3), "revision-unreviewed", "revision 3 was not reviewed for this clause"),
            (.clauseChanged, "clause-changed", "the clause changed in the catalogue since the review"),
            (
                .linkSuggested, "link-suggested",
                "the link was suggested by the document's words; nobody reviewed it yet"
            ),
            (.unapproved(2), "unapproved", "revision 2 is not approved"),
            (
                .demandUnanswered(.maintain), "demand-unanswered",
                "a document to maintain is demanded; nothing current provides it"
            ),
            (
                .demandUnanswered(.retain), "demand-unanswered",
                "a record to retain is demanded; nothing current provides it"
            ),
            (
                .credited(from: .init(standard: "b-1", number: "4.1"), evidence: ["X", "Y"]), "credited",
                "backed by X, Y for b-1:4.1, which asks for the same"
            ),
            (
                .creditedInPart(
                    from: .init(standard: "b-1", number: "4.1"), evidence: ["X"], missing: "half"),
                "credited-in-part", "backed in part by X for b-1:4.1; missing: half"
            ),
            (.excluded("no premises"), "excluded", "excluded by the statement of applicability: no premises"),
            (.notApplicable("no design", by: "Berg"), "not-applicable", "not applicable: no design (Berg)"),
        ])
    func words(reason: Reason, code: String, sentence: String) {
        #expect(reason.code == code)
        #expect(reason.sentence == sentence)
        #expect(reason.day == nil)
    }
}

@Suite("Suspect links")
struct LinkDoubtTests {
    static func revision(_ number: Int, period: String? = nil, effective: String? = nil) -> RevisionDates {
        RevisionDates(
            number: number, effective: effective.flatMap { Day($0) }, period: period.flatMap { Period($0) },
            received: Day(ordinal: 20_000))
    }

    @Test(
        "which revision nobody looked at",
        arguments: [
            ([revision(1)], 1, nil), ([revision(1)], 0, 1), ([revision(1), revision(2)], 1, 2),
            ([revision(1), revision(2)], 2, nil), ([], 0, nil),
            // Not in force yet: what holds today was looked at.
            ([revision(1), revision(2, effective: "2027-01-01")], 1, nil),
            // A further period is no replacement; the same period again is one.
            ([revision(1, period: "2026-05"), revision(2, period: "2026-06")], 1, nil),
            ([revision(1, period: "2026-05"), revision(2, period: "2026-05")], 1, 2),
            ([revision(1, period: "2026-05"), revision(2, period: "2026-06")], 0, 1),
            // A document beside records of periods.
            ([revision(1, period: "2026-05"), revision(2)], 1, 2),
        ] as [([RevisionDates], Int, Int?)])
    func unreviewed(revisions: [RevisionDates], reviewed: Int, expected: Int?) {
        let dates = EvidenceDates(reviewEvery: nil, reviewOn: nil, expires: nil, revisions: revisions)
        #expect(dates.unreviewed(since: reviewed, on: ClauseStatusTests.day) == expected)
    }

    @Test("a doubt makes a current item suspect; a stale one stays stale and tells both reasons")
    func standing() {
        let dates = EvidenceDates(
            reviewEvery: nil, reviewOn: nil, expires: nil, revisions: [Self.revision(1), Self.revision(2)])
        let link = LinkFacts(clause: "8.1", reviewedRevision: 1, clauseChanged: true, answers: [.retain])
        let current = ClauseStatusTests.item("A", .current)
            .linked(by: link, dates: dates, kinds: .usual, on: ClauseStatusTests.day)
        #expect(current.standing == .suspect)
        #expect(current.reasons == [.revisionUnreviewed(2), .clauseChanged])
        #expect(current.answers == .retain)
        let stale = ClauseStatusTests.item("A", .stale, .noFile)
            .linked(by: link, dates: dates, kinds: .usual, on: ClauseStatusTests.day)
        #expect(stale.standing == .stale)
        #expect(stale.reasons == [.noFile, .revisionUnreviewed(2), .clauseChanged])
    }
}
