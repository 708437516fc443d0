import Certification
import GRDB

/// How much a register holds.
public struct RegisterCounts: Hashable, Sendable, Codable {
    public let requested: Int
    public let held: Int
    public let retired: Int
    public let revisions: Int
    public let links: Int
    /// Octets of all revisions; content held twice counts twice.
    public let octets: Int
    /// Live items without a link to any clause.
    public let unlinked: Int

    public var evidence: Int { requested + held + retired }
}

extension RegisterView {
    public func counts() throws -> RegisterCounts {
        func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT \(sql)") ?? 0 }
        let live = "FROM evidence WHERE retired IS NULL"
        let held = "EXISTS (SELECT 1 FROM revision WHERE revision.evidence = evidence.id)"
        return RegisterCounts(
            requested: try count("count(*) \(live) AND NOT \(held)"),
            held: try count("count(*) \(live) AND \(held)"),
            retired: try count("count(*) FROM evidence WHERE retired IS NOT NULL"),
            revisions: try count("count(*) FROM revision"),
            links: try count("count(*) FROM link"),
            octets: try count("coalesce(sum(size), 0) FROM revision"),
            unlinked: try count(
                "count(*) \(live) AND NOT EXISTS (SELECT 1 FROM link WHERE link.evidence = evidence.id)"))
    }
}
