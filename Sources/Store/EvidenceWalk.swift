import Certification
import GRDB

/// What judging needs of an item, without its texts.
struct WalkedItem {
    let id: String
    let kind: EvidenceKind
    let isRetired: Bool
    let dates: EvidenceDates
    /// Its links by standard.
    let links: [(standard: String, links: [LinkFacts])]

    /// The position of each of these standards that the item is linked to, with its links there.
    func forEachLinked(_ catalogues: [Catalogue], _ body: (Int, [LinkFacts]) -> Void) {
        for (standard, links) in links {
            for index in catalogues.indices where catalogues[index].standard.id == standard {
                body(index, links)
            }
        }
    }
}

/// Walks through evidence, revisions and links side by side, each in the order of identifiers: every table is
/// read once, in one pass.
struct EvidenceWalk {
    private let items: RowCursor
    private var revisions: ItemRows
    private var links: ItemRows

    /// A walk through all items with their links to all standards.
    init(_ database: Database) throws {
        items = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, kind, review_every, review_on, expires, retired IS NOT NULL, location
                FROM evidence ORDER BY id
                """)
        revisions = try Self.revisions(database)
        links = try ItemRows(
            Row.fetchCursor(
                database,
                sql: """
                    SELECT evidence, standard, clause, reviewed_revision, clause_changed, answers, suggested
                    FROM link ORDER BY evidence, standard, clause
                    """))
    }

    /// The next item in the order of identifiers.
    mutating func next() throws -> WalkedItem? {
        guard let row = try items.next() else { return nil }
        let id = try row.text(0)
        return WalkedItem(
            id: id, kind: try row.kind(1), isRetired: try row.integer(5) == 1,
            dates: EvidenceDates(
                reviewEvery: try row.integerIfAny(2).map { Months($0) }, reviewOn: try row.dayIfAny(3),
                expires: try row.dayIfAny(4), revisions: try revisions.values(of: id, Self.dates),
                location: try row.textIfAny(6)),
            links: try links(of: id))
    }

    private mutating func links(of id: String) throws -> [(standard: String, links: [LinkFacts])] {
        var found: [(standard: String, links: [LinkFacts])] = []
        for (standard, facts) in try links.values(of: id, { (try $0.text(1), try Self.facts($0)) }) {
            if found.last?.standard != standard { found.append((standard, [])) }
            found[found.count - 1].links.append(facts)
        }
        return found
    }

    private static func facts(_ row: Row) throws -> LinkFacts {
        LinkFacts(
            clause: try row.text(2), reviewedRevision: try row.integer(3),
            clauseChanged: try row.integer(4) == 1,
            answers: row.hasNull(atIndex: 5)
                ? nil : DocumentedInformationSet(DocumentedInformation.list(try row.text(5))),
            isSuggested: try row.integer(6) == 1)
    }

    /// What of all revisions `dates` reads.
    static func revisions(_ database: Database) throws -> ItemRows {
        try ItemRows(
            Row.fetchCursor(
                database,
                sql: """
                    SELECT evidence, number, effective, period_first, period_last, received, size, open_places
                    FROM revision ORDER BY evidence, number
                    """))
    }

    static func dates(_ row: Row) throws -> RevisionDates {
        RevisionDates(
            number: try row.integer(1), effective: try row.dayIfAny(2),
            period: try row.periodIfAny(3, 4),
            received: try row.day(5),
            flaw: RevisionFlaw(size: try row.integer(6), openPlaces: try row.integerIfAny(7)))
    }
}

extension Row {
    func day(_ index: Int) throws -> Day {
        let text = try text(index)
        guard let day = Day(text) else { throw RowValueError(what: "a day", text: text) }
        return day
    }

    func dayIfAny(_ index: Int) throws -> Day? { hasNull(atIndex: index) ? nil : try day(index) }

    func kind(_ index: Int) throws -> EvidenceKind {
        let text = try text(index)
        guard let kind = EvidenceKind(storedAs: text) else { throw RowValueError(what: "a kind", text: text) }
        return kind
    }

    /// The time between two days; nil where the first column is empty.
    func periodIfAny(_ first: Int, _ last: Int) throws -> Period? {
        guard let day = try dayIfAny(first) else { return nil }
        return try dayIfAny(last).flatMap { Period(day, $0) }
    }
}
