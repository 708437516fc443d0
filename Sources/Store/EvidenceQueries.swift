import Certification
import GRDB

/// Questions about evidence.
extension RegisterView {
    /// The item with this identifier, whatever its case; an error with the nearest identifiers otherwise.
    public func evidence(_ id: String) throws -> EvidenceRecord {
        if let record = try evidenceIfAny(id) { return record }
        throw RegisterError.unknownEvidence(id, nearest: try identifiers(near: id))
    }

    /// The item with this identifier, whatever its case; nil where there is none.
    public func evidenceIfAny(_ id: String) throws -> EvidenceRecord? {
        let isThere = try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT 1 FROM evidence WHERE id = ?"), arguments: [id])
        guard isThere != nil else { return nil }
        var walk = try RecordWalk(of: id, database)
        return try walk.next()
    }

    /// Every item that a filter lets through, ordered by identifier. Items stream: memory stays constant.
    public func forEachEvidence(
        _ filter: EvidenceFilter = EvidenceFilter(), _ body: (EvidenceRecord) throws -> Void
    ) throws {
        var walk = try RecordWalk(filter.conditions, database)
        while let record = try walk.next() { try body(record) }
    }

    /// The live items that are linked to no clause.
    public func unlinkedItems() throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT id FROM evidence WHERE retired IS NULL
                AND NOT EXISTS (SELECT 1 FROM link WHERE link.evidence = evidence.id) ORDER BY id
                """)
    }

    /// The items that hold a revision with this content.
    public func evidence(holding fingerprint: Fingerprint) throws -> [String] {
        try String.fetchAll(
            database.cachedStatement(
                sql: "SELECT DISTINCT evidence FROM revision WHERE fingerprint = ? ORDER BY 1"),
            arguments: [fingerprint])
    }

    /// The live items that hold a revision with this content and that a filter lets through, by identifier.
    public func evidence(holding fingerprint: Fingerprint, _ filter: EvidenceFilter) throws
        -> [EvidenceRecord]
    {
        let conditions = filter.conditions
        let ids = try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT id FROM evidence WHERE \(conditions.sql) AND retired IS NULL
                    AND id IN (SELECT evidence FROM revision WHERE fingerprint = ?) ORDER BY id
                    """), arguments: conditions.arguments + [fingerprint])
        return try ids.compactMap(evidenceIfAny)
    }

    /// The sizes of all contents, in octets.
    public func contentSizes() throws -> Set<Int> {
        try Int.fetchSet(database, sql: "SELECT DISTINCT size FROM revision")
    }

    /// The closest identifiers by spelling. Looks only at those that share the first letter.
    private func identifiers(near id: String) throws -> [String] {
        guard let first = id.first.map(String.init) else { return [] }
        let candidates = try String.fetchAll(
            database, sql: "SELECT id FROM evidence WHERE id >= ? AND id < ? LIMIT 20000",
            arguments: [first, first + "\u{10FFFF}"])
        let near = candidates.map {
            (distance: EditDistance.between(id.uppercased(), $0.uppercased()), id: $0)
        }
        return near.filter { $0.distance <= 3 }.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
            .prefix(3).map(\.id)
    }
}

/// Which evidence to list. Nil lets everything through.
public struct EvidenceFilter: Hashable, Sendable {
    /// Linked to one of these clauses.
    public var clauses: [ClauseReference]?
    /// Of this kind.
    public var kind: EvidenceKind?
    /// Answered for by this role or person, whatever the case of ASCII letters.
    public var owner: String?
    /// In this state of its life; nil lets retired items through too.
    public var state: EvidenceState?
    /// Marked with exactly this word.
    public var tag: String?

    /// A filter whose conditions must all hold.
    public init(
        clauses: [ClauseReference]? = nil, kind: EvidenceKind? = nil, owner: String? = nil,
        state: EvidenceState? = nil, tag: String? = nil
    ) {
        self.clauses = clauses
        self.kind = kind
        self.owner = owner
        self.state = state
        self.tag = tag
    }

    var conditions: Conditions {
        var conditions = Conditions()
        conditions.require("kind = ?", kind)
        conditions.require("owner = ? COLLATE NOCASE", owner)
        conditions.require("id IN (SELECT evidence FROM evidence_tag WHERE tag = ? COLLATE NOCASE)", tag)
        if let state { conditions.require(Self.condition(state)) }
        if let clauses { conditions.require(Self.condition(clauses), values: Self.values(clauses)) }
        return conditions
    }

    private static func condition(_ clauses: [ClauseReference]) -> String {
        if clauses.isEmpty { return "0" }
        let places = clauses.map { _ in "(?, ?)" }.joined(separator: ", ")
        return "id IN (SELECT evidence FROM link WHERE (standard, clause) IN (VALUES \(places)))"
    }

    private static func values(_ clauses: [ClauseReference]) -> StatementArguments {
        StatementArguments(clauses.flatMap { [$0.standard, $0.number] })
    }

    private static func condition(_ state: EvidenceState) -> String {
        let held = "EXISTS (SELECT 1 FROM revision WHERE revision.evidence = evidence.id)"
        return switch state {
        case .retired: "retired IS NOT NULL"
        case .held: "retired IS NULL AND \(held)"
        case .requested: "retired IS NULL AND NOT \(held)"
        }
    }
}
