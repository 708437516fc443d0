import Certification
import Testing

@Suite("Checks of a register")
struct CheckTests {
    static let day = Day(ordinal: 20_779)  // 2026-11-22
    static let past = Day(ordinal: 20_700)

    /// An item with which nothing is wrong, altered by a case.
    struct Item: Sendable {
        var kind = EvidenceKind.procedure
        var title: String?
        var hasOwner = true
        var isClassified = true
        var retain: Months? = ItemChecks.cycle
        var reviewEvery: Months? = Months(24)
        var reviewOn: Day?
        var expires: Day?
        var location: String?
        var revisions = [revision(1)]
        var files = [file(1)]
        var links = [LinkFacts(clause: "8.1", reviewedRevision: 1)]

        var item: CheckedItem {
            CheckedItem(
                id: "X-1", kind: kind, bracketedTitle: title, hasOwner: hasOwner, isClassified: isClassified,
                retain: retain,
                dates: EvidenceDates(
                    reviewEvery: reviewEvery, reviewOn: reviewOn, expires: expires, revisions: revisions,
                    location: location),
                files: files, links: links.isEmpty ? [] : [("demo-1", links)])
        }
    }

    static func revision(
        _ number: Int, period: Period? = nil, effective: Day = past, flaw: RevisionFlaw? = nil
    ) -> RevisionDates {
        RevisionDates(number: number, effective: effective, period: period, received: past, flaw: flaw)
    }

    static func file(
        _ number: Int, size: Int = 9, label: String? = nil, print: String = "a", approved: Day? = past
    ) -> CheckedItem.File {
        CheckedItem.File(number: number, size: size, label: label, fingerprint: print, approved: approved)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let rule: CheckRule
        let sentence: String
        let fix: String
        var fires: Item
        /// As near to the other as can be, and in order.
        var passes: Item

        init(
            _ rule: CheckRule, _ sentence: String, _ fix: String, fires: (inout Item) -> Void,
            passes: (inout Item) -> Void
        ) {
            self.rule = rule
            self.sentence = sentence
            self.fix = fix
            (self.fires, self.passes) = (Item(), Item())
            fires(&self.fires)
            passes(&self.passes)
        }

        var testDescription: String { rule.rawValue }
    }

    static func month(_ text: String) -> [Period] { Period(text).map { [$0] } ?? [] }

    static func records(_ months: String...) -> [RevisionDates] {
        months.flatMap(month).enumerated().map { revision($0 + 1, period: $1, effective: $1.last) }
    }

    static let examples = [
        Example(
            .reviewPassed, "review was due 2026-11-21", "dossier revise X-1 FILE --review DAY",
            fires: { $0.reviewOn = day.adding(days: -1) }, passes: { $0.reviewOn = day }),
        Example(
            .reviewPassed, "review was due 2026-10-04", "dossier revise X-1 FILE",
            fires: { $0.reviewEvery = Months(1) }, passes: { $0.reviewEvery = Months(3) }),
        Example(
            .expired, "expired on 2026-11-21", "dossier revise X-1 FILE --expires DAY",
            fires: { $0.expires = day.adding(days: -1) }, passes: { $0.expires = day }),
        Example(
            .recordOverdue, "covers until 2026-09-30; the next was due 2026-10-31",
            "dossier revise X-1 FILE --period 2026-10-01..DAY",
            fires: {
                ($0.kind, $0.reviewEvery) = (.kpiExport, Months(1))
                ($0.revisions, $0.files) = (records("2026-09"), [file(1)])
            },
            passes: {
                ($0.kind, $0.reviewEvery) = (.kpiExport, Months(1))
                ($0.revisions, $0.files) = (records("2026-10"), [file(1)])
            }),
        Example(
            .periodHole, "covers nothing for 2026-09", "dossier revise X-1 FILE --period 2026-09",
            fires: {
                ($0.kind, $0.reviewEvery) = (.kpiExport, Months(1))
                ($0.revisions, $0.files) = (records("2026-08", "2026-10"), [file(1), file(2)])
                $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 2)]
            },
            passes: {
                ($0.kind, $0.reviewEvery) = (.kpiExport, Months(1))
                ($0.revisions, $0.files) = (records("2026-09", "2026-10"), [file(1), file(2)])
                $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 2)]
            }),
        Example(
            .suspectLink, "changed since somebody looked for 8.1", "dossier review X-1 --by NAME",
            fires: { ($0.revisions, $0.files) = ([revision(1), revision(2)], [file(1), file(2)]) },
            passes: {
                ($0.revisions, $0.files) = ([revision(1), revision(2)], [file(1), file(2)])
                $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 2)]
            }),
        Example(
            .suspectLink, "changed since somebody looked for 8.1", "dossier review X-1 --by NAME",
            fires: { $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 1, clauseChanged: true)] },
            passes: { $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 1)] }),
        Example(
            .linkSuggested, "was suggested, and nobody reviewed it, for 8.1", "dossier review X-1 --by NAME",
            fires: { $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 0, isSuggested: true)] },
            passes: { $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 1)] }),
        Example(
            .approvalOutdated, "revision 2 is in force, revision 1 was approved",
            "dossier approve X-1 --number 2 --by NAME",
            fires: {
                ($0.revisions, $0.files) = (
                    [revision(1), revision(2)], [file(1), file(2, approved: nil)]
                )
                $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 2)]
            },
            passes: {
                // The second takes effect only later.
                ($0.revisions, $0.files) = (
                    [revision(1), revision(2, effective: day.adding(days: 1))],
                    [file(1), file(2, approved: nil)]
                )
            }),
        Example(
            .approvalMissing, "revision 1 is not approved", "dossier approve X-1 --number 1 --by NAME",
            fires: { $0.files = [file(1, approved: nil)] },
            passes: { ($0.kind, $0.files) = (.minutes, [file(1, approved: nil)]) }),
        Example(
            .approvalLate, "took effect on 2026-09-04, was approved on 2026-09-05",
            "dossier revise X-1 FILE --effective DAY --approved-by NAME",
            fires: { $0.files = [file(1, approved: past.adding(days: 1))] },
            passes: { $0.files = [file(1, approved: past)] }),
        Example(
            .emptyFile, "revision 1: the file holds 0 bytes", "dossier revise X-1 FILE",
            fires: { $0.revisions = [revision(1, flaw: .empty)] }, passes: { $0.revisions = [revision(1)] }),
        Example(
            .unfilled, "revision 1: 7 places of the skeleton still to be filled in",
            "dossier revise X-1 FILE",
            fires: { $0.revisions = [revision(1, flaw: .unfilled(7))] },
            passes: {
                ($0.revisions, $0.files) = (
                    [revision(1, flaw: .unfilled(7)), revision(2)], [file(1), file(2)]
                )
                $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 2)]
            }),
        Example(
            .ownerMissing, "has no owner", "dossier revise X-1 --owner NAME",
            fires: { $0.hasOwner = false }, passes: { $0.hasOwner = true }),
        Example(
            .reviewUnset, "has no date of review", "dossier revise X-1 --review-every 12m",
            fires: { $0.reviewEvery = nil },
            passes: { ($0.reviewEvery, $0.expires) = (nil, day) }),
        Example(
            .clauseMissing, "is linked to no clause", "dossier link X-1 CLAUSE",
            fires: { $0.links = [] }, passes: { _ in }),
        Example(
            .linkOnly, "only a link, no file: https://dms/1", "dossier revise X-1 FILE",
            fires: { ($0.revisions, $0.files, $0.location) = ([], [], "https://dms/1") },
            passes: { $0.location = "https://dms/1" }),
        Example(
            .classificationMissing, "has no classification",
            "dossier revise X-1 --classification internal",
            fires: { $0.isClassified = false }, passes: { _ in }),
        Example(
            .retentionShort, "is kept for 35m, a cycle lasts 36m", "dossier revise X-1 --retain 36m",
            fires: { $0.retain = Months(35) }, passes: { $0.retain = nil }),
        Example(
            .labelAsTitle, "is called by [Label], a label of ours", "dossier revise X-1 --title TITLE",
            fires: { $0.title = "Proof of [Label]" }, passes: { $0.title = "Proof [draft]" }),
        Example(
            .versionRepeated, "revisions 1 and 2 differ and are both version 1.0",
            "dossier revise X-1 FILE --revision LABEL",
            fires: {
                $0.revisions = [revision(1), revision(2)]
                $0.files = [file(1, label: "1.0"), file(2, label: "1.0", print: "b")]
                $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 2)]
            },
            passes: {
                $0.revisions = [revision(1), revision(2)]
                $0.files = [file(1, label: "1.0"), file(2, label: "1.0")]
                $0.links = [LinkFacts(clause: "8.1", reviewedRevision: 2)]
            }),
    ]

    static let catalogue = Catalogue(
        standard: Standard(
            id: "demo-1", designation: "Demo", title: "Demo", edition: "1", published: "2020-01",
            amendments: nil, status: "current", successor: nil),
        clauses: [clause("8.1", "[Label]", sources: 0), clause("8.2", "Title", sources: 2)])

    static func clause(_ number: String, _ title: String, sources: Int) -> Clause {
        Clause(
            number: number, title: title, parent: nil, isRequirement: true, demands: [], note: "",
            typicalKinds: [], titleSources: sources)
    }

    @Test("each check of an item fires, and stays silent", arguments: examples)
    func item(example: Example) {
        let checks = ItemChecks(on: Self.day, catalogues: [Self.catalogue])
        let found = checks.look(at: example.fires.item).problems
        #expect(found == [CheckProblem(example.rule, "X-1", example.sentence, fix: example.fix)])
        #expect(checks.look(at: example.passes.item).problems == [])
    }

    private func clauses(
        _ catalogue: Catalogue = catalogue, items: [Item] = [], assessed: [Assessment] = []
    ) -> [CheckProblem] {
        var checks = ClauseChecks(
            of: catalogue, on: Self.day, decisions: ClauseDecisions(assessments: assessed))
        let each = ItemChecks(on: Self.day, catalogues: [catalogue])
        for (number, facts) in items.enumerated() {
            let item = facts.item
            let named = CheckedItem(
                id: "X-\(number + 1)", kind: item.kind, bracketedTitle: nil, hasOwner: true,
                isClassified: true, retain: nil, dates: item.dates, files: item.files, links: item.links)
            checks.add(named, each.look(at: named).standing, links: item.links.flatMap(\.links))
        }
        return checks.problems.filter { $0.rule != .titleUnconfirmed }
    }

    private func stale() -> Item {
        var item = Item()
        item.expires = Self.past
        return item
    }

    @Test("a clause that hangs on one stale item, and one that hangs on two")
    func single() {
        #expect(
            clauses(items: [stale()]) == [
                CheckProblem(
                    .clauseSingleStale, "demo-1:8.1", "only X-1 is linked, and it is stale",
                    fix: "dossier revise X-1 FILE")
            ])
        #expect(clauses(items: [stale(), stale()]) == [])
        #expect(clauses(items: [Item()]) == [])
    }

    private func verdict(_ verdict: Verdict, on day: Day) -> Assessment {
        Assessment(
            clause: ClauseReference(standard: "demo-1", number: "8.1"), verdict: verdict, by: "A. Berg",
            reason: "seen", on: day)
    }

    @Test("a verdict without evidence, and an old one")
    func verdicts() {
        #expect(
            clauses(assessed: [verdict(.conforming, on: Self.past)]) == [
                CheckProblem(
                    .verdictUnsupported, "demo-1:8.1",
                    "A. Berg found it conforming on 2026-09-04; its evidence is missing",
                    fix: "dossier link ID demo-1:8.1")
            ])
        #expect(clauses(items: [Item()], assessed: [verdict(.conforming, on: Self.past)]) == [])
        #expect(
            clauses(items: [Item()], assessed: [verdict(.gap, on: Self.past)]) == [
                CheckProblem(
                    .verdictOpen, "demo-1:8.1", "A. Berg found it not fulfilled on 2026-09-04: seen",
                    fix: "dossier assess demo-1:8.1 --verdict conforming --by NAME --reason TEXT")
            ])
        let year = Self.day.adding(Months(-12))
        #expect(
            clauses(items: [Item()], assessed: [verdict(.conforming, on: year.adding(days: -1))]) == [
                CheckProblem(
                    .verdictOld, "demo-1:8.1", "the verdict of A. Berg is from 2025-11-21",
                    fix: "dossier assess demo-1:8.1 --verdict conforming --by NAME --reason TEXT")
            ])
        #expect(clauses(items: [Item()], assessed: [verdict(.conforming, on: year)]) == [])
    }

    @Test("what a catalogue says of itself")
    func catalogue() {
        let fine = ClauseChecks(
            of: Catalogue(standard: Self.catalogue.standard, clauses: [Self.catalogue.clauses[1]]),
            on: Self.day, decisions: ClauseDecisions())
        #expect(fine.problems == [])
        let unsure = ClauseChecks(of: Self.catalogue, on: Self.day, decisions: ClauseDecisions())
        #expect(
            unsure.problems == [
                CheckProblem(
                    .titleUnconfirmed, "demo-1", "1 of 2 titles of clauses are not confirmed",
                    fix: "dossier standard show demo-1")
            ])
        let standard = Standard(
            id: "demo-1", designation: "Demo", title: "Demo", edition: "1", published: "2020-01",
            amendments: nil, status: "replaced", successor: "Demo:2026 in force since 2026-04")
        let old = Catalogue(standard: standard, clauses: [Self.clause("8.1", "[Label]", sources: 2)])
        #expect(
            clauses(old) == [
                CheckProblem(
                    .editionReplaced, "demo-1", "Demo:2026 in force since 2026-04",
                    fix: "dossier standard migrate demo-1 NEW --map FILE"),
                CheckProblem(
                    .labelAsTitle, "demo-1:8.1", "the catalogue counts [Label] as confirmed; it is a label",
                    fix: "dossier standard add FILE"),
            ])
    }

    @Test("every check is fired by a test, and says what it looks for and why")
    func published() {
        let elsewhere: Set<CheckRule> = [
            .clauseSingleStale, .verdictUnsupported, .verdictOld, .verdictOpen, .titleUnconfirmed,
            .editionReplaced,
            .duplicateContent,
        ]
        #expect(Set(Self.examples.map(\.rule)).union(elsewhere) == Set(CheckRule.allCases))
        #expect(CheckRule.allCases.map(\.severity) == CheckRule.allCases.map(\.severity).sorted(by: >))
        for rule in CheckRule.allCases { #expect(!rule.statement.isEmpty && rule.explanation.hasSuffix(".")) }
    }
}
