import Certification
import Reporting

extension Sample {
    /// A surveillance of a certificate with a decision, for which a document goes along and another does not.
    static func audit(of standard: Standard) throws -> BundleIndex.AuditEntry {
        let catalogue = try CatalogueFile.parse(ShippedTemplate.text("standards/iso20000-1-2018.tsv") ?? "")
        let structure = try HarmonizedStructure(
            parsing: ShippedTemplate.text("standards/harmonized.tsv") ?? "")
        let subjects = try AuditSubjects(parsing: ShippedTemplate.text("audits/bundles.tsv") ?? "")
        var choice = AuditChoice(
            AuditSelection(
                surveillance, of: catalogue, subjects: subjects, structure: structure,
                window: EvidenceWindow(of: surveillance, certified), on: day))
        for clause in ["9.1", "7.2"] { choice.consider(policy(for: clause)) }
        return BundleIndex.AuditEntry(choice)
    }

    private static let surveillance = Audit(
        id: "SV1-2026", kind: .surveillance, state: .planned, period: Period("2026-11") ?? week,
        certificates: ["NW-1"], standards: ["iso20000-1-2018"],
        clauses: [ClauseReference(standard: "iso20000-1-2018", number: "8.6")])

    private static let week = Period(day, day.adding(days: 6)).unsafelyUnwrapped

    private static let certified = CertificateFacts(
        certificate: Certificate(id: "NW-1", standard: "iso20000-1-2018", body: "BSI", scope: "Hosting"),
        events: [CertificateEvent(number: 1, kind: .decision, on: day.adding(days: -300))], audits: [])

    private static func policy(for clause: String) -> EvidenceRecord {
        EvidenceRecord(
            evidence: Evidence(id: "POL-\(clause)", title: "P", kind: .policy), retired: nil, revisions: [],
            links: [
                Link(
                    evidence: "POL-\(clause)",
                    clause: ClauseReference(standard: "iso20000-1-2018", number: clause))
            ])
    }
}
