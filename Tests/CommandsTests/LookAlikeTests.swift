import Certification
import Documents
import Reporting
import Testing

@testable import Commands

@Suite("Documents that look alike")
struct LookAlikeTests {
    private static let (iso20000, iso27001, iso9001) = ("iso20000-1-2018", "iso27001-2022", "iso9001-2015")

    private func clauses(_ name: String, _ body: String, _ standard: String) throws -> [String] {
        let document = DescribedDocument(
            fileName: name, text: DocumentText(markdown: body))
        return try SuggestionLibrary(adding: []).clauses.suggestions(
            for: document, standard: standard, limit: 3
        )
        .map(\.clause.number)
    }

    @Test(
        "each is suggested for its own clause first, and not for the other's",
        arguments: [
            (
                "audit-logging-policy.md", "Audit logs are kept; the audit trail is reviewed.", iso27001,
                "A.8.15", "9.2.2"
            ),
            ("internal-audit-procedure.md", "The auditor logs findings.", iso27001, "9.2.2", "A.8.15"),
            (
                "data-management-policy.md", "Backups are taken daily, a snapshot is kept offsite.", iso27001,
                "A.8.13", "7.5.3"
            ),
            ("physical-security-policy.md", "Visitors wear a badge.", iso27001, "A.7.2", "5.2"),
            ("information-security-policy.md", "Top management commits itself.", iso27001, "5.2", "A.7.2"),
            (
                "problem-management.md", "Known errors and root causes of incidents.", iso20000, "8.6.3",
                "8.7.3.3"
            ),
            (
                "incident-management.md", "A major incident is escalated, service restored.", iso20000,
                "8.6.1", "8.6.3"
            ),
            (
                "security-incident-response.md", "Containment, eradication, forensics.", iso20000, "8.7.3.3",
                "8.6.3"
            ),
            (
                "incident-response-plan.md", "The incident response team contains the breach.", iso20000,
                "8.7.3.3", "8.6.3"
            ),
            (
                "change-management-policy.md", "Emergency changes go to the change advisory board.", iso20000,
                "8.5.1.1", "6.3"
            ),
            (
                "planning-of-changes-to-the-sms.md", "Changes to the management system are planned.",
                iso20000, "6.3", "8.5.1.1"
            ),
            ("planning-of-changes.md", "Changes to the quality management system.", iso9001, "6.3", "8.3.6"),
            ("access-control-policy.md", "Least privilege; users get access.", iso27001, "A.5.15", "A.5.9"),
            ("asset-inventory.md", "Owners of assets control them.", iso27001, "A.5.9", "A.5.15"),
            ("corrective-action-procedure.md", "Root cause, correction.", iso9001, "10.2.1", "9.2.2"),
            ("supplier-evaluation.md", "Approved suppliers.", iso9001, "8.4.1", "9.1.2"),
            ("customer-satisfaction-survey.md", "Respondents.", iso9001, "9.1.2", "8.4.1"),
            ("management-review-minutes.md", "Attendees, decisions.", iso9001, "9.3.3", "9.2.2"),
            ("datensicherungskonzept.md", "Die Datensicherung läuft täglich.", iso27001, "A.8.13", "A.5.15"),
        ])
    func alike(name: String, body: String, standard: String, first: String, other: String) throws {
        let found = try clauses(name, body, standard)
        #expect(found.first == first, "\(found)")
        #expect(!found.contains(other), "\(found)")
    }

    @Test(
        "what is no evidence scores low, whatever words stand in it",
        arguments: [
            ("LICENSE.txt", "Permission is hereby granted; security, backup, access control."),
            ("README.md", "# Incident response\nClone this repository of security policies."),
            ("glossary.md", "# Glossary\nIncident, backup, risk assessment, internal audit."),
            ("CHANGELOG.md", "# Changelog\nChange management policy added."),
            ("CODE_OF_CONDUCT.md", "# Contributor Covenant Code of Conduct\nHarassment is not accepted."),
        ])
    func none(name: String, body: String) throws {
        let document = DescribedDocument(fileName: name, text: DocumentText(markdown: body))
        let judged = try SuggestionLibrary(adding: []).clauses.judged(document)
        #expect(judged.isLikelyNoEvidence)
        for standard in [Self.iso20000, Self.iso27001, Self.iso9001] {
            let best = try SuggestionLibrary(adding: []).clauses.suggestions(
                for: judged, standard: standard, limit: 1)
            #expect((best.first?.score ?? 0) < 0.5, "\(best)")
        }
    }

    @Test(
        "kinds",
        arguments: [
            ("incident-response-plan.md", EvidenceKind.plan), ("backup_policy.docx", .policy),
            ("SOP-012-Calibration.md", .procedure), ("internal audit report 2026.pdf", .auditReport),
            ("risk register.xlsx", .register), ("ManagementReviewMinutes.docx", .minutes), ("SLA.md", .sla),
        ])
    func kinds(name: String, kind: EvidenceKind) throws {
        #expect(
            try SuggestionLibrary(adding: []).kinds.suggestion(for: DescribedDocument(fileName: name))?.kind
                == kind)
    }

    @Test("every clause of the shipped table stands in its catalogue, and every row can be read")
    func table() throws {
        let table = SubjectTable(try #require(ShippedTemplate.text("suggest/subjects.tsv")))
        #expect(table.problems.isEmpty)
        let catalogues = try StandardLibrary.catalogues()
        for subject in table.subjects {
            for (standard, answers) in subject.answers {
                let catalogue = try #require(catalogues.first { $0.standard.id == standard }, "\(standard)")
                for answer in answers {
                    #expect(catalogue.clause(answer.clause) != nil, "\(subject.name): \(answer.clause)")
                }
            }
        }
    }
}
