import Certification
import Testing

@Suite("Comparison of standards")
struct StandardComparisonTests {
    static let one = EditionMigrationTests.edition("one", ["4", "4.1", "4.2", "4.3"], headings: ["4"])
    static let two = EditionMigrationTests.edition("two", ["4", "4.1", "4.2"], headings: ["4"])
    static let three = EditionMigrationTests.edition("three", ["4", "4.1"], headings: ["4"])
    static let map = ClauseMap(relations: [
        relation("one:4", "two:4.1", .equal), relation("one:4.1", "two:4.1", .partial),
        relation("one:4.2", "two:4.1", .equal), relation("one:4.3", "two:4.2", .related),
        relation("three:4.1", "two:4.1", .equal),
    ])

    static func relation(_ from: String, _ to: String, _ strength: MapStrength) -> ClauseRelation {
        ClauseRelation(from: reference(from), to: reference(to), strength: strength, why: "why")
    }

    static func reference(_ text: String) -> ClauseReference {
        let parts = text.split(separator: ":").map(String.init)
        return ClauseReference(standard: parts[0], number: parts[1])
    }

    @Test(
        "the closest relation decides the class, headings never count",
        arguments: [
            ("one", "two", ["4.1 partly", "4.2 shared", "4.3 own"], []),
            ("two", "one", ["4.1 shared", "4.2 own"], []),
            ("one", "three", ["4.1 partly", "4.2 shared", "4.3 own"], ["two"]),
            ("three", "one", ["4.1 shared"], ["two"]),
        ])
    func classes(one: String, other: String, expected: [String], byWayOf: [String]) throws {
        let comparison = StandardComparison(of: [Self.one, Self.two, Self.three], map: Self.map)
        #expect(comparison.overlaps.count == 6)
        let overlap = try #require(
            comparison.overlaps.first { $0.standard.id == one && $0.other.id == other })
        #expect(overlap.lines.map { "\($0.clause.number) \($0.share)" } == expected)
        #expect(overlap.byWayOf == byWayOf)
        #expect(overlap.isKnown)
    }

    @Test("a clause of one's own may still be worth a look, and says where")
    func related() throws {
        let overlap = StandardOverlap(of: Self.one, with: Self.two, map: Self.map)
        let last = try #require(overlap.lines.last)
        #expect(last.relations == [Self.relation("one:4.3", "two:4.2", .related)])
    }

    @Test("without any relation all is a standard's own, and nothing is known")
    func unknown() {
        let overlap = StandardOverlap(of: Self.one, with: Self.two, map: ClauseMap(relations: []))
        #expect(overlap.count(.own, of: .clauses) == 3)
        #expect(!overlap.isKnown && overlap.byWayOf.isEmpty)
        #expect(overlap.parts == [.clauses])
    }
}
