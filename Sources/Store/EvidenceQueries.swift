import Certification
import GRDB

/// Questions about evidence.
extension RegisterView {
    /// The item with this identifier, whatever its case; an error with the nearest identifiers otherwise.
    public func evidence(_ id: String) throws -> EvidenceRecord {
        if let record = try evidenceIfAny(id) { return record }
        throw RegisterError.unknownEvidence(id, nearest: try identifiers(near: id))
    }

    public func evidenceIfAny(_ id: String) throws -> EvidenceRecord? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM evidence WHERE id = ?"), arguments: [id])
        return try row.map(record)
    }

    /// Every item that a filter lets through, ordered by identifier. Items stream: memory stays constant.
    public func forEachEvidence(
        _ filter: EvidenceFilter = EvidenceFilter(), _ body: (EvidenceRecord) throws -> Void
    ) throws {
        let (condition, arguments) = filter.sql
        let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM evidence WHERE \(condition) ORDER BY id", arguments: arguments)
        while let row = try rows.next() { try body(try record(row)) }
    }

    /// The items that hold a revision with this content.
    public func evidence(holding fingerprint: Fingerprint) throws -> [String] {
        try String.fetchAll(
            database.cachedStatement(sql: "SELECT DISTINCT evidence FROM revision WHERE fingerprint = ? ORDER BY 1"),
            arguments: [fingerprint])
    }

    private func record(_ row: Row) throws -> EvidenceRecord {
        let id: String = row["id"]
        let evidence = Evidence(
            id: id, title: row["title"], kind: row["kind"], owner: row["owner"],
            classification: row["classification"], reviewEvery: row["review_every"], reviewOn: row["review_on"],
            expires: row["expires"], retain: row["retain"], tags: try tags(of: id), note: row["note"])
        return EvidenceRecord(
            evidence: evidence, retired: row["retired"], revisions: try revisions(of: id), links: try links(of: id))
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
            let (first, last): (Day?, Day?) = (row["period_first"], row["period_last"])
            return Revision(
                number: row["number"], fingerprint: row["fingerprint"], size: row["size"],
                mediaType: row["media_type"], originalName: row["original_name"], label: row["label"],
                effective: row["effective"], period: first.flatMap { first in last.flatMap { Period(first, $0) } },
                received: row["received"])
        }
    }

    private func links(of id: String) throws -> [Link] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT link.evidence, link.standard, link.clause, link.locator, link.note, link.reviewed
                    FROM link JOIN standard ON standard.id = link.standard
                    JOIN clause ON clause.standard = link.standard AND clause.number = link.clause
                    WHERE link.evidence = ? ORDER BY standard.entry, clause.position
                    """),
            arguments: [id]
        ).map { row in
            Link(
                evidence: row[0], clause: ClauseReference(standard: row[1], number: row[2]), locator: row[3],
                note: row[4], reviewed: row[5])
        }
    }

    /// The closest identifiers by spelling. Looks only at those that share the first letter.
    private func identifiers(near id: String) throws -> [String] {
        guard let first = id.first(where: \.isLetter).map(String.init) else { return [] }
        let candidates = try String.fetchAll(
            database, sql: "SELECT id FROM evidence WHERE id >= ? AND id < ? LIMIT 20000",
            arguments: [first, first + "\u{10FFFF}"])
        let near = candidates.map { (distance: EditDistance.between(id.uppercased(), $0.uppercased()), id: $0) }
        return near.filter { $0.distance <= 3 }.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
            .prefix(3).map(\.id)
    }
}

/// Which evidence to list. Nil lets everything through.
public struct EvidenceFilter: Hashable, Sendable {
    /// Linked to one of these clauses.
    public var clauses: [ClauseReference]?
    public var kind: EvidenceKind?
    public var owner: String?
    public var state: EvidenceState?
    public var tag: String?

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

    var sql: (condition: String, arguments: StatementArguments) {
        var conditions = ["1"]
        var arguments = StatementArguments()
        func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        require("kind = ?", kind)
        require("owner = ? COLLATE NOCASE", owner)
        require("id IN (SELECT evidence FROM evidence_tag WHERE tag = ?)", tag)
        if let state { conditions.append(Self.condition(state)) }
        if let clauses, clauses.isEmpty { conditions.append("0") }
        if let clauses, !clauses.isEmpty {
            let places = clauses.map { _ in "(?, ?)" }.joined(separator: ", ")
            conditions.append("id IN (SELECT evidence FROM link WHERE (standard, clause) IN (VALUES \(places)))")
            arguments += StatementArguments(clauses.flatMap { [$0.standard, $0.number] })
        }
        return (conditions.joined(separator: " AND "), arguments)
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
