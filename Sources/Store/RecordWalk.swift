import Certification
import GRDB

/// Walks through items with everything the register knows of them, in the order of identifiers: every table is read
/// once, side by side with the others.
struct RecordWalk {
    private let items: RowCursor
    private var tags: ItemRows
    private var revisions: ItemRows
    private var links: ItemRows
    private var approvals: ItemRows

    /// A walk through the items that conditions let through.
    init(_ conditions: Conditions, _ database: Database) throws {
        let selected = "SELECT id FROM evidence WHERE \(conditions.sql)"
        try self.init(
            items: conditions.sql, owned: { conditions.isEmpty ? "1" : "\($0).evidence IN (\(selected))" }
        ) {
            try Row.fetchCursor(database, sql: $0, arguments: conditions.arguments)
        }
    }

    /// A walk that comes across one item at most. Such walks are many: their statements are kept.
    init(of id: String, _ database: Database) throws {
        try self.init(items: "id = ?", owned: { "\($0).evidence = ?" }) {
            try Row.fetchCursor(database.cachedStatement(sql: $0), arguments: [id])
        }
    }

    private init(
        items condition: String, owned: (_ table: String) -> String,
        _ rows: (_ sql: String) throws -> RowCursor
    ) throws {
        items = try rows("SELECT \(Self.itemColumns) FROM evidence WHERE \(condition) ORDER BY id")
        tags = try ItemRows(
            rows("SELECT evidence, tag FROM evidence_tag WHERE \(owned("evidence_tag")) ORDER BY 1, 2"))
        revisions = try ItemRows(
            rows(
                "SELECT \(Self.revisionColumns) FROM revision WHERE \(owned("revision")) ORDER BY evidence, number"
            ))
        links = try ItemRows(
            rows(
                """
                SELECT \(Self.linkColumns) FROM link CROSS JOIN standard ON standard.id = link.standard
                CROSS JOIN clause ON clause.standard = link.standard AND clause.number = link.clause
                WHERE \(owned("link")) ORDER BY link.evidence
                """))
        approvals = try ItemRows(
            rows(
                """
                SELECT evidence, revision, fingerprint, by, day, note FROM approval WHERE \(owned("approval"))
                ORDER BY evidence, revision
                """))
    }

    /// The next item in the order of identifiers.
    mutating func next() throws -> EvidenceRecord? {
        guard let row = try items.next() else { return nil }
        let id = try row.text(0)
        return EvidenceRecord(
            evidence: try Evidence(
                id: id, title: row.text(1), kind: row.kind(2), owner: row.textIfAny(3),
                classification: row.value(4), reviewEvery: row.integerIfAny(5).map { Months($0) },
                reviewOn: row.dayIfAny(6), expires: row.dayIfAny(7),
                retain: row.integerIfAny(8).map { Months($0) },
                tags: tags.values(of: id) { try $0.text(1) }, note: row.textIfAny(9),
                location: row.textIfAny(11)),
            retired: try row.textIfAny(10), revisions: try revisions.values(of: id, Self.revision),
            links: try links(of: id), approvals: try approvals.values(of: id, Self.approval))
    }

    private static let itemColumns = """
        id, title, kind, owner, classification, review_every, review_on, expires, retain, note, retired, location
        """

    private static let revisionColumns = """
        evidence, number, fingerprint, size, media_type, original_name, label, effective, period_first,
        period_last, received, open_places, source
        """

    private static let linkColumns = """
        link.evidence, link.standard, link.clause, link.locator, link.note, link.reviewed, link.edition,
        link.answers, link.reviewed_by, link.reviewed_on, standard.entry, clause.position, link.suggested
        """

    private static func revision(_ row: Row) throws -> Revision {
        try Revision(
            number: row.integer(1), fingerprint: row.fingerprint(2), size: row.integer(3),
            mediaType: MediaType.shared(row.text(4)), originalName: row.text(5), label: row.textIfAny(6),
            effective: row.dayIfAny(7), period: row.periodIfAny(8, 9), received: row.day(10),
            openPlaces: row.integerIfAny(11), source: row.textIfAny(12))
    }

    /// In the order in which the standards came into the register, and of their clauses.
    private mutating func links(of id: String) throws -> [Link] {
        let links = try links.values(of: id) { (try Self.link($0), try $0.integer(10), try $0.integer(11)) }
        guard links.count > 1 else { return links.map(\.0) }
        return links.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    }

    private static func link(_ row: Row) throws -> Link {
        try Link(
            evidence: row.text(0), clause: ClauseReference(standard: row.text(1), number: row.text(2)),
            locator: row.textIfAny(3), note: row.textIfAny(4), reviewed: row.fingerprintIfAny(5),
            edition: row.textIfAny(6), answers: row.textIfAny(7).map(DocumentedInformation.list),
            reviewedBy: row.textIfAny(8), reviewedOn: row.dayIfAny(9), isSuggested: row.integer(12) == 1)
    }

    private static func approval(_ row: Row) throws -> Approval {
        try Approval(
            revision: row.integer(1), fingerprint: row.fingerprint(2), by: row.text(3), on: row.day(4),
            note: row.textIfAny(5))
    }
}

extension Row {
    func fingerprint(_ index: Int) throws -> Fingerprint {
        let text = try text(index)
        guard let fingerprint = Fingerprint(hex: text) else {
            throw RowValueError(what: "a SHA-256", text: text)
        }
        return fingerprint
    }

    fileprivate func fingerprintIfAny(_ index: Int) throws -> Fingerprint? {
        hasNull(atIndex: index) ? nil : try fingerprint(index)
    }
}
