import Certification
import GRDB

/// Questions about certificates.
extension RegisterView {
    /// All certificates in the order of identifiers.
    public func certificates() throws -> [Certificate] {
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM certificate ORDER BY id")
        var profiles: [String: BodyProfile] = [:]
        var found: [Certificate] = []
        while let row = try rows.next() { found.append(try certificate(row, &profiles)) }
        return found
    }

    /// The certificate with this identifier, whatever its case; an error with the nearest identifiers otherwise.
    public func certificate(_ id: String) throws -> Certificate {
        let row = try Row.fetchOne(database, sql: "SELECT * FROM certificate WHERE id = ?", arguments: [id])
        var profiles: [String: BodyProfile] = [:]
        if let row { return try certificate(row, &profiles) }
        throw RegisterError.unknown(what: "certificate", id: id, nearest: try near(id, in: "certificate"))
    }

    private func certificate(_ row: Row, _ profiles: inout [String: BodyProfile]) throws -> Certificate {
        let (sites, text): (String, String) = try (row.value("sites"), row.value("profile"))
        // A register holds few profiles and many certificates.
        let profile: BodyProfile = try profiles[text] ?? JSONColumn.value(text)
        profiles[text] = profile
        return try Certificate(
            id: row.value("id"), standard: row.value("standard"), body: row.value("body"),
            number: row.value("number"), scope: row.value("scope"), sites: JSONColumn.texts(sites),
            profile: profile, continues: row.value("continues"))
    }

    /// The events of each certificate that stand, in the order of recording.
    public func certificateEvents(of id: String? = nil) throws -> [String: [CertificateEvent]] {
        var conditions = Conditions()
        conditions.require("withdrawn IS NULL")
        conditions.require("certificate = ?", id)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT certificate, number, kind, day, expiry, months, target, note FROM certificate_event
                WHERE \(conditions.sql) ORDER BY certificate, number
                """, arguments: conditions.arguments)
        var events: [String: [CertificateEvent]] = [:]
        while let row = try rows.next() {
            let certificate: String = try row.value(0)
            events[certificate.lowercased(), default: []].append(
                try CertificateEvent(
                    number: row.value(1), kind: row.word(2), on: row.value(3), expiry: row.value(4),
                    months: row.value(5), to: row.value(6), note: row.value(7)))
        }
        return events
    }

    /// The number that the next event of a certificate gets; withdrawn ones keep theirs.
    public func nextEventNumber(of id: String) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT coalesce(max(number), 0) + 1 FROM certificate_event WHERE certificate = ?",
            arguments: [id]) ?? 1
    }

    /// All that was recorded of each certificate, or of one.
    public func certificateFacts(of id: String? = nil) throws -> [CertificateFacts] {
        try certificateFacts(of: id, among: audits())
    }

    func certificateFacts(of id: String?, among audits: [Audit]) throws -> [CertificateFacts] {
        let wanted = try id.map { [try certificate($0)] } ?? certificates()
        let events = try certificateEvents()
        let audits = AuditShelf(audits)
        return wanted.map { certificate in
            // A transfer takes the cycle over: what happened before it belongs to both.
            let taken = certificate.continues.map { events[$0.lowercased()] ?? [] } ?? []
            return CertificateFacts(
                certificate: certificate, events: taken + (events[certificate.id.lowercased()] ?? []),
                audits: audits.about(certificate))
        }
    }

    /// Whether a table has an identifier already, whatever its case.
    public func holds(_ id: String, in table: CycleTable) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM \(table.rawValue) WHERE id = ?)", arguments: [id])
            ?? false
    }

    /// `PREFIX-n` with the lowest number that is higher than all in use.
    public func nextIdentifier(_ prefix: String, in table: CycleTable) throws -> String {
        let numbers = try String.fetchAll(
            database, sql: "SELECT id FROM \(table.rawValue) WHERE id LIKE ?", arguments: [prefix + "-%"]
        ).compactMap { Int($0.dropFirst(prefix.count + 1)) }
        return "\(prefix)-\((numbers.max() ?? 0) + 1)"
    }

    func near(_ id: String, in table: String) throws -> [String] {
        try String.fetchAll(database, sql: "SELECT id FROM \(table) LIMIT 20000").map {
            (distance: EditDistance.between(id.uppercased(), $0.uppercased()), id: $0)
        }.filter { $0.distance <= 3 }.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
            .prefix(3).map(\.id)
    }
}

/// The tables whose rows people name.
public enum CycleTable: String, Sendable {
    case certificate, audit, finding
}

extension Row {
    /// The value of a closed vocabulary; throws where a damaged register holds another word.
    func word<Word: RawRepresentable>(_ index: Int) throws -> Word where Word.RawValue == String {
        let text: String = try value(index)
        guard let word = Word(rawValue: text) else { throw RowValueError(what: "\(Word.self)", text: text) }
        return word
    }
}
