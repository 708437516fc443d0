import Certification

/// A certificate on paper: what happened to it, in a few words a line.
struct CycleDesk {
    var certificate = Certificate(id: "C-1", standard: "iso20000-1-2018", body: "BSI", scope: "Hosting")
    var events: [CertificateEvent] = []
    var audits: [Audit] = []
    var findings: [Finding] = []
    /// The clauses of the standard; nil where they are not known.
    var system: AuditedSystem?

    static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

    static func days(_ text: String) -> Period {
        Period(text) ?? Period(day(text), day(text)).unsafelyUnwrapped
    }

    /// The initial certification of the worked examples.
    static func certified(_ decision: String = "2026-05-14", expiry: String? = nil) -> CycleDesk {
        var desk = CycleDesk()
        desk.record(.decision, decision, expiry: expiry)
        return desk
    }

    mutating func record(
        _ kind: CertificateEventKind, _ on: String, expiry: String? = nil, months: Int? = nil,
        to: String? = nil
    ) {
        events.append(event(kind, on, expiry: expiry, months: months, to: to))
    }

    func event(
        _ kind: CertificateEventKind, _ on: String, expiry: String? = nil, months: Int? = nil,
        to: String? = nil
    ) -> CertificateEvent {
        CertificateEvent(
            number: events.count + 1, kind: kind, on: Self.day(on), expiry: expiry.map(Self.day),
            months: months.map { Months($0) }, to: to)
    }

    mutating func audit(
        _ kind: AuditKind, _ days: String, _ state: AuditState = .held, clauses: [String] = [],
        reports: [String] = []
    ) {
        audits.append(
            Audit(
                id: "A-\(audits.count + 1)", kind: kind, state: state, period: Self.days(days),
                certificates: kind.isExternal ? [certificate.id] : [], standards: [certificate.standard],
                clauses: clauses.map { ClauseReference(standard: certificate.standard, number: $0) },
                reports: reports))
    }

    mutating func rule(_ key: String, _ value: String) throws {
        var profile = certificate.profile
        try profile.set(key, to: value)
        certificate.profile = profile
    }

    mutating func find(_ grade: FindingGrade, in audit: Int, _ id: String = "NC-1", steps: [FindingStep] = [])
    {
        let found = audits[audit - 1]
        findings.append(
            Finding(
                facts: FindingFacts(
                    id: id, grade: grade, audit: found.id, clause: nil, statement: "s", by: "Auditor",
                    on: found.period.last), audit: found, steps: steps))
    }

    var facts: CertificateFacts {
        CertificateFacts(
            certificate: certificate, events: events,
            audits: audits.sorted { $0.period.last < $1.period.last })
    }

    func judged(_ day: String) -> CycleJudgement {
        CycleJudgement(facts, findings: findings, system: system, on: Self.day(day))
    }

    /// What a rule says: `SV-1 open 2027-05-14`, with the margin where there is one.
    func said(_ rule: CycleRule, on day: String) -> [String] {
        let judgement = judged(day)
        return judgement.outcomes.filter { $0.rule == rule }.map { outcome in
            let due = outcome.due.map { " \($0)" } ?? ""
            return "\(outcome.name) \(outcome.status.rawValue)\(due)"
        }
    }
}
