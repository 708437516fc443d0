import Certification
import GRDB

/// Questions about the standards that a register holds.
extension RegisterView {
    /// The catalogues in the order in which they were added.
    public func catalogues() throws -> [Catalogue] {
        try Row.fetchAll(database, sql: "SELECT * FROM standard ORDER BY entry").map { row in
            let standard = try standard(row)
            return Catalogue(
                standard: standard, clauses: try clauses(of: standard.id), answers: try answers(row))
        }
    }

    private func standard(_ row: Row) throws -> Standard {
        let excludable: String? = try row.value("excludable")
        return try Standard(
            id: row.value("id"), designation: row.value("designation"), title: row.value("title"),
            edition: row.value("edition"), published: row.value("published"),
            amendments: row.value("amendments"), status: row.value("status"),
            successor: row.value("successor"), focus: row.value("focus"), audience: row.value("audience"),
            excludable: excludable.map { $0.split(separator: ",").map(String.init) },
            exclusions: row.value("exclusions"), controls: row.value("controls"))
    }

    private func answers(_ row: Row) throws -> KindAnswers? {
        let (maintain, retain): (String?, String?) = try (row.value("maintain"), row.value("retain"))
        guard let maintain, let retain else { return nil }
        return KindAnswers(maintain: Self.kinds(maintain), retain: Self.kinds(retain))
    }

    private static func kinds(_ text: String) -> [EvidenceKind] {
        text.split(separator: ",").compactMap { EvidenceKind(rawValue: String($0)) }
    }

    private func clauses(of standard: String) throws -> [Clause] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT number, title, parent, requirement, demands, note, kinds, title_sources
                FROM clause WHERE standard = ? ORDER BY position
                """,
            arguments: [standard]
        ).map { row in
            let (demands, kinds): (String, String) = try (row.value(4), row.value(6))
            return try Clause(
                number: row.value(0), title: row.value(1), parent: row.value(2), isRequirement: row.value(3),
                demands: DocumentedInformation.list(demands),
                note: row.value(5),
                typicalKinds: Self.kinds(kinds),
                titleSources: row.value(7))
        }
    }
}

extension RegisterView {
    /// The numbers of the clauses of a standard to which evidence, a verdict, a statement or a note is tied.
    public func linkedClauses(of standard: String) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT clause FROM link WHERE standard = ?1 UNION SELECT clause FROM assessment WHERE standard = ?1
                UNION SELECT clause FROM control WHERE standard = ?1
                UNION SELECT clause FROM credit WHERE standard = ?1
                UNION SELECT from_clause FROM credit WHERE from_standard = ?1 ORDER BY 1
                """,
            arguments: [standard])
    }

    /// The links to clauses of a standard that ask for something else than at the review: item and clause.
    public func changedLinks(to standard: String) throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT evidence || ' ' || clause FROM link WHERE standard = ? AND clause_changed = 1
                ORDER BY evidence, clause
                """,
            arguments: [standard])
    }
}
