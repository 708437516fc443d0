/// A revision as it is looked for among the files of a machine: what it holds, and where it was last seen.
public struct EvidenceSource: Hashable, Sendable {
    /// The identifier of the item.
    public let evidence: String
    /// The number of the revision.
    public let revision: Int
    /// The SHA-256 of its content.
    public let fingerprint: Fingerprint
    /// Octets.
    public let size: Int
    /// The document's own version label.
    public let label: String?
    /// The time that a record speaks of.
    public let period: Period?
    /// From the folder of the register or, outside of it, absolute; nil where nobody remembers.
    public let path: String?
    /// The last look at the file; nil where there was none.
    public let stamp: SourceStamp?

    /// A revision and the place of its file.
    public init(
        evidence: String, revision: Int, fingerprint: Fingerprint, size: Int, label: String? = nil,
        period: Period? = nil, path: String?, stamp: SourceStamp? = nil
    ) {
        self.evidence = evidence
        self.revision = revision
        self.fingerprint = fingerprint
        self.size = size
        self.label = label
        self.period = period
        self.path = path
        self.stamp = stamp
    }
}

extension [EvidenceSource] {
    /// Of the revisions of an item, in order, those whose files may still change what is current: no later revision speaks
    /// of the same time or came from the same place.
    public var watched: [EvidenceSource] {
        var periods: Set<Period?> = []
        var paths: Set<String> = []
        return reversed().filter { source in
            let isLatest = periods.insert(source.period).inserted
            let isLastThere = source.path.map { paths.insert($0).inserted } ?? true
            return isLatest && isLastThere
        }.reversed()
    }
}

/// What a file held when it had this size and this time of its last change.
public struct SourceStamp: Hashable, Sendable {
    /// Octets.
    public let size: Int
    /// Nanoseconds since 1970.
    public let modified: Int
    /// The SHA-256 of the content.
    public let fingerprint: Fingerprint

    /// A look at a file.
    public init(size: Int, modified: Int, fingerprint: Fingerprint) {
        self.size = size
        self.modified = modified
        self.fingerprint = fingerprint
    }

    /// Whether a file that has this size and time now is taken to hold the same without being read. A program that changes
    /// a file and sets its time back is not noticed.
    public func speaks(of size: Int, _ modified: Int) -> Bool {
        self.size == size && self.modified == modified
    }
}
