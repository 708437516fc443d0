import Certification

extension Sample {
    /// The sample with everything that an index may tell besides: certificate, earlier findings and changes.
    static func told() throws -> BundleIndex {
        let plain = try index()
        return BundleIndex(
            organization: plain.organization, standard: plain.standard, day: plain.day,
            journal: plain.journal,
            classificationUpTo: plain.classificationUpTo, onlyClauses: nil, certificate: toldCertificate,
            since: earlierBundle, findings: earlier, clauses: plain.clauses, evidence: plain.evidence)
    }

    private static let toldCertificate = BundleIndex.CertificateEntry(
        id: "NW-1", number: "NW <1>", body: "Nordcert", scope: "Hosting & support",
        decided: day.adding(days: -301), expires: day.adding(days: 429), state: "valid",
        steps: [
            .init(title: "stage 1 & 2", from: nil, due: Day(ordinal: 20_454)),
            .init(
                title: "surveillance audit 1", from: Day(ordinal: 20_727), due: day.adding(days: 65)),
            .init(title: "recertification", from: nil, due: day.adding(days: 429)),
        ])

    private static let earlier = [
        BundleIndex.FindingEntry(
            id: "NC-1", grade: .minor, audit: "SV1-2026", clause: "8.6.1", statement: "No priority <set>.",
            raised: day.adding(days: -100), due: day.adding(days: 10), state: "open", correction: "set",
            cause: "the form does not <ask>", action: nil, closed: nil, evidence: ["INC-PRO-001"]),
        BundleIndex.FindingEntry(
            id: "OFI-1", grade: .opportunity, audit: "SV1-2026", clause: nil, statement: "Shorter minutes.",
            raised: day.adding(days: -100), due: nil, state: "closed", correction: nil, cause: nil,
            action: nil,
            closed: day.adding(days: -9), evidence: []),
    ]

    private static let earlierBundle = BundleIndex.SinceEntry(
        bundle: hash("bundle"), day: Day(ordinal: 20_574),
        journal: JournalHead(sequence: 300, time: Timestamp(seconds: 1_777_600_000), hash: hash("earlier")),
        items: [
            .init(evidence: "CHG-POL-001", change: .replaced, details: ["revision 3 replaces revision 2"]),
            .init(evidence: "OLD-1", change: .gone, details: []),
            .init(evidence: "INC-PRO-001", change: .new, details: ["not in the earlier bundle"]),
        ],
        clauses: [.init(clause: "8.6.1", before: .missing, now: .covered)])
}
