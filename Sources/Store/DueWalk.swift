import Certification
import GRDB

/// Walks through the evidence that counts with its dates, and reads titles and owners only of what is asked for.
struct DueWalk {
    private let items: RowCursor
    private var revisions: ItemRows

    /// An item of the walk; its row is that of the cursor, so texts are read before the next one.
    struct Item {
        let id: String
        let dates: EvidenceDates
        fileprivate let row: Row

        /// The stable name of one of its dates: `PRO-005.review.1`.
        func key(_ date: EvidenceDue) -> String { "\(id).\(date.rule.rawValue).\(date.occasion)" }

        func title() throws -> String { try row.value(5) }

        func owner() throws -> String? { try row.value(6) }
    }

    init(_ database: Database) throws {
        items = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, review_every, review_on, expires, retired IS NOT NULL, title, owner
                FROM evidence ORDER BY id
                """)
        revisions = try EvidenceWalk.revisions(database)
    }

    mutating func next() throws -> Item? {
        while let row = try items.next() {
            let id = try row.text(0)
            let revisions = try revisions.values(of: id, EvidenceWalk.dates)
            if try row.integer(4) == 1 { continue }
            return Item(
                id: id,
                dates: EvidenceDates(
                    reviewEvery: try row.integerIfAny(1).map { Months($0) }, reviewOn: try row.dayIfAny(2),
                    expires: try row.dayIfAny(3), revisions: revisions), row: row)
        }
        return nil
    }
}
