import Certification
import GRDB

/// Questions about audits.
extension RegisterView {
    /// All audits in the order of days. The order of the clauses within one costs time and is for people.
    public func audits(clausesInOrder: Bool = true) throws -> [Audit] {
        let certificates = try pairs("SELECT audit, certificate FROM audit_certificate ORDER BY 1, 2")
        let standards = try pairs("SELECT audit, standard FROM audit_standard ORDER BY 1, 2")
        let clauses = try auditClauses(inOrder: clausesInOrder)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, kind, state, first, last, mode, counts, auditors, sites, reports, note FROM audit
                ORDER BY last, first, id
                """)
        var found: [Audit] = []
        while let row = try rows.next() {
            let id: String = try row.value(0)
            let key = id.lowercased()
            found.append(
                try audit(
                    row, id, certificates: certificates[key] ?? [], standards: standards[key] ?? [],
                    clauses: clauses[key] ?? []))
        }
        return found
    }

    private func audit(
        _ row: Row, _ id: String, certificates: [String], standards: [String], clauses: [ClauseReference]
    ) throws -> Audit {
        let (first, last): (Day, Day) = try (row.value(3), row.value(4))
        guard let period = Period(first, last) else {
            throw RowValueError(what: "the days of an audit", text: "\(first)..\(last)")
        }
        let mode: String? = try row.value(5)
        return try Audit(
            id: id, kind: row.word(1), state: row.word(2), period: period, certificates: certificates,
            standards: standards, auditors: JSONColumn.texts(row.value(7)),
            mode: mode.flatMap { AuditMode(rawValue: $0) }, clauses: clauses,
            sites: JSONColumn.texts(row.value(8)), reports: JSONColumn.texts(row.value(9)),
            countsAsSurveillance: row.value(6), note: row.value(10))
    }

    private func pairs(_ sql: String) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            found[(try row.value(0) as String).lowercased(), default: []].append(try row.value(1))
        }
        return found
    }

    private func auditClauses(inOrder: Bool) throws -> [String: [ClauseReference]] {
        var found: [String: [ClauseReference]] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: inOrder
                ? """
                SELECT audit, audit_clause.standard, audit_clause.clause FROM audit_clause
                JOIN clause ON clause.standard = audit_clause.standard AND clause.number = audit_clause.clause
                ORDER BY audit, audit_clause.standard, position
                """ : "SELECT audit, standard, clause FROM audit_clause ORDER BY audit")
        while let row = try rows.next() {
            found[(try row.value(0) as String).lowercased(), default: []].append(
                try ClauseReference(standard: row.value(1), number: row.value(2)))
        }
        return found
    }

    /// The audit with this identifier, whatever its case; an error with the nearest identifiers otherwise.
    public func audit(_ id: String) throws -> Audit {
        let key = id.lowercased()
        if let audit = try audits().first(where: { $0.id.lowercased() == key }) { return audit }
        throw RegisterError.unknown(what: "audit", id: id, nearest: try near(id, in: "audit"))
    }
}

/// Audits by what they are about, for many certificates at once.
struct AuditShelf {
    private var byCertificate: [String: [Audit]] = [:]
    private var `internal`: [String: [Audit]] = [:]

    init(_ audits: [Audit]) {
        for audit in audits where audit.state != .cancelled {
            if audit.kind.isExternal {
                for id in audit.certificates { byCertificate[id.lowercased(), default: []].append(audit) }
            } else {
                for id in audit.standards { `internal`[id, default: []].append(audit) }
            }
        }
    }

    /// The audits of a certificate, those of the one that it continues, and the internal ones of its standard.
    func about(_ certificate: Certificate) -> [Audit] {
        let own = [certificate.continues, certificate.id].compactMap(\.self)
            .flatMap { byCertificate[$0.lowercased()] ?? [] }
        let all = own + (`internal`[certificate.standard] ?? [])
        var seen: Set<String> = []
        return all.filter { seen.insert($0.id).inserted }
            .sorted { ($0.period.last, $0.period.first, $0.id) < ($1.period.last, $1.period.first, $1.id) }
    }
}
