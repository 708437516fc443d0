import Certification
import GRDB

/// Questions about the standards that a register holds.
extension RegisterView {
    /// The catalogues in the order in which they were added.
    public func catalogues() throws -> [Catalogue] {
        try Row.fetchAll(database, sql: "SELECT * FROM standard ORDER BY entry").map { row in
            let standard = Standard(
                id: row["id"], designation: row["designation"], title: row["title"], edition: row["edition"],
                published: row["published"], amendments: row["amendments"], status: row["status"],
                successor: row["successor"])
            return Catalogue(standard: standard, clauses: try clauses(of: standard.id))
        }
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
            let (demands, kinds): (String, String) = (row[4], row[6])
            return Clause(
                number: row[0], title: row[1], parent: row[2], isRequirement: row[3],
                demands: demands.split(separator: "+").compactMap {
                    DocumentedInformation(rawValue: String($0))
                },
                note: row[5],
                typicalKinds: kinds.split(separator: ",").compactMap { EvidenceKind(rawValue: String($0)) },
                titleSources: row[7])
        }
    }
}

extension RegisterView {
    /// The numbers of the clauses of a standard to which anything is linked.
    public func linkedClauses(of standard: String) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT DISTINCT clause FROM link WHERE standard = ? ORDER BY clause",
            arguments: [standard])
    }
}
