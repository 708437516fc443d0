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
    private let revisions: RowCursor
    private let links: RowCursor
    private var revision: Row?
    private var link: Row?

    /// A walk through all items with their links to all standards.
    init(_ database: Database) throws {
        items = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, kind, review_every, review_on, expires, retired IS NOT NULL, location
                FROM evidence ORDER BY id
                """)
        revisions = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence, number, effective, period_first, period_last, received, size, open_places
                FROM revision ORDER BY evidence, number
                """)
        links = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence, standard, clause, reviewed_revision, clause_changed, answers
                FROM link ORDER BY evidence, standard, clause
                """)
        revision = try revisions.next()
        link = try links.next()
    }

    /// The next item in the order of identifiers.
    mutating func next() throws -> WalkedItem? {
        guard let row = try items.next() else { return nil }
        let id = try row.text(0)
        return WalkedItem(
            id: id, kind: try row.kind(1), isRetired: try row.integer(5) == 1,
            dates: EvidenceDates(
                reviewEvery: try row.integerIfAny(2).map { Months($0) }, reviewOn: try row.dayIfAny(3),
                expires: try row.dayIfAny(4), revisions: try revisionDates(of: id),
                location: row.hasNull(atIndex: 6) ? nil : try row.text(6)),
            links: try links(of: id))
    }

    private mutating func revisionDates(of id: String) throws -> [RevisionDates] {
        var dates: [RevisionDates] = []
        while let row = revision, Self.isSame(try row.text(0), id) {
            dates.append(try Self.dates(row))
            revision = try revisions.next()
        }
        return dates
    }

    private mutating func links(of id: String) throws -> [(standard: String, links: [LinkFacts])] {
        var found: [(standard: String, links: [LinkFacts])] = []
        while let row = link, Self.isSame(try row.text(0), id) {
            let standard = try row.text(1)
            if found.last?.standard != standard { found.append((standard, [])) }
            found[found.count - 1].links.append(try Self.facts(row))
            link = try links.next()
        }
        return found
    }

    private static func facts(_ row: Row) throws -> LinkFacts {
        LinkFacts(
            clause: try row.text(2), reviewedRevision: try row.integer(3),
            clauseChanged: try row.integer(4) == 1,
            answers: row.hasNull(atIndex: 5)
                ? nil : DocumentedInformationSet(DocumentedInformation.list(try row.text(5))))
    }

    /// Identifiers are compared without regard to case, as the database does; they hold ASCII only.
    static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        // Most often the last digit differs.
        guard left.utf8.count == right.utf8.count, let end = left.utf8.last, let otherEnd = right.utf8.last,
            end | 0x20 == otherEnd | 0x20
        else { return false }
        return zip(left.utf8, right.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 | 0x20 && $0 >= 0x41 }
    }

    static func dates(_ row: Row) throws -> RevisionDates {
        RevisionDates(
            number: try row.integer(1), effective: try row.dayIfAny(2),
            period: try row.dayIfAny(3).flatMap { first in try row.dayIfAny(4).flatMap { Period(first, $0) }
            },
            received: try row.day(5),
            flaw: RevisionFlaw(size: try row.integer(6), openPlaces: try row.integerIfAny(7)))
    }
}

/// Columns of the types that SQLite has, decoded without a detour: a walk reads a million of them.
extension Row {
    func text(_ index: Int) throws -> String { try decode(String.self, atIndex: index) }

    func integer(_ index: Int) throws -> Int { try decode(Int.self, atIndex: index) }

    func integerIfAny(_ index: Int) throws -> Int? {
        hasNull(atIndex: index) ? nil : try integer(index)
    }

    func day(_ index: Int) throws -> Day {
        let text = try text(index)
        guard let day = Day(text) else { throw RowValueError(what: "a day", text: text) }
        return day
    }

    func dayIfAny(_ index: Int) throws -> Day? { hasNull(atIndex: index) ? nil : try day(index) }

    fileprivate func kind(_ index: Int) throws -> EvidenceKind {
        let text = try text(index)
        guard let kind = EvidenceKind(storedAs: text) else { throw RowValueError(what: "a kind", text: text) }
        return kind
    }
}

/// A column that holds something else than it must.
struct RowValueError: Error, CustomStringConvertible {
    let what: String
    let text: String

    var description: String { "\"\(text)\" stands where \(what) is expected" }
}
