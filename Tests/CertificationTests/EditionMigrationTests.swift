import Certification
import Testing

@Suite("Migration to a new edition")
struct EditionMigrationTests {
    static let header = "from_standard\tfrom_clause\tto_standard\tto_clause\tstrength\twhy\n"
    static let old = edition("old", ["4", "4.1", "4.2", "8", "8.1", "8.2", "9"], headings: ["4", "8"])
    static let new = edition(
        "new", ["4", "4.1", "4.2", "4.2.1", "4.2.2", "8", "8.1", "9", "9.1"],
        headings: ["4", "4.2", "8", "9"])

    static func edition(_ id: String, _ numbers: [String], headings: Set<String>) -> Catalogue {
        Catalogue(
            standard: Standard(
                id: id, designation: id.uppercased(), title: id, edition: "1", published: "2026-01",
                amendments: nil, status: "current", successor: nil),
            clauses: numbers.map { number in
                GapAnalysisTests.clause(
                    number, parent: number.contains(".") ? String(number.prefix(1)) : nil,
                    requirement: !headings.contains(number))
            })
    }

    /// `old new strength`, the other way round with `<` at the end.
    static func map(_ rows: [String]) throws -> EditionMap {
        let lines = rows.map { row in
            let fields = row.split(separator: " ").map(String.init)
            let (old, new) = ("old\t\(fields[0])", "new\t\(fields[1])")
            return "\(fields.count > 3 ? "\(new)\t\(old)" : "\(old)\t\(new)")\t\(fields[2])\twhy\n"
        }
        return try EditionMap(parsing: header + lines.joined(), from: Self.old, to: Self.new)
    }

    @Test(
        "which clauses take the place of one",
        arguments: [
            ("4.1", ["4.1 4.1 equal"], ["4.1 equal"]),
            ("4.1", ["4.1 4.1 equal <"], ["4.1 equal"]),
            ("4.1", ["4.1 8.1 related", "4.1 4.1 partial"], ["4.1 partial", "8.1 related"]),
            ("4.1", ["4.2 4.1 equal"], []),
            // A heading stands for what is below it.
            ("4", ["4.1 4.1 partial", "4.2 4.1 equal", "4 4 equal"], ["4.1 equal"]),
            ("4", ["4 4 equal"], ["4 equal"]),
            // The new heading gives way to its clauses.
            ("4.2", ["4.2 4.2 equal", "4.2 4.2.2 partial"], ["4.2.2 partial"]),
            ("4.2", ["4.2 4.2 equal"], ["4.2 equal"]),
        ])
    func successors(number: String, rows: [String], expected: [String]) throws {
        let map = try Self.map(rows)
        let clause = try #require(Self.old.clause(number))
        #expect(map.successors(of: clause).map { "\($0.clause.number) \($0.strength)" } == expected)
    }

    @Test(
        "to which clauses nothing carries over",
        arguments: [
            ([], ["4.1", "4.2.1", "4.2.2", "8.1", "9.1"]),
            (["4 4 equal", "4.1 4.1 equal", "8.1 8.1 partial"], ["4.2.1", "4.2.2", "9.1"]),
            (["4.1 4.1 equal", "4.2 4.2 equal", "8.1 8.1 related", "9 9 equal"], ["8.1 8.1"]),
        ])
    func arrivals(rows: [String], expected: [String]) throws {
        let arrivals = try Self.map(rows).arrivals
        #expect(arrivals.map { ([$0.clause.number] + $0.related).joined(separator: " ") } == expected)
    }

    @Test(
        "what is to be done about a link",
        arguments: [
            (["old:4.1"], ["4.1 4.1 equal"], ["4.1 4.1 link"]),
            (["old:4.1"], ["4.1 4.1 partial", "4.1 8.1 related"], ["4.1 4.1 revise", "4.1 8.1 look"]),
            (["old:4.1"], [], ["4.1 - decide"]),
            (["old:4.1", "new:4.1"], ["4.1 4.1 equal"], ["4.1 4.1 done"]),
            (["old:4.1", "new:4"], ["4.1 4.1 partial"], ["4.1 4.1 done"]),
            (["old:4.2", "new:4.2.1"], ["4.2 4.2 equal"], ["4.2 4.2 link"]),
            (["old:4.2", "new:4.2.1", "new:4.2.2"], ["4.2 4.2 equal"], ["4.2 4.2 done"]),
            (["old:8"], ["8.1 8.1 equal"], ["8 8.1 link"]),
            (["new:4.1"], ["4.1 4.1 equal"], []),
        ])
    func work(links: [String], rows: [String], expected: [String]) throws {
        var migration = EditionMigration(by: try Self.map(rows))
        migration.add(record(links))
        migration.add(record(links, retired: "gone"))
        #expect(
            migration.work.map { "\($0.from.number) \($0.successor?.clause.number ?? "-") \($0.task)" }
                == expected)
        #expect(migration.links == links.count { $0.hasPrefix("old") })
        #expect(migration.items == (expected.isEmpty ? 0 : 1))
    }

    private func record(_ links: [String], retired: String? = nil) -> EvidenceRecord {
        EvidenceRecord(
            evidence: Evidence(id: "E-1", title: "Plan", kind: .plan), retired: retired, revisions: [],
            links: links.map { link in
                let parts = link.split(separator: ":").map(String.init)
                return Link(evidence: "E-1", clause: ClauseReference(standard: parts[0], number: parts[1]))
            })
    }

    @Test("every problem of the map with its line")
    func problems() {
        let text =
            Self.header + "old\t4.1\tnew\t4.1\tsame\tx\n" + "# ours\nold\t4.9\tnew\t4.8\tequal\tx\n"
            + "old\t4.1\told\t4.1\tequal\tx\n" + "new\t4.1\told\t7\tequal\tx\n"
        #expect(throws: CatalogueFile.Problems.self) {
            try EditionMap(parsing: text, from: Self.old, to: Self.new)
        }
        do {
            _ = try EditionMap(parsing: text, from: Self.old, to: Self.new)
        } catch {
            #expect(
                error.problems.map { "\($0.line): \($0.message)" } == [
                    "2: \"same\" is no strength; known: equal, partial, related",
                    "4: 4.9 is no clause of OLD", "4: 4.8 is no clause of NEW",
                    "5: relates old to old, not old to new", "6: 7 is no clause of OLD",
                ])
        }
    }
}
