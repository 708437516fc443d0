import Certification
import GRDB

/// What checking a journal found.
public struct JournalVerification: Hashable, Sendable {
    /// Where the journal is broken, or the tables are not what it makes of them.
    public enum Problem: Hashable, Sendable {
        /// An entry's number does not follow the one before.
        case sequenceBroken(entry: Int, expected: Int)
        /// An entry does not name the hash of the one before.
        case chainBroken(entry: Int)
        /// An entry's fields are not those that were hashed.
        case altered(entry: Int)
        /// An entry's change cannot be read or applied.
        case notApplicable(entry: Int, why: String)
        /// The journal can be altered: what refuses that was taken away.
        case unprotected
        /// A replay of the journal gives other rows than the table holds.
        case tableDiffers(table: String, row: String)
    }

    /// Entries that were looked at.
    public let entries: Int
    /// The last entry found in order.
    public let head: JournalHead
    /// The first problem; nothing after it can be trusted.
    public let problem: Problem?
}

extension Register {
    /// Recomputes the chain and replays every entry into an empty register, whose tables must then be the same.
    public func verifyJournal(progress: (Int) -> Void = { _ in }) throws -> JournalVerification {
        try read { view in
            let replayed = try Register.scratch()
            var head = JournalHead.empty
            var problem: JournalVerification.Problem?
            try replayed.write(actor: "", time: Timestamp(seconds: 0)) { transaction in
                do {
                    try view.forEachEntry { entry in
                        problem = Self.check(entry, after: head) ?? Self.replay(entry, into: &transaction)
                        if problem != nil { throw VerificationEnded() }
                        head = entry.head
                        if entry.sequence.isMultiple(of: 1000) { progress(entry.sequence) }
                    }
                } catch is VerificationEnded {
                } catch is RowDecodingError {
                    problem = .altered(entry: head.sequence + 1)
                }
            }
            if problem == nil {
                problem = try replayed.read {
                    try TableComparison(held: view.database, replayed: $0.database).first()
                }
            }
            if problem == nil, try !view.isJournalProtected() { problem = .unprotected }
            return JournalVerification(entries: head.sequence, head: head, problem: problem)
        }
    }

    private static func check(_ entry: JournalEntry, after head: JournalHead) -> JournalVerification.Problem?
    {
        if entry.sequence != head.sequence + 1 {
            return .sequenceBroken(entry: entry.sequence, expected: head.sequence + 1)
        }
        if entry.previous != head.hash { return .chainBroken(entry: entry.sequence) }
        return entry.isGenuine ? nil : .altered(entry: entry.sequence)
    }

    private static func replay(_ entry: JournalEntry, into transaction: inout RegisterTransaction)
        -> JournalVerification.Problem?
    {
        do {
            try transaction.replay(entry)
            return nil
        } catch {
            return .notApplicable(entry: entry.sequence, why: "\(error)")
        }
    }
}

extension RegisterView {
    /// Whether the triggers that refuse to alter the journal are there as they were made.
    fileprivate func isJournalProtected() throws -> Bool {
        let held = try String.fetchAll(
            database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
        return Set(held) == Set(Schema.journalTriggers)
    }
}

/// Ends the walk through the journal at its first problem.
private struct VerificationEnded: Error {}

/// Compares the derived tables of two registers row by row, in the order of their keys.
struct TableComparison {
    let held: Database
    let replayed: Database

    /// The first difference, or nil.
    func first() throws -> JournalVerification.Problem? {
        for table in Schema.derivedTables {
            if let row = try firstDifference(in: table) { return .tableDiffers(table: table, row: row) }
        }
        return nil
    }

    private func firstDifference(in table: String) throws -> String? {
        let keys = try held.primaryKey(table).columns.joined(separator: ", ")
        let sql = "SELECT * FROM \(table) ORDER BY \(keys)"
        let left = try Row.fetchCursor(held, sql: sql)
        let right = try Row.fetchCursor(replayed, sql: sql)
        while true {
            let (row, other) = (try left.next(), try right.next())
            if row == nil, other == nil { return nil }
            if row != other { return (row ?? other).map(Self.name) ?? "" }
        }
    }

    private static func name(_ row: Row) -> String {
        row.prefix(3).map { $0.1.description }.joined(separator: " ")
    }
}
