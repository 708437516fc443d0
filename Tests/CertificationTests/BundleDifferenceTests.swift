import Testing

@testable import Certification

@Suite("What changed between two bundles") struct BundleDifferenceTests {
    typealias Item = SampleEntry

    private func differences(_ before: [Item], _ after: [Item]) throws -> [ItemDifference] {
        try BundleDifference(from: SampleBundle.index(before), to: SampleBundle.index(after)).items
    }

    @Test(
        "an item",
        arguments: [
            ([], [Item()], "new", ["revision 1"]),
            ([], [Item(files: [])], "new", ["no file of it is in force"]),
            ([Item(files: [])], [Item()], "new", ["its first file: revision 1"]),
            ([Item(files: [.init(1, "a", .withheld)])], [Item()], "new", ["was withheld"]),
            ([Item()], [], "gone", ["retired, or no longer linked to the standard"]),
            ([Item(links: ["9.9": nil])], [], "gone", ["the later bundle does not cover its clauses"]),
            ([Item()], [Item(files: [])], "gone", ["no file of it is in force any more"]),
            (
                [Item()], [Item(files: [.init(1, "a", .withheld)])], "gone",
                ["withheld now: the bundle goes up to internal"]
            ),
            (
                [Item()], [Item(files: [.init(1, "a", .beforeWindow)])], "gone",
                ["its records are of a time before the window of the audit"]
            ),
            (
                [Item()], [Item(files: [.init(1, "a", .superseded), .init(2, "b")])], "replaced",
                ["revision 2 replaces revision 1"]
            ),
            ([Item()], [Item(files: [.init(1, "a"), .init(2, "b")])], "replaced", ["added: revision 2"]),
            (
                [Item(files: [.init(1, "a"), .init(2, "b")])], [Item()], "replaced",
                ["no longer in force: revision 2"]
            ),
            ([Item()], [Item(files: [.init(7, "a", path: "data/elsewhere")])], "unchanged", []),
            ([Item()], [Item(files: [.init(1, "a", .otherPart)])], "unchanged", []),
            ([Item()], [Item("B")], "changed", ["title: B, was A"]),
            ([Item()], [Item(owner: "CISO")], "changed", ["owner: CISO, was none"]),
            ([Item()], [Item(standing: .stale)], "changed", ["standing: stale, was current"]),
            (
                [Item(links: ["8": nil])], [Item(links: ["7": nil, "10": nil])], "changed",
                ["linked to 7, 10", "unlinked from 8"]
            ),
            (
                [Item(links: ["8": "section 1"])], [Item(links: ["8": "section 2"])], "changed",
                ["the place for 8: section 2, was section 1"]
            ),
        ] as [([Item], [Item], String, [String])])
    func item(before: [Item], after: [Item], outcome: String, details: [String]) throws {
        let found = try differences(before, after)
        #expect(found.map(\.outcome.rawValue) == [outcome])
        #expect(found.first?.details == details)
    }

    @Test("what only the register knows")
    func retired() throws {
        let difference = try BundleDifference(
            from: SampleBundle.index([Item()]), to: SampleBundle.index([]), retired: ["A-1": "merged"])
        #expect(difference.items.first?.details == ["retired: merged"])
    }

    @Test("of a withheld item only what it may tell")
    func withheld() throws {
        let hidden = Item("(withheld)", links: ["8": nil], files: [.init(1, "b", .withheld)])
        let found = try differences([Item(links: ["8": "section 1"])], [hidden])
        #expect(found.first?.details == ["withheld now: the bundle goes up to internal"])
    }

    @Test(
        "a clause",
        arguments: [
            (.missing, .covered, "better"), (.covered, .partial, "worse"), (.partial, .stale, "worse"),
            (.requested, .credited, "better"), (.missing, .excluded, "otherwise"),
            (.notApplicable, .covered, "otherwise"), (.covered, .covered, nil),
        ] as [(ClauseStatus, ClauseStatus, String?)])
    func clause(before: ClauseStatus, now: ClauseStatus, direction: String?) throws {
        let difference = try BundleDifference(
            from: SampleBundle.index([], status: before), to: SampleBundle.index([], status: now))
        #expect(difference.clauses.first?.direction.rawValue == direction)
    }

    @Test("bundles of different standards are not compared")
    func standards() throws {
        let other = SampleBundle.index([], standard: "iso9001-2015")
        #expect(
            throws: BundleDifference.OtherStandard(before: "iso20000-1-2018!", after: "iso9001-2015!")
        ) { try BundleDifference(from: SampleBundle.index([]), to: other) }
    }

    @Test("what makes them less comparable is said")
    func remarks() throws {
        let before = SampleBundle.index([], organization: "ACME Ltd", sequence: 9, clauses: ["8"], level: nil)
        let difference = try BundleDifference(from: before, to: SampleBundle.index([]))
        #expect(
            difference.remarks == [
                #"the organization was "ACME Ltd" and is "ACME""#,
                "the earlier bundle covers clauses 8, the later one the whole standard",
                "the earlier bundle holds every level, the later one what is classified up to internal",
                "the earlier bundle tells of a later state: is it the other way round?",
            ])
    }

    @Test(
        "a finding",
        arguments: [
            (nil, .init(), "opened", ["raised on 2026-04-24"]),
            (nil, .init(closed: "2026-06-01"), "closed", ["raised on 2026-04-24", "closed on 2026-06-01"]),
            (
                .init(), .init(closed: "2026-06-01"), "closed",
                ["state: closed, was open", "closed on 2026-06-01"]
            ),
            (
                .init(closed: "2026-06-01"), .init(), "reopened", ["state: open, was closed", "open again"]
            ),
            (.init(), .init(cause: "the form"), "changed", ["new cause"]), (.init(), .init(), nil, nil),
            (.init(), nil, "gone", ["the later bundle does not tell of it"]),
        ] as [(SampleFinding?, SampleFinding?, String?, [String]?)])
    func finding(before: SampleFinding?, now: SampleFinding?, change: String?, details: [String]?) throws {
        let entries = { (sample: SampleFinding?) in [sample].compactMap { $0?.entry } }
        let difference = try BundleDifference(
            from: SampleBundle.index([], findings: entries(before)),
            to: SampleBundle.index([], findings: entries(now)))
        let found = try #require(difference.findings)
        #expect(found.first?.change.rawValue == change)
        #expect(found.first?.details == details)
        #expect(difference.isEmpty == (change == nil))
    }

    @Test("where one bundle tells of no findings nothing is said of them")
    func unknownFindings() throws {
        let before = SampleBundle.index([], findings: [])
        #expect(try BundleDifference(from: before, to: SampleBundle.index([])).findings == nil)
    }

    @Test("a tally in a sentence")
    func sentence() throws {
        let difference = try BundleDifference(
            from: SampleBundle.index([Item(), Item(id: "A-2")], status: .missing, findings: []),
            to: SampleBundle.index(
                [Item(), Item(id: "A-3")], status: .covered, findings: [SampleFinding().entry]))
        #expect(
            difference.tally.sentence
                == "1 new, 1 unchanged, 1 gone; 1 clause better; 1 finding opened")
        #expect(
            difference.since(SampleBundle.hash("b")).sentence
                == "1 new, 1 gone; 1 clause better; 1 finding opened")
        let none = try BundleDifference(from: SampleBundle.index([]), to: SampleBundle.index([]))
        #expect(none.tally.sentence == "nothing")
    }
}

/// Rules that hold for any two bundles.
@Suite("What changed between any two bundles") struct BundleDifferencePropertyTests {
    private static let seeds = Array(UInt64(1)...200)

    @Test("a bundle does not differ from itself", arguments: seeds)
    func itself(seed: UInt64) throws {
        var dice = RandomBundle(seed: seed)
        let index = dice.index()
        let difference = try BundleDifference(from: index, to: index)
        #expect(difference.isEmpty)
        #expect(difference.tally.unchanged == index.evidence.count)
        #expect(difference.since(SampleBundle.hash("x")).items.isEmpty)
    }

    @Test("each item is counted once, and backwards what is new is gone", arguments: seeds)
    func counts(seed: UInt64) throws {
        var dice = RandomBundle(seed: seed)
        let (before, after) = (dice.index(), dice.index())
        let (there, back) = (
            try BundleDifference(from: before, to: after), try BundleDifference(from: after, to: before)
        )
        let names = Set(before.evidence.map(\.id)).union(after.evidence.map(\.id))
        let tally = there.tally
        #expect(
            tally.new + tally.replaced + tally.changed + tally.unchanged + tally.gone == names.count)
        let reverse: [ItemDifference.Outcome: ItemDifference.Outcome] = [.new: .gone, .gone: .new]
        #expect(
            there.items.map { reverse[$0.outcome] ?? $0.outcome } == back.items.map(\.outcome))
        #expect(there.items.map(\.linked) == back.items.map(\.unlinked))
        #expect(tally.clausesBetter == back.tally.clausesWorse)
    }

    @Test("the order in which a bundle lists makes no difference", arguments: seeds)
    func order(seed: UInt64) throws {
        var dice = RandomBundle(seed: seed)
        let (before, after) = (dice.index(), dice.index())
        let mixed = (dice.mixed(before), dice.mixed(after))
        #expect(
            try BundleDifference(from: before, to: after)
                == BundleDifference(from: mixed.0, to: mixed.1))
    }
}
