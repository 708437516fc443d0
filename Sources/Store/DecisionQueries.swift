import Certification
import GRDB

/// Questions about what people decided.
extension RegisterView {
    /// The verdicts and the statements about controls of one standard.
    public func decisions(about standard: String) throws -> ClauseDecisions {
        ClauseDecisions(assessments: try assessments(of: standard), controls: try controls(of: standard))
    }

    /// The latest verdict on each clause of a standard, by number.
    public func assessments(of standard: String) throws -> [Assessment] {
        try Row.fetchAll(
            database,
            sql: "SELECT clause, verdict, by, reason, day FROM assessment WHERE standard = ? ORDER BY clause",
            arguments: [standard]
        ).map { row in
            let word: String = try row.value(1)
            guard let verdict = Verdict(rawValue: word) else {
                throw RowValueError(what: "a verdict", text: word)
            }
            return try Assessment(
                clause: ClauseReference(standard: standard, number: row.value(0)), verdict: verdict,
                by: row.value(2), reason: row.value(3), on: row.value(4))
        }
    }

    /// What differs from the default in the statement of applicability, by number.
    public func controls(of standard: String) throws -> [ControlStatement] {
        try Row.fetchAll(
            database,
            sql: "SELECT clause, exclusion, inclusion, owner FROM control WHERE standard = ? ORDER BY clause",
            arguments: [standard]
        ).map { row in
            try ControlStatement(
                clause: ClauseReference(standard: standard, number: row.value(0)), exclusion: row.value(1),
                inclusion: row.value(2), owner: row.value(3))
        }
    }

    /// What was noted where clauses of a standard take partial credit from others.
    public func creditNotes(of standard: String) throws -> [CreditNote] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT clause, from_standard, from_clause, missing, by, day FROM credit WHERE standard = ?
                ORDER BY clause, from_standard, from_clause
                """,
            arguments: [standard]
        ).map { row in
            try CreditNote(
                clause: ClauseReference(standard: standard, number: row.value(0)),
                from: ClauseReference(standard: row.value(1), number: row.value(2)), missing: row.value(3),
                by: row.value(4), on: row.value(5))
        }
    }
}
