import Certification
import Testing

@Suite("Verdicts of people and files that show nothing")
struct VerdictTests {
    static let day = Day(ordinal: 20_779)  // 2026-11-22
    static let seen = Day(ordinal: 20_700)  // 2026-09-04

    private func report(
        _ verdict: Verdict?, items: [(id: String, expires: Day?)] = [("A", nil)]
    ) -> GapReport {
        let clause = ClauseReference(standard: "demo-2020", number: "4.1")
        let assessments = verdict.map {
            [Assessment(clause: clause, verdict: $0, by: "Berg", reason: "not told", on: Self.seen)]
        }
        var analysis = GapAnalysis(
            of: Catalogue(
                standard: GapAnalysisTests.catalogue.standard, clauses: [GapAnalysisTests.clause("4.1")]),
            on: Self.day, decisions: ClauseDecisions(assessments: assessments ?? []))
        for item in items {
            let dates = EvidenceDates(
                reviewEvery: nil, reviewOn: nil, expires: item.expires,
                revisions: [RevisionDates(number: 1, effective: nil, period: nil, received: Self.seen)])
            analysis.add(
                EvidenceJudgement(id: item.id, kind: .record, dates: dates, on: Self.day), dates: dates,
                links: [LinkFacts(clause: "4.1", reviewedRevision: 1)])
        }
        return analysis.report()
    }

    @Test("a gap that a person found is work, whatever the files say; a conforming verdict is none")
    func work() {
        for verdict in [Verdict.gap, .partial] {
            let report = report(verdict)
            #expect(report.clauses.map(\.status) == [.covered])
            #expect(report.open.count == 1)
            let reason = Reason.judged(verdict, "not told", by: "Berg", on: Self.seen)
            #expect(
                report.worklist == [
                    WorkItem(
                        due: Self.seen, evidence: nil, clauses: ["4.1"], status: .covered, reasons: [reason])
                ])
        }
        for verdict in [Verdict.conforming, nil] {
            #expect(report(verdict).open.isEmpty)
            #expect(report(verdict).worklist.isEmpty)
        }
        #expect(report(.conforming, items: []).open.count == 1)
    }

    @Test("what lapsed beside something current is to be renewed too")
    func beside() {
        let report = report(nil, items: [("A", nil), ("B", Self.seen)])
        #expect(report.open.isEmpty)
        #expect(report.worklist.map(\.evidence) == ["B"])
        #expect(report.worklist.map(\.due) == [Self.seen])
    }

    @Test(
        "a file that shows nothing is none",
        arguments: [
            (RevisionFlaw?.none, Standing.current, [Reason]()),
            (.empty, .requested, [.flawed(.empty)]),
            (.unfilled(3), .requested, [.flawed(.unfilled(3))]),
        ])
    func flaw(flaw: RevisionFlaw?, standing: Standing, reasons: [Reason]) {
        let dates = EvidenceDates(
            reviewEvery: nil, reviewOn: nil, expires: nil,
            revisions: [
                RevisionDates(number: 1, effective: nil, period: nil, received: Self.seen, flaw: flaw)
            ])
        let judged = dates.judged(on: Self.day)
        #expect(judged.standing == standing)
        #expect(judged.reasons == reasons)
    }

    @Test("an earlier file that shows something stays in force")
    func earlier() {
        let dates = EvidenceDates(
            reviewEvery: nil, reviewOn: nil, expires: nil,
            revisions: [
                RevisionDates(number: 1, effective: nil, period: nil, received: Self.seen),
                RevisionDates(number: 2, effective: nil, period: nil, received: Self.seen, flaw: .empty),
            ])
        #expect(dates.judged(on: Self.day).standing == .current)
        #expect(dates.revisions.current(on: Self.day).map(\.number) == [1])
    }

    @Test(
        "which files have a flaw",
        arguments: [
            (1, Int?.none, RevisionFlaw?.none), (1, 0, nil), (0, nil, .empty), (0, 4, .empty),
            (9, 4, .unfilled(4)),
        ])
    func flaws(size: Int, places: Int?, flaw: RevisionFlaw?) {
        #expect(RevisionFlaw(size: size, openPlaces: places) == flaw)
    }

    @Test("reasons in words")
    func words() {
        #expect(Reason.flawed(.empty).sentence == "the file holds 0 bytes")
        #expect(Reason.flawed(.unfilled(1)).sentence == "1 place of the skeleton still to be filled in")
        #expect(Reason.flawed(.unfilled(2)).code == "unfilled")
        let judged = Reason.judged(.gap, "no records", by: "A. Berg", on: Self.seen)
        #expect(judged.sentence == "A. Berg found it not fulfilled on 2026-09-04: no records")
        #expect(judged.code == "judged" && judged.day == Self.seen)
    }
}
