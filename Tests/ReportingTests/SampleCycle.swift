import Certification

/// A certificate and a finding of which everything is known.
extension Sample {
    static var certificate: BundleIndex.CertificateEntry {
        .init(
            id: "NW-1", number: "IT 1", body: "BSI", scope: "Hosting", decided: day, expires: day,
            state: "certified", steps: [.init(title: "surveillance", from: day, due: day)],
            standing: "certified until then", cycle: 1, nextAudit: day)
    }

    static var finding: BundleIndex.FindingEntry {
        .init(
            id: "NC-1", grade: .minor, audit: "SV1", clause: "8.6.1", statement: "no priorities", raised: day,
            due: day, state: "closed", correction: "set", cause: "no field", action: "field", closed: day,
            evidence: ["POL-001"], corrected: day, explained: day, acted: day, actionDue: day, verified: day,
            absentEvidence: ["OLD-1"],
            origin: FindingOrigin(index: hash("index"), number: 3, evidence: ["POL-001"]))
    }
}
