import Certification
import GRDB

/// A content in which a question found something.
public struct TextHit {
    /// The content.
    public let fingerprint: Fingerprint
    private let makeSnippet: () throws -> String

    fileprivate init(_ fingerprint: Fingerprint, snippet: @escaping () throws -> String) {
        self.fingerprint = fingerprint
        makeSnippet = snippet
    }

    /// Some words around what was found, with `TextIndex.marks` around that. It reads the document once more, so it is
    /// asked for what is shown only, and before the next hit.
    public func snippet() throws -> String { try makeSnippet() }
}

extension TextIndex {
    /// What stands before and after a found word in a snippet.
    public static let marks = (before: "[", after: "]")

    /// Calls for each content that answers a question, the best first, until `body` says that it is enough. A word in a
    /// name or a title weighs more than one in the text.
    public func forEachHit(_ query: SearchQuery, _ body: (TextHit) throws -> Bool) throws {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT fingerprint, found.id, found.score FROM (
                        SELECT rowid AS id, bm25(document, 8.0, 8.0, 3.0, 1.0) AS score FROM document
                        WHERE document MATCH ?1) AS found
                    JOIN source ON source.document = found.id ORDER BY found.score, fingerprint
                    """, arguments: [query.expression])
            while let row = try rows.next() {
                guard let fingerprint = Fingerprint(hex: try row.text(0)) else { continue }
                let document = try row.integer(1)
                let hit = TextHit(fingerprint) { try Self.snippet(of: document, query, database) }
                if try !body(hit) { return }
            }
        }
    }

    private static func snippet(of document: Int, _ query: SearchQuery, _ database: Database) throws -> String
    {
        try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT snippet(document, -1, ?3, ?4, '…', 24) FROM document
                    WHERE document MATCH ?1 AND rowid = ?2
                    """), arguments: [query.expression, document, marks.before, marks.after]) ?? ""
    }
}
