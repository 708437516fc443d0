import Certification

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
