import Certification
import GRDB

/// One consistent state of a register, for asking questions.
public struct RegisterView {
    let database: Database

    /// The holder of the management systems.
    public func organization() throws -> String {
        try String.fetchOne(database, sql: "SELECT organization FROM register") ?? ""
    }

    /// The newest entry of the journal; `JournalHead.empty` where there is none.
    public func journalHead() throws -> JournalHead { try Journal(database: database).head() }

    /// The newest entry that says something about the management system. A bundle tells of it, and neither of bundles that
    /// were packed nor of where files lie: the same facts give the same bundle, however often it is packed.
    public func newestFact() throws -> JournalHead { try Journal(database: database).newestFact() }

    /// The identifier that the next item gets when none is given.
    public func nextGeneratedIdentifier() throws -> String {
        let last = try Int.fetchOne(database, sql: "SELECT last_generated FROM register") ?? 0
        return EvidenceIdentifier.generated(last + 1)
    }

    /// The journal entries that a filter lets through, oldest first.
    public func forEachEntry(_ filter: JournalFilter = JournalFilter(), _ body: (JournalEntry) throws -> Void)
        throws
    {
        let entries = try Journal(database: database).entries(filter.conditions)
        while let entry = try entries.next() { try body(entry) }
    }

    /// What an entry did, in words; for changed facts, which ones.
    public func summary(of change: Change, at entry: Int) throws -> String {
        guard case .evidenceEdited(let evidence) = change,
            let before = try facts(of: evidence.id, before: entry)
        else { return change.summary }
        let parts = EvidenceDifference.parts(from: before, to: evidence)
        return parts.isEmpty ? change.summary : parts.joined(separator: "; ")
    }

    private func facts(of id: String, before entry: Int) throws -> Evidence? {
        let text = try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT change FROM journal WHERE evidence = ? AND sequence < ?
                    AND json_extract(change, '$.type') IN ('evidence-added', 'evidence-edited')
                    ORDER BY sequence DESC LIMIT 1
                    """), arguments: [id, entry])
        guard let text else { return nil }
        switch try ChangeCoder().change(text) {
        case .evidenceAdded(let evidence), .evidenceEdited(let evidence): return evidence
        default: return nil
        }
    }
}

/// Which journal entries to show.
public struct JournalFilter: Hashable, Sendable {
    /// About this item, whatever the case of its identifier.
    public var evidence: String?
    /// Made by exactly this person or program.
    public var actor: String?
    /// Written at this instant or later.
    public var since: Timestamp?
    /// Written at this instant or earlier.
    public var until: Timestamp?
    /// The last entry to show, by its number.
    public var upTo: Int?

    /// A filter whose conditions must all hold; nil lets everything through.
    public init(
        evidence: String? = nil, actor: String? = nil, since: Timestamp? = nil, until: Timestamp? = nil,
        upTo: Int? = nil
    ) {
        self.evidence = evidence
        self.actor = actor
        self.since = since
        self.until = until
        self.upTo = upTo
    }

    var conditions: Conditions {
        var conditions = Conditions()
        conditions.require("evidence = ?", evidence)
        conditions.require("actor = ?", actor)
        conditions.require("time >= ?", since)
        conditions.require("time <= ?", until)
        conditions.require("sequence <= ?", upTo)
        return conditions
    }
}
