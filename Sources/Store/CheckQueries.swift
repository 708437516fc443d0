import Certification
import GRDB

extension RegisterView {
    /// Every problem that the checks find on a day: item by item in the order of identifiers, then contents that are
    /// held twice, then standard by standard. Problems stream; nothing is written.
    public func forEachProblem(on day: Day, _ body: (CheckProblem) throws -> Void) throws {
        let catalogues = try catalogues()
        let checks = ItemChecks(on: day, catalogues: catalogues)
        var standards = try catalogues.map {
            ClauseChecks(of: $0, on: day, decisions: try decisions(about: $0.standard.id))
        }
        var walk = try CheckWalk(database)
        while let item = try walk.next() {
            let (standing, problems) = checks.look(at: item)
            for problem in problems { try body(problem) }
            for (standard, links) in item.links {
                for index in standards.indices where catalogues[index].standard.id == standard {
                    standards[index].add(item, standing, links: links)
                }
            }
        }
        try forEachDuplicate(body)
        for standard in standards { for problem in standard.problems { try body(problem) } }
    }

    /// One problem a content that several items hold: the one that was added first is the one to keep. Empty files are
    /// another problem.
    private func forEachDuplicate(_ body: (CheckProblem) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence, group_concat(evidence, ', '), min(added) FROM (
                    SELECT DISTINCT fingerprint, revision.evidence, evidence.entry AS added FROM revision
                    JOIN evidence ON evidence.id = revision.evidence
                    WHERE retired IS NULL AND size > 0 ORDER BY fingerprint, added)
                GROUP BY fingerprint HAVING count(*) > 1 ORDER BY 1, fingerprint
                """)
        while let row = try rows.next() {
            let (first, all): (String, String) = try (row.value(0), row.value(1))
            let others = all.split(separator: ", ").filter { $0 != first }
            try body(
                CheckProblem(
                    .duplicateContent, first, "holds the same file as \(others.joined(separator: ", "))",
                    fix: "dossier retire \(others[0]) --reason \"same as \(first)\""))
        }
    }
}
