import Certification
import GRDB

extension RegisterView {
    /// The revisions of each live item with where their files lie, in the order of identifiers and numbers; an item without
    /// files is left out. Items stream.
    public func forEachSource(of ids: [String]? = nil, _ body: ([EvidenceSource]) throws -> Void) throws {
        let rows = try Self.rows(of: ids, database)
        var sources: [EvidenceSource] = []
        while let row = try rows.next() {
            let source = try EvidenceSource(row)
            if let last = sources.last, last.evidence != source.evidence {
                try body(sources)
                sources = []
            }
            sources.append(source)
        }
        if !sources.isEmpty { try body(sources) }
    }

    private static func rows(of ids: [String]?, _ database: Database) throws -> RowCursor {
        var conditions = Conditions()
        conditions.require("retired IS NULL")
        if let ids {
            let places = ids.map { _ in "?" }.joined(separator: ", ")
            conditions.require("evidence.id IN (\(places))", values: StatementArguments(ids))
        }
        return try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence.id, number, revision.fingerprint, revision.size, label, period_first, period_last,
                    source, stamp.size, stamp.modified, stamp.fingerprint
                FROM evidence CROSS JOIN revision ON revision.evidence = evidence.id
                LEFT JOIN source_stamp AS stamp ON stamp.path = revision.source
                WHERE \(conditions.sql) ORDER BY evidence.id, number
                """, arguments: conditions.arguments)
    }

    /// The live item, other than `id`, of which a revision with this content came from this place; nil where there is none.
    public func owner(of source: String, holding fingerprint: Fingerprint, except id: String) throws
        -> String?
    {
        try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT evidence.id FROM revision CROSS JOIN evidence ON evidence.id = revision.evidence
                    WHERE fingerprint = ? AND source = ? AND evidence.id <> ? AND retired IS NULL
                    ORDER BY 1 LIMIT 1
                    """), arguments: [fingerprint, source, id])
    }
}

extension EvidenceSource {
    fileprivate init(_ row: Row) throws {
        let stamp = try row.integerIfAny(8).map {
            SourceStamp(size: $0, modified: try row.integer(9), fingerprint: try row.fingerprint(10))
        }
        self.init(
            evidence: try row.text(0), revision: try row.integer(1), fingerprint: try row.fingerprint(2),
            size: try row.integer(3), label: try row.textIfAny(4), period: try row.periodIfAny(5, 6),
            path: try row.textIfAny(7), stamp: stamp)
    }
}

extension RegisterTransaction {
    /// Remembers what a file was seen to hold; not part of the journal. Nothing where it is not known where the file lies.
    public func remember(_ content: VaultContent, at source: String?) throws {
        guard let source, let modified = content.modified else { return }
        try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO source_stamp (path, size, modified, fingerprint) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [source, content.size, modified, content.fingerprint])
    }
}
