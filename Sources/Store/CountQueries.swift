import Certification
import GRDB

/// How much a register holds.
public struct RegisterCounts: Hashable, Sendable, Codable {
    /// Live items without a file.
    public let requested: Int
    /// Live items with at least one file.
    public let held: Int
    /// Items that are kept but no longer counted.
    public let retired: Int
    /// Files of all items, retired ones included.
    public let revisions: Int
    /// Links between items and clauses, those of retired items included.
    public let links: Int
    /// Octets of all revisions; content held twice counts twice.
    public let octets: Int
    /// Live items without a link to any clause.
    public let unlinked: Int

    /// Items of every state.
    public var evidence: Int { requested + held + retired }
}

extension RegisterView {
    /// Counts the whole register, not one standard.
    public func counts() throws -> RegisterCounts {
        func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT \(sql)") ?? 0 }
        let retired = "FROM evidence WHERE retired IS NOT NULL"
        let evidence = try count("count(*) FROM evidence")
        let retiredCount = try count("count(*) \(retired)")
        // Counting what is there and taking off the few that are retired reads each index once.
        let held =
            try count("count(DISTINCT evidence) FROM revision")
            - count(
                "count(*) \(retired) AND EXISTS (SELECT 1 FROM revision WHERE revision.evidence = evidence.id)"
            )
        let linked =
            try count("count(DISTINCT evidence) FROM link")
            - count("count(*) \(retired) AND EXISTS (SELECT 1 FROM link WHERE link.evidence = evidence.id)")
        return RegisterCounts(
            requested: evidence - retiredCount - held, held: held, retired: retiredCount,
            revisions: try count("count(*) FROM revision"), links: try count("count(*) FROM link"),
            octets: try count("coalesce(sum(size), 0) FROM revision"),
            unlinked: evidence - retiredCount - linked)
    }
}
