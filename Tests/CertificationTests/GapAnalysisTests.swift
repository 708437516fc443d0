import Certification
import Testing

@Suite("Gap analysis")
struct GapAnalysisTests {
    static let catalogue = Catalogue(
        standard: Standard(
            id: "demo-2026", designation: "Demo:2026", title: "Demo", edition: "1", published: "2026-01",
            amendments: nil, status: "current", successor: nil),
        clauses: [
            clause("8", requirement: false), clause("8.6", parent: "8", requirement: false),
            clause("8.6.1", parent: "8.6", demands: [.maintain, .retain]), clause("8.6.2", parent: "8.6"),
            clause("8.60", parent: "8"), clause("9", requirement: false),
            clause("9.1", parent: "9", demands: [.retain]),
        ])

    static func clause(
        _ number: String, parent: String? = nil, requirement: Bool = true,
        demands: [DocumentedInformation] = []
    ) -> Clause {
        Clause(
            number: number, title: "Title of \(number)", parent: parent, isRequirement: requirement,
            demands: demands, note: "", typicalKinds: [.record], titleSources: 2)
    }

    static func item(_ id: String, _ kind: EvidenceKind, _ standing: Standing, _ reasons: [Reason] = [])
        -> EvidenceJudgement
    {
        EvidenceJudgement(id: id, kind: kind, standing: standing, reasons: reasons)
    }

    static let oneRevision = EvidenceDates(
        reviewEvery: nil, reviewOn: nil, expires: nil,
        revisions: [
            RevisionDates(number: 1, effective: nil, period: nil, received: Day(ordinal: 1))
        ])

    private func report(_ items: [(EvidenceJudgement, [String])]) -> GapReport {
        var analysis = GapAnalysis(of: Self.catalogue, on: Day(ordinal: 20_000))
        for (item, clauses) in items {
            analysis.add(
                item, dates: Self.oneRevision,
                links: clauses.map { LinkFacts(clause: $0, reviewedRevision: 1) })
        }
        return analysis.report()
    }

    private func statuses(_ report: GapReport) -> [String: ClauseStatus] {
        Dictionary(
            report.clauses.map { ($0.clause.number, $0.status) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("without evidence everything is missing, headings are not judged")
    func empty() {
        let report = report([])
        #expect(report.clauses.map(\.clause.number) == ["8.6.1", "8.6.2", "8.60", "9.1"])
        #expect(report.count(.missing) == 4)
        #expect(report.open.count == 4)
        #expect(report.clauses[0].reasons.map(\.reason) == [.noLink(typical: [.record])])
    }

    @Test("the best item decides, the reasons of the others stay")
    func best() throws {
        let stale = Reason.expired(on: Day(ordinal: 1))
        let report = report([
            (Self.item("A", .procedure, .stale, [stale]), ["8.6.1"]),
            (Self.item("B", .procedure, .current), ["8.6.1"]),
            (Self.item("C", .procedure, .stale, [stale]), ["8.6.2"]),
            (Self.item("D", .procedure, .requested, [.noFile]), ["8.6.2", "9.1"]),
        ])
        #expect(
            statuses(report) == ["8.6.1": .partial, "8.6.2": .stale, "8.60": .missing, "9.1": .requested])
        let first = try #require(report.clauses.first)
        #expect(first.evidence.map(\.id) == ["B", "A"])
        #expect(first.reasons == [.init(.demandUnanswered(.retain)), .init(stale, evidence: "A")])
    }

    @Test("a link to a heading stands for every requirement clause below it, once")
    func heading() {
        let report = report([(Self.item("A", .plan, .current), ["8.6", "8", "8.6.1"])])
        #expect(
            statuses(report) == ["8.6.1": .partial, "8.6.2": .covered, "8.60": .covered, "9.1": .missing])
        #expect(report.clauses[0].evidence.map(\.id) == ["A"])
    }

    @Test("8.6 is no heading of 8.60, and unknown clauses do nothing")
    func prefixes() {
        let report = report([(Self.item("A", .plan, .current), ["8.6", "7.7"])])
        #expect(statuses(report)["8.60"] == .missing)
    }

    @Test(
        "demands are answered by kind, not by the mere presence of a file",
        arguments: [
            (EvidenceKind.policy, Standing.current, [DocumentedInformation.retain]),
            (.minutes, .current, [.maintain]), (.register, .current, []), (.policy, .stale, [.retain]),
            (.register, .requested, [.maintain, .retain]),
        ])
    func demands(kind: EvidenceKind, standing: Standing, missing: [DocumentedInformation]) {
        let report = report([(Self.item("A", kind, standing), ["8.6.1", "9.1"])])
        #expect(report.unansweredDemands.filter { $0.clause.number == "8.6.1" }.map(\.demand) == missing)
        #expect(report.demandCount == 3)
    }

    @Test("every kind answers at least one demand")
    func kinds() {
        for kind in EvidenceKind.allCases { #expect(!KindAnswers.usual.demands(answeredBy: kind).isEmpty) }
        #expect(EvidenceKind.allCases.count == 35)
    }
}
