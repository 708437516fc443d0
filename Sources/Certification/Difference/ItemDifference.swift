/// What became of an evidence item between two bundles.
public struct ItemDifference: Sendable, Equatable {
    /// What became of it.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        /// It was not in the earlier bundle, or no file of it was.
        case new
        /// Another file is in force.
        case replaced
        /// Its file is the same; its title, its links or its dates are others.
        case changed
        /// It was in the earlier bundle; it is not in the later one, or no file of it is.
        case gone
        /// The same content, under whatever path and revision number, and the same facts.
        case unchanged
    }

    /// Its identifier.
    public let evidence: String
    /// Its title, as the later bundle that tells of it says.
    public let title: String
    /// What became of it.
    public let outcome: Outcome
    /// Each difference as a sentence.
    public let details: [String]
    /// The clauses to which only the later bundle links it.
    public let linked: [String]
    /// The clauses to which only the earlier one does.
    public let unlinked: [String]

    /// An item with what became of it.
    public init(
        _ evidence: String, _ title: String, _ outcome: Outcome, details: [String] = [],
        linked: [String] = [], unlinked: [String] = []
    ) {
        self.evidence = evidence
        self.title = title
        self.outcome = outcome
        self.details = details
        self.linked = linked
        self.unlinked = unlinked
    }

    /// As a bundle tells of it; nil for an item that is as it was.
    public var entry: BundleIndex.ItemChangeEntry? {
        BundleIndex.ItemChangeEntry.Change(rawValue: outcome.rawValue).map {
            BundleIndex.ItemChangeEntry(evidence: evidence, change: $0, details: details)
        }
    }
}

/// The files of an item that are in force, whether or not the bundle holds them.
struct FilesInForce {
    let files: [BundleIndex.FileEntry]
    let fingerprints: Set<Fingerprint>

    init(_ item: BundleIndex.EvidenceEntry) {
        files = item.files.filter(\.isInForce).sorted { $0.revision < $1.revision }
        fingerprints = Set(files.map(\.fingerprint))
    }

    /// Whether the bundle, or another part of it, holds any of them.
    var areShown: Bool { files.contains { $0.isShown } }

    /// Whether the reader may not see them.
    var areWithheld: Bool { files.contains { $0.absence == .withheld } }

    /// Those with a content that the other bundle has not in force.
    func missing(in other: FilesInForce) -> [BundleIndex.FileEntry] {
        files.filter { !other.fingerprints.contains($0.fingerprint) }
    }
}

extension BundleIndex.FileEntry {
    /// Whether it counts on the day of the bundle, wherever it is.
    fileprivate var isInForce: Bool {
        switch absence {
        case nil, .withheld, .beforeWindow, .otherPart: true
        case .superseded, .notInForce: false
        }
    }

    fileprivate var isShown: Bool { absence == nil || absence == .otherPart }
}
