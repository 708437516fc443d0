import Certification
import GRDB

/// The questions behind readiness.
extension RegisterView {
    /// Judges one standard on a day by streaming through the live evidence that is linked to it.
    public func gap(of catalogue: Catalogue, on day: Day) throws -> GapReport {
        var analysis = GapAnalysis(of: catalogue, on: day)
        var walk = try EvidenceWalk(database: database, standard: catalogue.standard.id)
        while let item = try walk.next() {
            analysis.add(
                EvidenceJudgement(id: item.id, kind: item.kind, dates: item.dates, on: day),
                linkedTo: item.clauses)
        }
        return analysis.report()
    }
}

/// What judging needs of an item, without its texts.
struct LinkedItem {
    let id: String
    let kind: EvidenceKind
    let dates: EvidenceDates
    /// Numbers of the clauses that it is linked to.
    let clauses: [String]
}

/// Walks through evidence, revisions and links side by side, each in the order of identifiers: every table is
/// read once, in one pass.
struct EvidenceWalk {
    private let items: RowCursor
    private let revisions: RowCursor
    private let links: RowCursor
    private var revision: Row?
    private var link: Row?

    /// A walk through the live items that are linked to a standard.
    init(database: Database, standard: String) throws {
        items = try Row.fetchCursor(
            database,
            sql:
                "SELECT id, kind, review_every, review_on, expires, retired IS NULL FROM evidence ORDER BY id"
        )
        revisions = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence, number, effective, period_first, period_last, received
                FROM revision ORDER BY evidence, number
                """)
        // The plus sign keeps SQLite in the order of the primary key, so that nothing is sorted.
        links = try Row.fetchCursor(
            database,
            sql: "SELECT evidence, group_concat(clause, ' ') FROM link WHERE +standard = ? GROUP BY evidence",
            arguments: [standard])
        revision = try revisions.next()
        link = try links.next()
    }

    /// The next item.
    mutating func next() throws -> LinkedItem? {
        while let row = try items.next() {
            let id: String = try row.value(0)
            let dates = try revisionDates(of: id)
            let clauses = try clauses(of: id)
            guard let clauses, try row.value(5) else { continue }
            return try LinkedItem(
                id: id, kind: row.value(1),
                dates: EvidenceDates(
                    reviewEvery: row.value(2), reviewOn: row.value(3), expires: row.value(4), revisions: dates
                ),
                clauses: clauses)
        }
        return nil
    }

    private mutating func revisionDates(of id: String) throws -> [RevisionDates] {
        var dates: [RevisionDates] = []
        while let row = revision, Self.isSame(try row.value(0), id) {
            dates.append(try Self.dates(row))
            revision = try revisions.next()
        }
        return dates
    }

    private mutating func clauses(of id: String) throws -> [String]? {
        guard let row = link, Self.isSame(try row.value(0), id) else { return nil }
        let numbers: String = try row.value(1)
        link = try links.next()
        return numbers.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// Identifiers are compared without regard to case, as the database does.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || left.lowercased() == right.lowercased()
    }

    private static func dates(_ row: Row) throws -> RevisionDates {
        let (first, last): (Day?, Day?) = try (row.value(3), row.value(4))
        return try RevisionDates(
            number: row.value(1), effective: row.value(2),
            period: first.flatMap { first in last.flatMap { Period(first, $0) } }, received: row.value(5))
    }
}
