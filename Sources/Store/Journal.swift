import Certification
import GRDB

/// The journal's table.
struct Journal {
    let database: Database

    func head() throws -> JournalHead {
        let row = try Row.fetchOne(
            database, sql: "SELECT sequence, time, hash FROM journal ORDER BY sequence DESC LIMIT 1")
        return try head(row)
    }

    /// The newest entry that is neither about a bundle that was packed nor about where a file lies.
    func newestFact() throws -> JournalHead {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT sequence, time, hash FROM journal
                WHERE json_extract(change, '$.type') NOT IN ('bundle-packed', 'source-found')
                ORDER BY sequence DESC LIMIT 1
                """)
        return try head(row)
    }

    private func head(_ row: Row?) throws -> JournalHead {
        guard let row else { return .empty }
        return try JournalHead(
            sequence: row.decode(atIndex: 0), time: row.decode(atIndex: 1), hash: row.decode(atIndex: 2))
    }

    func append(_ entry: JournalEntry) throws {
        let statement = try database.cachedStatement(
            sql:
                "INSERT INTO journal (sequence, time, actor, change, previous, hash) VALUES (?, ?, ?, ?, ?, ?)"
        )
        try statement.execute(arguments: [
            entry.sequence, entry.time, entry.actor, entry.change, entry.previous, entry.hash,
        ])
    }

    /// The entries that satisfy a condition, oldest first.
    ///
    /// Decoding throws where a damaged entry holds something else than a time or a hash.
    func entries(_ conditions: Conditions) throws
        -> MapCursor<RowCursor, JournalEntry>
    {
        try Row.fetchCursor(
            database,
            sql:
                "SELECT sequence, time, actor, change, previous, hash FROM journal WHERE \(conditions.sql) ORDER BY sequence",
            arguments: conditions.arguments
        ).map { row in
            try JournalEntry(
                sequence: row.decode(atIndex: 0), time: row.decode(atIndex: 1), actor: row.decode(atIndex: 2),
                change: row.decode(atIndex: 3), previous: row.decode(atIndex: 4), hash: row.decode(atIndex: 5)
            )
        }
    }
}
