import Certification
import GRDB

/// The one door for writing: a recorded change is appended to the journal and applied to the tables
/// in the same transaction.
public struct RegisterTransaction {
    let database: Database
    private let actor: String
    let time: Timestamp
    private let coder = ChangeCoder()
    private var head: JournalHead

    init(database: Database, actor: String, time: Timestamp) throws {
        self.database = database
        self.actor = actor
        self.time = time
        head = try Journal(database: database).head()
    }

    /// The state as this transaction has changed it so far.
    public var view: RegisterView { RegisterView(database: database) }

    /// Appends a change to the journal and applies it; throws where the tables cannot take it.
    public mutating func record(_ change: Change) throws {
        let entry = JournalEntry(after: head, time: time, actor: actor, change: try coder.text(change))
        try append(entry, change)
    }

    /// Appends an entry that was written elsewhere, as it stands.
    mutating func replay(_ entry: JournalEntry) throws {
        try append(entry, try coder.change(entry.change))
    }

    private mutating func append(_ entry: JournalEntry, _ change: Change) throws {
        try Journal(database: database).append(entry)
        try ChangeApplication(database: database, entry: entry.sequence).apply(change)
        head = entry.head
    }
}
