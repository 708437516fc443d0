import Certification
import Testing

@Suite("Statement of applicability")
struct ApplicabilityTests {
    static let catalogue = Catalogue(
        standard: Standard(
            id: "demo-2026", designation: "Demo:2026", title: "Demo", edition: "1", published: "2026-01",
            amendments: nil, status: "current", successor: nil, controls: "A"),
        clauses: [
            clause("4", requirement: false), clause("4.1", parent: "4"), clause("5.1", parent: "5"),
            clause("A", requirement: false), clause("A.5", parent: "A", requirement: false),
            clause("A.5.1", parent: "A.5"), clause("A.5.2", parent: "A.5"),
            clause("A.7", parent: "A", requirement: false), clause("A.7.4", parent: "A.7"),
        ])

    private static func clause(_ number: String, parent: String? = nil, requirement: Bool = true) -> Clause {
        GapAnalysisTests.clause(number, parent: parent, requirement: requirement)
    }

    private static func reference(_ number: String) -> ClauseReference {
        ClauseReference(standard: "demo-2026", number: number)
    }

    private static func usual(_ number: String) -> ControlStatement {
        ControlStatement(usualOf: reference(number))
    }

    private func statement(
        _ stated: [ControlStatement] = [], items: [(EvidenceJudgement, [String])] = [],
        assessed: [Assessment] = [], of catalogue: Catalogue = catalogue
    ) -> StatementOfApplicability {
        var analysis = GapAnalysis(
            of: catalogue, on: Day(ordinal: 20_000),
            decisions: ClauseDecisions(assessments: assessed, controls: stated))
        for (item, clauses) in items {
            analysis.add(
                item, dates: GapAnalysisTests.oneRevision,
                links: clauses.map { LinkFacts(clause: $0, reviewedRevision: 1) })
        }
        return StatementOfApplicability(
            organization: "ACME", catalogue: catalogue, report: analysis.report(), statements: stated,
            version: .empty)
    }

    @Test("every control applies unless somebody said otherwise; clauses are no controls")
    func usual() {
        let statement = statement()
        #expect(statement.themes.map(\.heading.number) == ["A.5", "A.7"])
        #expect(statement.controls.map(\.clause.number) == ["A.5.1", "A.5.2", "A.7.4"])
        #expect(statement.sentence == "3 controls: 3 apply, 0 excluded; 0 implemented, 3 no evidence")
        for control in statement.controls {
            #expect(control.applies && control.owner == nil)
            #expect(control.justification == StatedControl.usualJustification)
        }
    }

    @Test("what is said of a control stands in its line, beside what the evidence says")
    func said() throws {
        let stated = [
            Self.usual("A.5.1").including(because: "the law").owned(by: "CISO"),
            Self.usual("A.7.4").excluding(because: "no premises"),
        ]
        let item = GapAnalysisTests.item("LOG-1", .record, .current)
        let statement = statement(stated, items: [(item, ["A"])])
        #expect(statement.sentence == "3 controls: 2 apply, 1 excluded; 2 implemented")
        #expect(
            statement.controls.map(\.justification) == [
                "the law", "applied as part of treating risks", "no premises",
            ])
        #expect(statement.controls.map(\.owner) == ["CISO", nil, nil])
        #expect(statement.controls.map(\.implementation) == [.implemented, .implemented, .notApplied])
        #expect(statement.controls.map { $0.evidence.map(\.id) } == [["LOG-1"], ["LOG-1"], ["LOG-1"]])
    }

    @Test(
        "implementation is read off the status",
        arguments: [
            (ClauseStatus.covered, "implemented"), (.credited, "implemented"),
            (.partial, "implemented in part"),
            (.suspect, "to be reviewed"), (.stale, "lapsed"), (.requested, "planned"),
            (.missing, "no evidence"),
            (.excluded, "not applied"), (.notApplicable, "not applied"),
        ])
    func implementation(status: ClauseStatus, words: String) {
        #expect(ControlImplementation(status).words == words)
    }

    @Test("facts are kept when others change, and the usual is nothing to keep")
    func facts() {
        let owned = Self.usual("A.5.1").owned(by: "CISO")
        let excluded = owned.including(because: "the law").excluding(because: "none here")
        #expect(excluded.owner == "CISO" && excluded.exclusion == "none here" && excluded.inclusion == nil)
        #expect(excluded.including(because: nil) == owned)
        #expect(owned.including(because: "x").including(because: nil).inclusion == "x")
        #expect(owned.including(because: "x").including(because: "") == owned)
        #expect(owned.owned(by: "").isDefault)
    }

    @Test("equal statements do not differ, and every kind of difference is found")
    func differences() {
        #expect(StatementOfApplicability.differences(from: statement(), to: statement()).isEmpty)
        let before = [
            Self.usual("A.5.2").excluding(because: "a"), Self.usual("A.7.4").including(because: "c"),
        ]
        let after = [
            Self.usual("A.5.1").excluding(because: "b").owned(by: "CISO"),
            Self.usual("A.7.4").including(because: "d"),
        ]
        let verdict = Assessment(
            clause: Self.reference("A.7.4"), verdict: .gap, by: "Berg", reason: "r", on: Day(ordinal: 1))
        let item = GapAnalysisTests.item("LOG-1", .record, .requested)
        let found = StatementOfApplicability.differences(
            from: statement(before), to: statement(after, items: [(item, ["A.7.4"])], assessed: [verdict]))
        #expect(
            found.map { [$0.clause.number, $0.aspect.rawValue, $0.from ?? "-", $0.to ?? "-"] } == [
                ["A.5.1", "excluded", "applied as part of treating risks", "b"],
                ["A.5.1", "owner", "-", "CISO"],
                ["A.5.2", "included", "a", "applied as part of treating risks"],
                ["A.7.4", "justification", "c", "d"],
                ["A.7.4", "implementation", "no evidence", "planned"],
                ["A.7.4", "assessment", "-", "gap"],
            ])
    }

    @Test("controls that only one of two catalogues has")
    func catalogues() {
        let smaller = Catalogue(
            standard: Self.catalogue.standard,
            clauses: Self.catalogue.clauses.filter { $0.number != "A.5.2" })
        func aspects(_ from: Catalogue, _ to: Catalogue) -> [ControlAspect] {
            StatementOfApplicability.differences(from: statement(of: from), to: statement(of: to)).map(
                \.aspect)
        }
        #expect(aspects(smaller, Self.catalogue) == [.added])
        #expect(aspects(Self.catalogue, smaller) == [.removed])
    }

    @Test(
        "a number means the control, however it is written",
        arguments: [
            ("A.7.4", "A.7.4"), ("a7.4", "A.7.4"), ("7.4", "A.7.4"), ("demo:5.1", "A.5.1"),
            ("annex A 5.1", "A.5.1"), ("control 5.1", "A.5.1"), ("A.7.4.", "A.7.4"), ("A", "A"), ("5", "A.5"),
        ])
    func found(text: String, number: String) throws {
        #expect(try ControlFinder([Self.catalogue]).control(text).clause.number == number)
    }

    @Test("what is no control is refused with the reason")
    func refused() {
        let finder = ControlFinder([Self.catalogue, GapAnalysisTests.catalogue])
        #expect(throws: ControlRefusal.requirement(Self.reference("4.1"), designation: "Demo:2026")) {
            try ControlFinder([Self.catalogue]).control("4.1")
        }
        let nearest = ["A.7.4", "A.5.1", "A.5.2"].compactMap(Self.catalogue.clause)
        #expect(throws: ControlRefusal.unknown("7.9", designation: "Demo:2026", nearest: nearest)) {
            try finder.control("7.9")
        }
        #expect(throws: ClauseFinder.Failure.noStandards) { try ControlFinder([]).control("A.5.1") }
        let other = GapAnalysisTests.catalogue
        #expect(throws: ControlRefusal.noControls([other.standard], others: [])) {
            try ControlFinder([other]).control("A.5.1")
        }
    }

    @Test("of several standards with controls one must be named")
    func several() throws {
        let standard = Standard(
            id: "other-2026", designation: "Other:2026", title: "", edition: "", published: "",
            amendments: nil, status: "", successor: nil, controls: "A")
        let other = Catalogue(
            standard: standard, clauses: Self.catalogue.clauses.filter { $0.number != "A.7.4" })
        let finder = ControlFinder([Self.catalogue, other])
        let known = ["demo-2026", "other-2026"]
        #expect(throws: ControlRefusal.standardNeeded(nil, known: known)) { try finder.catalogue(nil) }
        #expect(throws: ControlRefusal.standardNeeded("A.5.1", known: known)) { try finder.control("A.5.1") }
        #expect(try finder.control("A.7.4").reference == Self.reference("A.7.4"))
        #expect(try finder.control("other:5.1").catalogue == other)
        #expect(try finder.catalogue("other") == other)
    }
}
