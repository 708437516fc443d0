import Certification
import GRDB

/// A bundle that was packed, with the journal's note of when and by whom.
public struct PackedEntry: Hashable, Sendable {
    /// The number of the journal's entry.
    public let entry: Int
    /// When it was packed.
    public let time: Timestamp
    /// Who packed it.
    public let actor: String
    /// The bundle.
    public let packing: BundlePacking
}

/// Questions about bundles that were packed, and about what other journals say of this one.
extension RegisterView {
    /// All bundles that were packed, the newest first.
    public func packedBundles() throws -> [PackedEntry] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT entry, time, actor, id, index_fingerprint, standard, day, audit, recipient, file_name,
                    octets, signed, encrypted
                FROM bundle JOIN journal ON journal.sequence = bundle.entry ORDER BY entry DESC
                """
        ).map { row in
            try PackedEntry(
                entry: row.value(0), time: row.value(1), actor: row.value(2),
                packing: BundlePacking(
                    id: row.value(3), index: row.value(4), standard: row.value(5), day: row.value(6),
                    audit: row.value(7), recipient: row.value(8), fileName: row.value(9),
                    octets: row.value(10), isSigned: row.value(11), isEncrypted: row.value(12)))
        }
    }

    /// The hash and the time of a journal's entry; nil where the journal is shorter.
    public func journalEntry(_ sequence: Int) throws -> JournalHead? {
        var conditions = Conditions()
        conditions.require("sequence = ?", sequence)
        return try Journal(database: database).entries(conditions).next()?.head
    }
}
