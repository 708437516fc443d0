import Certification
import GRDB

/// Walks through all that checks look at: evidence with its dates and links, beside it the facts and files that
/// judging a gap does not need.
struct CheckWalk {
    private var items: EvidenceWalk
    private let facts: RowCursor
    private var files: ItemRows

    init(_ database: Database) throws {
        items = try EvidenceWalk(database)
        facts = try Row.fetchCursor(
            database,
            sql: """
                SELECT CASE WHEN instr(title, '[') > 0 THEN title END, owner IS NOT NULL AND owner <> '',
                    classification IS NOT NULL, retain
                FROM evidence ORDER BY id
                """)
        files = try ItemRows(
            Row.fetchCursor(
                database,
                sql: """
                    SELECT revision.evidence, revision.number, size, label, revision.fingerprint, approval.day
                    FROM revision LEFT JOIN approval
                        ON approval.evidence = revision.evidence AND approval.revision = revision.number
                    ORDER BY revision.evidence, revision.number
                    """))
    }

    /// The next item in the order of identifiers that was not retired.
    mutating func next() throws -> CheckedItem? {
        while let item = try items.next(), let row = try facts.next() {
            let held = try files.values(of: item.id, Self.file)
            if item.isRetired { continue }
            let retain: Months? = try row.value(3)
            return try CheckedItem(
                id: item.id, kind: item.kind, bracketedTitle: row.value(0), hasOwner: row.value(1),
                isClassified: row.value(2), retain: retain, dates: item.dates, files: held, links: item.links)
        }
        return nil
    }

    private static func file(_ row: Row) throws -> CheckedItem.File {
        try CheckedItem.File(
            number: row.value(1), size: row.value(2), label: row.value(3), fingerprint: row.value(4),
            approved: row.value(5))
    }
}
