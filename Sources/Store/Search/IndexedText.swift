import Certification
import GRDB

/// A content of the register as the index of texts knows it.
public struct IndexableContent: Hashable, Sendable {
    /// The content.
    public let fingerprint: Fingerprint
    /// Octets.
    public let size: Int
    /// How it is called: its file's name.
    public let fileName: String
    /// The titles and names under which it is to be found, in one line.
    public let name: String
}

/// What was read of a content.
public struct ReadContent: Sendable {
    /// The content.
    public let content: IndexableContent
    /// Its text.
    public let text: DocumentText
    /// Why there is none, in a few words; nil where there is.
    public let silent: String?

    /// What was read of a content; `silent` where nothing could be.
    public init(content: IndexableContent, text: DocumentText, silent: String? = nil) {
        self.content = content
        self.text = text
        self.silent = silent
    }
}

extension RegisterView {
    /// Every content of items that are not retired, with the names under which it is to be found.
    public func indexableContents() throws -> [IndexableContent] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT fingerprint, max(size), max(original_name), group_concat(title || ' ' || original_name, ' | ')
                FROM (SELECT fingerprint, size, original_name, title FROM revision
                    JOIN evidence ON evidence.id = revision.evidence WHERE retired IS NULL ORDER BY evidence.id)
                GROUP BY fingerprint
                """)
        var contents: [IndexableContent] = []
        while let row = try rows.next() {
            guard let fingerprint = Fingerprint(hex: try row.text(0)) else { continue }
            contents.append(
                IndexableContent(
                    fingerprint: fingerprint, size: try row.integer(1), fileName: try row.text(2),
                    name: try row.text(3)))
        }
        return contents
    }
}

extension TextIndex {
    /// Whether nothing is missing of a register whose journal ends with this entry.
    public func isComplete(at head: JournalHead) throws -> Bool {
        try read { try String.fetchOne($0, sql: "SELECT complete FROM state") == head.hash.hex }
    }

    /// Keeps that nothing is missing of such a register.
    public func setComplete(at head: JournalHead) throws {
        try write { try $0.execute(sql: "UPDATE state SET complete = ?", arguments: [head.hash.hex]) }
    }

    /// The contents that the index does not know yet, and those whose names changed get their new ones.
    public func missing(of contents: [IndexableContent]) throws -> [IndexableContent] {
        let known = try read { database in
            var known: [String: String] = [:]
            let rows = try Row.fetchCursor(database, sql: "SELECT fingerprint, name FROM source")
            while let row = try rows.next() { known[try row.text(0)] = try row.text(1) }
            return known
        }
        let renamed = contents.filter { content in
            known[content.fingerprint.hex].map { $0 != content.name } ?? false
        }
        if !renamed.isEmpty { try rename(renamed) }
        return contents.filter { known[$0.fingerprint.hex] == nil }
    }

    private func rename(_ contents: [IndexableContent]) throws {
        try write { database in
            for content in contents {
                try database.execute(
                    sql: """
                        UPDATE document SET name = ?1
                            WHERE rowid = (SELECT document FROM source WHERE fingerprint = ?2);
                        """, arguments: [content.name, content.fingerprint.hex])
                try database.execute(
                    sql: "UPDATE source SET name = ? WHERE fingerprint = ?",
                    arguments: [content.name, content.fingerprint.hex])
            }
        }
    }

    /// Takes in what was read, in one transaction.
    public func add(_ contents: [ReadContent]) throws {
        try write { database in
            for read in contents { try Self.add(read, database) }
        }
    }

    private static func add(_ read: ReadContent, _ database: Database) throws {
        // Another process may have been faster.
        try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO source (fingerprint, name, cut, silent) VALUES (?, ?, ?, ?)"
        ).execute(
            arguments: [read.content.fingerprint.hex, read.content.name, read.text.isCut, read.silent])
        if database.changesCount == 0 { return }
        try database.cachedStatement(
            sql: "INSERT INTO document (rowid, name, title, headings, body) VALUES (?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                database.lastInsertedRowID, read.content.name, read.text.title ?? "",
                read.text.headings.joined(separator: "\n"), read.text.body,
            ])
    }

    /// The text of a content; nil where the index does not know it.
    public func text(of fingerprint: Fingerprint) throws -> DocumentText? {
        try read { database in
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT title, headings, body, cut FROM source JOIN document ON document.rowid = source.document
                        WHERE fingerprint = ?
                        """), arguments: [fingerprint.hex])
            guard let row else { return nil }
            let title = try row.text(0)
            return DocumentText(
                title: title.isEmpty ? nil : title,
                headings: try row.text(1).split(separator: "\n").map(String.init), body: try row.text(2),
                isCut: try row.integer(3) == 1)
        }
    }

    /// How many contents have no text that could be read, by the reason.
    public func silentContents() throws -> [String: Int] {
        try read { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT silent, count(*) FROM source WHERE silent IS NOT NULL GROUP BY 1")
            var counts: [String: Int] = [:]
            while let row = try rows.next() { counts[try row.text(0)] = try row.integer(1) }
            return counts
        }
    }
}
