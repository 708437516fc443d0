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
                        key: item.key(date), subject: item.id,
                        source: .evidence, rule: date.rule.rawValue, due: date.due, severity: .warning,
                        title: try item.title(), owner: try item.owner()))
            }
        }
    }

    /// What the dates of a rule of evidence were computed from, by the stable name of the item.
    public func evidenceInputs(of rule: EvidenceDue.Rule, on day: Day) throws -> [String: [RuleOutcome.Input]]
    {
        var walk = try DueWalk(database)
        var inputs: [String: [RuleOutcome.Input]] = [:]
        while let item = try walk.next() {
            for date in item.dates.dueDates(on: day) where date.rule == rule {
                inputs[item.key(date)] = item.dates.inputs(of: date, on: day)
            }
        }
        return inputs
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
