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
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM evidence WHERE id = ?"), arguments: [id])
        return try row.map(record)
    }

    /// Every item that a filter lets through, ordered by identifier. Items stream: memory stays constant.
    public func forEachEvidence(
        _ filter: EvidenceFilter = EvidenceFilter(), _ body: (EvidenceRecord) throws -> Void
    ) throws {
        let conditions = filter.conditions
        let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM evidence WHERE \(conditions.sql) ORDER BY id",
            arguments: conditions.arguments)
        while let row = try rows.next() { try body(try record(row)) }
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

    private func record(_ row: Row) throws -> EvidenceRecord {
        let id = try row.value("id") as String
        let evidence = try Evidence(
            id: id, title: row.value("title"), kind: row.value("kind"), owner: row.value("owner"),
            classification: row.value("classification"), reviewEvery: row.value("review_every"),
            reviewOn: row.value("review_on"),
            expires: row.value("expires"), retain: row.value("retain"), tags: try tags(of: id),
            note: row.value("note"), location: row.value("location"))
        return try EvidenceRecord(
            evidence: evidence, retired: row.value("retired"), revisions: try revisions(of: id),
            links: try links(of: id), approvals: try approvals(of: id))
    }

    private func tags(of id: String) throws -> [String] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT tag FROM evidence_tag WHERE evidence = ? ORDER BY tag"),
            arguments: [id])
    }

    private func revisions(of id: String) throws -> [Revision] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM revision WHERE evidence = ? ORDER BY number"),
            arguments: [id]
        ).map { row in
            let (first, last): (Day?, Day?) = try (row.value("period_first"), row.value("period_last"))
            return try Revision(
                number: row.value("number"), fingerprint: row.value("fingerprint"), size: row.value("size"),
                mediaType: row.value("media_type"), originalName: row.value("original_name"),
                label: row.value("label"),
                effective: row.value("effective"),
                period: first.flatMap { first in last.flatMap { Period(first, $0) } },
                received: row.value("received"), openPlaces: row.value("open_places"))
        }
    }

    private func links(of id: String) throws -> [Link] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT link.evidence, link.standard, link.clause, link.locator, link.note, link.reviewed,
                        link.edition, link.answers, link.reviewed_by, link.reviewed_on
                    FROM link JOIN standard ON standard.id = link.standard
                    JOIN clause ON clause.standard = link.standard AND clause.number = link.clause
                    WHERE link.evidence = ? ORDER BY standard.entry, clause.position
                    """),
            arguments: [id]
        ).map { row in
            let answers: String? = try row.value(7)
            return try Link(
                evidence: row.value(0), clause: ClauseReference(standard: row.value(1), number: row.value(2)),
                locator: row.value(3), note: row.value(4), reviewed: row.value(5), edition: row.value(6),
                answers: answers.map(DocumentedInformation.list), reviewedBy: row.value(8),
                reviewedOn: row.value(9))
        }
    }

    private func approvals(of id: String) throws -> [Approval] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT revision, fingerprint, by, day, note FROM approval WHERE evidence = ? ORDER BY 1"
            ),
            arguments: [id]
        ).map { row in
            try Approval(
                revision: row.value(0), fingerprint: row.value(1), by: row.value(2), on: row.value(3),
                note: row.value(4))
        }
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
