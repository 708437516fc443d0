import Certification
import GRDB

/// The questions behind readiness.
extension RegisterView {
    /// Judges one standard on a day by streaming through the live evidence that is linked to it.
    public func gap(of catalogue: Catalogue, on day: Day) throws -> GapReport {
        var analysis = GapAnalysis(of: catalogue, on: day)
        try forEachLinkedItem(standard: catalogue.standard.id) { item in
            analysis.add(
                EvidenceJudgement(id: item.id, kind: item.kind, dates: item.dates, on: day),
                linkedTo: item.clauses)
        }
        return analysis.report()
    }

    /// One row a revision, so an item with several revisions spans several rows.
    private func forEachLinkedItem(standard: String, _ body: (LinkedItem) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence.id, kind, review_every, review_on, expires,
                    (SELECT group_concat(clause, ' ') FROM link
                     WHERE link.evidence = evidence.id AND link.standard = ?) AS clauses,
                    revision.number, effective, period_first, period_last, received
                FROM evidence LEFT JOIN revision ON revision.evidence = evidence.id
                WHERE retired IS NULL AND clauses IS NOT NULL
                ORDER BY evidence.id, revision.number
                """, arguments: [standard])
        var item: LinkedItem?
        while let row = try rows.next() {
            let revision = try Self.revisionDates(row)
            if let open = item, open.id == (try row.value(0) as String) {
                item = open.adding(revision)
            } else {
                if let item { try body(item) }
                item = try Self.linkedItem(row, revision)
            }
        }
        if let item { try body(item) }
    }

    private static func linkedItem(_ row: Row, _ revision: RevisionDates?) throws -> LinkedItem {
        let clauses: String = try row.value(5)
        return try LinkedItem(
            id: row.value(0), kind: row.value(1),
            dates: EvidenceDates(
                reviewEvery: row.value(2), reviewOn: row.value(3), expires: row.value(4),
                revisions: revision.map { [$0] } ?? []
            ),
            clauses: clauses.split(separator: " ").map(String.init))
    }

    private static func revisionDates(_ row: Row) throws -> RevisionDates? {
        guard let number: Int = try row.value(6) else { return nil }
        let (first, last): (Day?, Day?) = try (row.value(8), row.value(9))
        return try RevisionDates(
            number: number, effective: row.value(7),
            period: first.flatMap { first in last.flatMap { Period(first, $0) } },
            received: row.value(10))
    }
}

/// What judging needs of an item, without its texts.
private struct LinkedItem {
    let id: String
    let kind: EvidenceKind
    let dates: EvidenceDates
    let clauses: [String]

    func adding(_ revision: RevisionDates?) -> Self {
        guard let revision else { return self }
        return Self(
            id: id, kind: kind,
            dates: EvidenceDates(
                reviewEvery: dates.reviewEvery, reviewOn: dates.reviewOn, expires: dates.expires,
                revisions: dates.revisions + [revision]),
            clauses: clauses)
    }
}
