import Certification
import GRDB

extension Register {
    /// The register as it was at the end of a past day, rebuilt from the journal; nil when it had no entry yet.
    ///
    /// - Parameter civilDate: the day of an instant in the register's zone.
    public func state(asOf day: Day, civilDate: (Timestamp) throws -> Day?) throws -> Register? {
        try read { view in
            guard let last = try view.lastEntry(upTo: day, civilDate) else { return nil }
            let past = try Register.scratch()
            try past.write(actor: "", time: Timestamp(seconds: 0)) { transaction in
                try view.forEachEntry(JournalFilter(upTo: last)) { try transaction.replay($0) }
            }
            return past
        }
    }
}

extension RegisterView {
    /// The newest entry that was written on a day or before.
    fileprivate func lastEntry(upTo day: Day, _ civilDate: (Timestamp) throws -> Day?) throws -> Int? {
        let entries = try Row.fetchCursor(
            database, sql: "SELECT sequence, time FROM journal ORDER BY sequence DESC")
        while let row = try entries.next() {
            let time: Timestamp = try row.value(1)
            if let written = try civilDate(time), written <= day { return try row.value(0) }
        }
        return nil
    }

    /// When the first entry was written; nil in a journal without entries.
    public func firstEntryTime() throws -> Timestamp? {
        try Timestamp.fetchOne(database, sql: "SELECT time FROM journal ORDER BY sequence LIMIT 1")
    }
}
