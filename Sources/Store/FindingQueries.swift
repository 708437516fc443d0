import Certification
import GRDB

/// Questions about findings and roads.
extension RegisterView {
    /// All findings with their audits and steps, in the order of the days on which they were raised.
    public func findings() throws -> [Finding] { try findings(among: audits()) }

    private func findings(among audits: [Audit]) throws -> [Finding] {
        let audits = Dictionary(
            audits.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let steps = try steps()
        return try Row.fetchAll(
            database,
            sql: """
                SELECT id, grade, audit, standard, clause, statement, by, day, owner, due, origin_index,
                    origin_number, origin_evidence FROM finding ORDER BY day, id
                """
        ).map { row in
            let (id, audit): (String, String) = try (row.value(0), row.value(2))
            guard let found = audits[audit.lowercased()] else {
                throw RowValueError(what: "an audit", text: audit)
            }
            let (standard, clause): (String?, String?) = try (row.value(3), row.value(4))
            let facts = try FindingFacts(
                id: id, grade: row.word(1), audit: audit,
                clause: standard.flatMap { standard in
                    clause.map { ClauseReference(standard: standard, number: $0) }
                }, statement: row.value(5), by: row.value(6), on: row.value(7), owner: row.value(8),
                due: row.value(9), origin: origin(row))
            return Finding(facts: facts, audit: found, steps: steps[id.lowercased()] ?? [])
        }
    }

    private func origin(_ row: Row) throws -> FindingOrigin? {
        guard let index: Fingerprint = try row.value(10) else { return nil }
        let evidence: String? = try row.value(12)
        return FindingOrigin(
            index: index, number: try row.value(11), evidence: try evidence.map(JSONColumn.texts) ?? [])
    }

    private func steps() throws -> [String: [FindingStep]] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT finding, number, kind, text, by, day, due, owner, evidence, effective FROM finding_step
                ORDER BY finding, number
                """)
        var steps: [String: [FindingStep]] = [:]
        while let row = try rows.next() {
            let finding: String = try row.value(0)
            steps[finding.lowercased(), default: []].append(
                try FindingStep(
                    number: row.value(1), kind: row.word(2), text: row.value(3), by: row.value(4),
                    on: row.value(5), due: row.value(6), owner: row.value(7),
                    evidence: JSONColumn.texts(row.value(8)), isEffective: row.value(9)))
        }
        return steps
    }

    /// The finding with this identifier, whatever its case; an error with the nearest identifiers otherwise.
    public func finding(_ id: String) throws -> Finding {
        let key = id.lowercased()
        if let finding = try findings().first(where: { $0.id.lowercased() == key }) { return finding }
        throw RegisterError.unknown(what: "finding", id: id, nearest: try near(id, in: "finding"))
    }

    /// The roads to first certificates, in the order of standards.
    public func roads() throws -> [RoadPlan] {
        try Row.fetchAll(database, sql: "SELECT standard, items FROM road ORDER BY standard").map { row in
            RoadPlan(standard: try row.value(0), items: try JSONColumn.value(row.value(1)))
        }
    }

    /// What all rules say of each certificate on a day, or of one.
    public func judgements(of id: String? = nil, on day: Day) throws -> [CycleJudgement] {
        let audits = try audits(clausesInOrder: false)
        let (findings, all) = (
            try findings(among: audits), try certificateFacts(of: id, among: audits)
        )
        let systems = try auditedSystems(of: all)
        return all.map { facts in
            let own = findings.filter { finding in
                finding.audit.certificates.contains { $0.lowercased() == facts.certificate.id.lowercased() }
                    && finding.facts.on <= day
            }
            return CycleJudgement(
                facts, findings: own, system: systems[facts.certificate.standard], on: day)
        }
    }

    /// How each finding that was raised by a day stands on it.
    public func findingJudgements(on day: Day) throws -> [FindingJudgement] {
        let certificates = Dictionary(
            try judgements(on: day).map { ($0.facts.certificate.id.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
        return try findings().filter { $0.facts.on <= day }.map { finding in
            let own = finding.audit.certificates.compactMap { certificates[$0.lowercased()] }
            return FindingJudgement(finding, certificates: own, on: day)
        }
    }

    /// How one finding stands on a day.
    public func findingJudgement(_ id: String, on day: Day) throws -> FindingJudgement {
        let finding = try finding(id)
        let own = try finding.audit.certificates.flatMap { try judgements(of: $0, on: day) }
        return FindingJudgement(finding, certificates: own, on: day)
    }
}
