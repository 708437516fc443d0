import Certification
import GRDB

/// What people reviewed, approved and decided.
extension ChangeApplication {
    func record(_ review: LinkReview, of id: String) throws {
        try change(
            id,
            """
            UPDATE link SET reviewed = ?6, edition = ?4, reviewed_by = ?5, reviewed_on = ?7, clause_changed = 0, suggested = 0,
                note = coalesce(?8, note), reviewed_revision = \(Self.latestRevision)
            WHERE evidence = ?1 AND standard = ?2 AND clause = ?3
            """,
            [
                id, review.clause.standard, review.clause.number, review.edition, review.by,
                review.fingerprint, review.on, review.note,
            ])
    }

    func withdrawReview(of id: String, _ clause: ClauseReference) throws {
        try change(
            id,
            """
            UPDATE link SET reviewed = NULL, reviewed_by = NULL, reviewed_on = NULL, reviewed_revision = 0
            WHERE evidence = ? AND standard = ? AND clause = ?
            """,
            [id, clause.standard, clause.number])
    }

    func record(_ approval: Approval, of id: String) throws {
        try run(
            "INSERT OR REPLACE INTO approval (evidence, revision, fingerprint, by, day, note) VALUES (?, ?, ?, ?, ?, ?)",
            [id, approval.revision, approval.fingerprint, approval.by, approval.on, approval.note])
    }

    func withdrawApproval(of id: String, _ revision: Int) throws {
        try change(id, "DELETE FROM approval WHERE evidence = ? AND revision = ?", [id, revision])
    }

    func record(_ assessment: Assessment) throws {
        let clause = assessment.clause
        try run(
            "INSERT OR REPLACE INTO assessment (standard, clause, verdict, by, reason, day) VALUES (?, ?, ?, ?, ?, ?)",
            [
                clause.standard, clause.number, assessment.verdict.rawValue, assessment.by,
                assessment.reason, assessment.on,
            ])
    }

    func withdrawAssessment(of clause: ClauseReference) throws {
        try run(
            "DELETE FROM assessment WHERE standard = ? AND clause = ?", [clause.standard, clause.number])
    }

    func record(_ control: ControlStatement) throws {
        let clause = control.clause
        try run(
            "DELETE FROM control WHERE standard = ? AND clause = ?", [clause.standard, clause.number])
        if control.isDefault { return }
        try run(
            "INSERT INTO control (standard, clause, exclusion, inclusion, owner) VALUES (?, ?, ?, ?, ?)",
            [clause.standard, clause.number, control.exclusion, control.inclusion, control.owner])
    }

    func record(_ note: CreditNote) throws {
        try run(
            """
            INSERT OR REPLACE INTO credit (standard, clause, from_standard, from_clause, missing, by, day)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                note.clause.standard, note.clause.number, note.from.standard, note.from.number, note.missing,
                note.by, note.on,
            ])
    }

    func withdrawCredit(of clause: ClauseReference, from: ClauseReference) throws {
        try run(
            """
            DELETE FROM credit
            WHERE standard = ? AND clause = ? AND from_standard = ? AND from_clause = ?
            """,
            [clause.standard, clause.number, from.standard, from.number])
    }
}
