import Certification
import GRDB

/// Everything with a date, from every source.
extension RegisterView {
    /// Hands over every item with a date as it stands on a day: those of certificates, audits, findings and roads first,
    /// then those of evidence in the order of identifiers. Items stream: memory stays constant.
    ///
    /// - Parameter horizon: evidence that is due later is passed over; nil passes over nothing.
    public func forEachDueItem(on day: Day, until horizon: Day? = nil, _ body: (DueItem) throws -> Void)
        throws
    {
        let standards = Dictionary(
            try catalogues().map { ($0.standard.id, $0.standard.designation) },
            uniquingKeysWith: { first, _ in first })
        for judgement in try judgements(on: day) {
            let designation = standards[judgement.facts.certificate.standard]
            for item in judgement.dueItems(standard: designation) { try body(item) }
        }
        for audit in try audits() {
            for item in audit.dueItems(on: day, standards: standards) { try body(item) }
        }
        for finding in try findings() where finding.audit.certificates.isEmpty {
            for item in finding.internalDueItems(on: day) { try body(item) }
        }
        for road in try roads(on: day) { for item in road.dueItems(on: day) { try body(item) } }
        try forEachDueEvidence(on: day, until: horizon, body)
    }

    private func forEachDueEvidence(on day: Day, until horizon: Day?, _ body: (DueItem) throws -> Void) throws
    {
        var walk = try DueWalk(database)
        while let item = try walk.next() {
            for date in item.dates.dueDates(on: day) where horizon.map({ date.due <= $0 }) ?? true {
                try body(
                    DueItem(
                        key: "\(item.id).\(date.rule.rawValue).\(date.occasion)", subject: item.id,
                        source: .evidence, rule: date.rule.rawValue, due: date.due, severity: .warning,
                        title: try item.title(), owner: try item.owner()))
            }
        }
    }

    /// The days until which items are silent, by their stable names.
    public func snoozes() throws -> [String: Day] {
        let rows = try Row.fetchAll(database, sql: "SELECT item, until FROM snooze")
        return Dictionary(
            try rows.map { (try $0.value(0), try $0.value(1)) }, uniquingKeysWith: { first, _ in first })
    }

    /// A name of the register that no other has and that never changes: made of the hash of its first entry.
    public func registerIdentity() throws -> String {
        let hash = try String.fetchOne(database, sql: "SELECT hash FROM journal WHERE sequence = 1") ?? ""
        let digits = Array(hash.prefix(32))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map {
            String(digits[min($0.lowerBound, digits.count)..<min($0.upperBound, digits.count)])
        }
        .joined(separator: "-")
    }
}

/// Walks through the evidence that counts with its dates, and reads titles and owners only of what is asked for.
struct DueWalk {
    private let items: RowCursor
    private let revisions: RowCursor
    private var revision: Row?

    /// An item of the walk; its row is that of the cursor, so texts are read before the next one.
    struct Item {
        let id: String
        let dates: EvidenceDates
        fileprivate let row: Row

        func title() throws -> String { try row.value(5) }

        func owner() throws -> String? { try row.value(6) }
    }

    init(_ database: Database) throws {
        items = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, review_every, review_on, expires, location, title, owner FROM evidence
                WHERE retired IS NULL ORDER BY id
                """)
        revisions = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence, number, effective, period_first, period_last, received, size, open_places
                FROM revision ORDER BY evidence, number
                """)
        revision = try revisions.next()
    }

    mutating func next() throws -> Item? {
        guard let row = try items.next() else { return nil }
        let id = try row.text(0)
        return Item(
            id: id,
            dates: EvidenceDates(
                reviewEvery: try row.integerIfAny(1).map { Months($0) }, reviewOn: try row.dayIfAny(2),
                expires: try row.dayIfAny(3), revisions: try revisions(of: id)), row: row)
    }

    private mutating func revisions(of id: String) throws -> [RevisionDates] {
        var dates: [RevisionDates] = []
        while let row = revision {
            let owner = try row.text(0)
            guard EvidenceWalk.isSame(owner, id) else {
                // Revisions of retired items lie between.
                guard owner.lowercased() < id.lowercased() else { break }
                revision = try revisions.next()
                continue
            }
            dates.append(try EvidenceWalk.dates(row))
            revision = try revisions.next()
        }
        return dates
    }
}
