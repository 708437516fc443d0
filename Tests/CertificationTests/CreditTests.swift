import Certification
import Testing

/// A register small enough to check by hand: one standard of seven clauses takes credit from one of six.
///
/// | here | relation | there | evidence there | worth |
/// |---|---|---|---|---|
/// | 4.1 | equal | 4.1 | E1 current | credited |
/// | 4.2 | equal | 4.2 | E2 stale | nothing |
/// | 4.3 | partial | 4.3 | E1 current, gap named | partial |
/// | 5.1 | partial | 5.1 | E1 current, no note | nothing |
/// | 5.2 | related | 4.1 | E1 current | nothing |
/// | 6.1 | equal | 5 (a heading) | - | nothing |
/// | 7.1 | equal | 6.1 | E3 suspect | nothing |
@Suite("Credit from another standard")
struct CreditTests {
    static let day = Day(ordinal: 20_779)

    static func catalogue(_ id: String, _ numbers: [String], headings: Set<String> = []) -> Catalogue {
        Catalogue(
            standard: Standard(
                id: id, designation: id.uppercased(), title: id, edition: "1", published: "2026",
                amendments: nil,
                status: "current", successor: nil),
            clauses: numbers.map {
                Clause(
                    number: $0, title: "Title of \($0)", parent: nil, isRequirement: !headings.contains($0),
                    demands: [], note: "", typicalKinds: [.plan], titleSources: 2)
            })
    }

    static let here = catalogue("here", ["4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "7.1"])
    static let there = catalogue("there", ["4.1", "4.2", "4.3", "5", "5.1", "6.1"], headings: ["5"])

    static func reference(_ standard: String, _ number: String) -> ClauseReference {
        ClauseReference(standard: standard, number: number)
    }

    static let map = ClauseMap(
        relations: [
            ("4.1", "4.1", MapStrength.equal), ("4.2", "4.2", .equal), ("4.3", "4.3", .partial),
            ("5.1", "5.1", .partial), ("5.2", "4.1", .related), ("6.1", "5", .equal), ("7.1", "6.1", .equal),
        ].map { here, there, strength in
            // Read from the other side: a relation has no direction.
            ClauseRelation(
                from: reference("there", there), to: reference("here", here), strength: strength, why: "why")
        })

    static let note = CreditNote(
        clause: reference("here", "4.3"), from: reference("there", "4.3"), missing: "our own scope",
        by: "Berg",
        on: day)

    private func report(notes: [CreditNote] = [note], e1 standing: Standing = .current, own: [String] = [])
        -> GapReport
    {
        let dates = EvidenceDates(
            reviewEvery: nil, reviewOn: nil, expires: nil,
            revisions: [RevisionDates(number: 1, effective: nil, period: nil, received: Self.day)])
        func links(_ numbers: [String], reviewed: Int = 1) -> [LinkFacts] {
            numbers.map { LinkFacts(clause: $0, reviewedRevision: reviewed) }
        }
        var there = GapAnalysis(of: Self.there, on: Self.day)
        there.add(
            ClauseStatusTests.item("E1", standing), dates: dates, links: links(["4.1", "4.3", "5.1"]))
        there.add(ClauseStatusTests.item("E2", .stale, .noFile), dates: dates, links: links(["4.2"]))
        there.add(ClauseStatusTests.item("E3", .current), dates: dates, links: links(["6.1"], reviewed: 0))
        var here = GapAnalysis(of: Self.here, on: Self.day)
        here.add(ClauseStatusTests.item("O1", .current), dates: dates, links: links(own))
        return here.report().crediting(there.report(), map: Self.map, notes: notes)
    }

    private func statuses(_ report: GapReport) -> [ClauseStatus] { report.clauses.map(\.status) }

    @Test("as checked by hand")
    func byHand() {
        let report = report()
        #expect(
            statuses(report) == [.credited, .missing, .partial, .missing, .missing, .missing, .missing])
        #expect(
            report.clauses[0].reasons == [
                .init(.credited(from: Self.reference("there", "4.1"), evidence: ["E1"]))
            ])
        #expect(
            report.clauses[2].reasons == [
                .init(
                    .creditedInPart(
                        from: Self.reference("there", "4.3"), evidence: ["E1"], missing: "our own scope"))
            ])
        #expect(report.clauses[1].credits.first?.doubts == [.init(.noFile, evidence: "E2")])
        #expect(report.clauses[4].credits.first?.strength == .related)
        #expect(report.clauses[5].credits.isEmpty)
        #expect(report.clauses[6].credits.first?.doubts == [.init(.revisionUnreviewed(1), evidence: "E3")])
    }

    @Test("credit vanishes with the evidence behind it", arguments: [Standing.stale, .suspect, .requested])
    func vanishes(standing: Standing) {
        #expect(statuses(report(e1: standing)) == Array(repeating: .missing, count: 7))
    }

    @Test("what is covered by itself takes no credit; a note without live evidence counts for nothing")
    func own() {
        #expect(statuses(report(own: ["4.1"]))[0] == .covered)
        #expect(statuses(report(notes: []))[2] == .missing)
    }

    @Test("two standards without a relation of their own, by way of a third")
    func joined() {
        func relation(_ from: String, _ to: String, _ strength: MapStrength) -> ClauseRelation {
            let (left, right) = (from.split(separator: ":"), to.split(separator: ":"))
            return ClauseRelation(
                from: Self.reference(String(left[0]), String(left[1])),
                to: Self.reference(String(right[0]), String(right[1])), strength: strength, why: from)
        }
        let map = ClauseMap(relations: [
            relation("a:1", "hub:1", .equal), relation("b:1", "hub:1", .equal),
            relation("b:2", "hub:1", .partial), relation("a:3", "hub:3", .partial),
            relation("b:3", "hub:3", .partial), relation("a:4", "hub:4", .related),
            relation("b:4", "hub:4", .equal),
        ])
        func joined(_ number: String) -> [String] {
            map.related(to: Self.reference("a", number), in: "b")
                .map { "\($0.other.number) \($0.relation.strength.rawValue)" }
        }
        #expect(joined("1") == ["1 equal", "2 partial"])
        #expect(joined("3") == ["3 related"])
        #expect(joined("4") == ["4 related"])
        #expect(map.relatesDirectly("a", "hub") && !map.relatesDirectly("a", "b"))
        #expect(
            map.related(to: Self.reference("a", "1"), in: "b").first?.relation.why
                == "by way of hub:1: a:1; b:1")
    }

    @Test("an estimate counts each clause once, by its strongest relation, and no heading")
    func estimate() {
        let estimate = CreditEstimate(of: Self.here, ifCertified: Self.there, map: Self.map)
        #expect(
            estimate.lines.map(\.strength) == [.equal, .equal, .partial, .partial, .related, nil, .equal])
        #expect(
            [estimate.count(.equal), estimate.count(.partial), estimate.count(.related), estimate.count(nil)]
                == [3, 2, 1, 1])
    }
}
