import Certification
import Foundation
import GRDB

/// The texts of the register's documents in SQLite's full-text search (FTS5), beside the register.
///
/// It holds nothing that the vault does not: it is no part of the journal, is filled when somebody asks, and may be
/// thrown away at any time.
public struct TextIndex: Sendable {
    /// Whether it lies on the disk and this user may write it; otherwise what is new is read for one command only.
    public let isKept: Bool
    private let queue: DatabaseQueue

    /// Raised whenever what is kept, or how documents are read, changes: an index of another number is made anew.
    static let layout = 3

    /// Opens the index beside a register, or makes one; where neither can be, an empty one that goes with the command.
    public static func open(at location: RegisterLocation, lockWait: Double) throws -> TextIndex {
        if access(location.directory, W_OK) != 0 { return try readOnly(location, lockWait) }
        do {
            return try kept(location, lockWait)
        } catch let error as DatabaseError
            where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
        {
            try? FileManager.default.removeItem(atPath: location.textIndex)
            return try translating(location) { try kept(location, lockWait) }
        } catch let error as DatabaseError {
            throw RegisterError(error, path: location.textIndex)
        }
    }

    private static func kept(_ location: RegisterLocation, _ lockWait: Double) throws -> TextIndex {
        var configuration = Configuration()
        configuration.busyMode = .timeout(lockWait)
        let queue = try DatabaseQueue(path: location.textIndex, configuration: configuration)
        try prepare(queue)
        return TextIndex(isKept: true, queue: queue)
    }

    /// What is there is copied, so that it can be completed for one command without a trace.
    private static func readOnly(_ location: RegisterLocation, _ lockWait: Double) throws -> TextIndex {
        let scratch = try DatabaseQueue(path: "")
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(lockWait)
        if let kept = try? DatabaseQueue(
            path: location.address(of: location.textIndex) + "?immutable=1", configuration: configuration)
        {
            try? kept.backup(to: scratch)
        }
        try translating(location) { try prepare(scratch) }
        return TextIndex(isKept: false, queue: scratch)
    }

    private static func prepare(_ queue: DatabaseQueue) throws {
        if try queue.read(isOfThisLayout) { return }
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                // Another process may have been faster.
                if try !isOfThisLayout(database) { try make(database) }
                return .commit
            }
        }
    }

    private static func isOfThisLayout(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "PRAGMA user_version") == layout
    }

    private static func make(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS document;
                DROP TABLE IF EXISTS source;
                DROP TABLE IF EXISTS state;
                CREATE VIRTUAL TABLE document USING fts5(
                    name, title, headings, body, tokenize = "unicode61 remove_diacritics 2");
                CREATE TABLE source (
                    document INTEGER PRIMARY KEY,
                    fingerprint TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    cut INTEGER NOT NULL CHECK (cut IN (0, 1)),
                    silent TEXT
                ) STRICT;
                CREATE TABLE state (complete TEXT) STRICT;
                INSERT INTO state VALUES (NULL);
                PRAGMA user_version = \(layout);
                """)
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.translating(nil) { try queue.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.translating(nil) {
            // What a power cut takes is read again.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
            return try queue.write(body)
        }
    }

    private static func translating<Value>(_ location: RegisterLocation?, _ body: () throws -> Value) throws
        -> Value
    {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw RegisterError(error, path: location?.textIndex ?? "the index of texts")
        }
    }
}
