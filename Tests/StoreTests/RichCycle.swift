import Certification

/// Every kind of change about certificates, audits and findings, some of them twice.
enum RichCycle {
    static let day = Day(ordinal: 20_587)  // 2026-05-14
    static let clause = ClauseReference(standard: "a-1", number: "8.1")

    static func certificate(_ id: String, continues: String? = nil, sites: [String] = []) -> Certificate {
        var profile = BodyProfile(name: "strict")
        try? profile.set("sv_max_interval_months", to: "12")
        return Certificate(
            id: id, standard: "a-1", body: "BSI", number: continues == nil ? nil : "IT 1",
            scope: "Hosting in Köln; \"managed\"", sites: sites, profile: profile, continues: continues)
    }

    static func event(_ number: Int, _ kind: CertificateEventKind, expiry: Day? = nil, months: Int? = nil)
        -> CertificateEvent
    {
        CertificateEvent(
            number: number, kind: kind, on: day.adding(days: number), expiry: expiry,
            months: months.map { Months($0) }, to: kind == .transfer ? "NW-2" : nil, note: "note")
    }

    static func audit(_ id: String, _ kind: AuditKind, _ state: AuditState, clauses: [ClauseReference] = [])
        -> Audit
    {
        let from = day.adding(days: 200)
        return Audit(
            id: id, kind: kind, state: state, period: days(from, 2),
            certificates: kind.isExternal ? ["NW-1"] : [], standards: ["a-1"],
            auditors: ["A. Berg", "M. Öz"],
            mode: .hybrid, clauses: clauses, sites: ["Leeds"], reports: ["EV-0001"],
            countsAsSurveillance: kind == .special ? true : nil, note: "note")
    }

    private static func days(_ first: Day, _ count: Int) -> Period {
        // A period from a day to itself or a later one is never reversed.
        Period(first, first.adding(days: count - 1)).unsafelyUnwrapped
    }

    static func step(_ number: Int, _ kind: FindingStep.Kind) -> FindingStep {
        FindingStep(
            number: number, kind: kind, text: "text", by: "A. Berg", on: day.adding(days: number),
            due: kind == .action ? day.adding(days: 60) : nil, owner: kind == .action ? "Lead" : nil,
            evidence: ["EV-0001"], isEffective: kind == .effectVerified ? true : nil)
    }

    static let changes: [CycleChange] =
        [
            .certificateStated(certificate("NW-1")),
            .certificateStated(certificate("NW-1", sites: ["Leeds", "York"])),
            .certificateStated(certificate("NW-2", continues: "NW-1")),
            .eventRecorded(certificate: "NW-1", event(1, .decision, expiry: day.adding(days: 1000))),
            .eventRecorded(certificate: "NW-1", event(2, .suspension)),
            .eventWithdrawn(certificate: "NW-1", number: 2, reason: "not ours"),
            .eventRecorded(certificate: "NW-1", event(3, .postponement, months: 3)),
            .eventRecorded(certificate: "NW-1", event(4, .transfer)),
            .auditStated(audit("AU-1", .surveillance, .planned)),
            .auditStated(audit("au-1", .surveillance, .held, clauses: [clause])),
            .auditStated(audit("IA-1", .internal, .held, clauses: [clause])),
            .auditStated(audit("SP-1", .special, .cancelled)),
            .findingRaised(
                FindingFacts(
                    id: "NC-1", grade: .major, audit: "AU-1", clause: clause, statement: "no records",
                    by: "Auditor", on: day, owner: "Owner", due: day.adding(days: 30))),
            .findingRaised(
                FindingFacts(
                    id: "NC-2", grade: .observation, audit: "IA-1", clause: nil, statement: "seen", by: "B",
                    on: day)),
            .findingRaised(
                FindingFacts(
                    id: "OBS-1", grade: .observation, audit: "AU-1", clause: clause, statement: "sent back",
                    by: "B", on: day,
                    origin: FindingOrigin(
                        index: Fingerprint(of: [1]), number: 3, evidence: ["EV-0001", "DOC-3"]))),
        ]
        + FindingStep.Kind.allCases.enumerated().map {
            .findingAdvanced(finding: "NC-1", step($0 + 1, $1))
        } + [
            .roadPlanned(RoadPlan(standard: "a-1", items: [])),
            .roadPlanned(
                RoadPlan(
                    standard: "a-1",
                    items: [
                        RoadItem(step: .gapAnalysis, period: days(day, 1), done: day),
                        RoadItem(step: .stage1, period: days(day, 1)),
                    ]
                )),
            .snoozed(Snooze(item: "NW-1.SV-1.1", until: day, by: "A. Berg")),
            .snoozed(Snooze(item: "NW-1.SV-1.1", until: nil, by: "A. Berg")),
            .snoozed(Snooze(item: "NW-1.RC-1.1", until: day, by: "A. Berg")),
        ]
}
