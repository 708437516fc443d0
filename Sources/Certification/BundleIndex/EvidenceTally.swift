/// How many items and revisions of each sort an index tells of.
public struct EvidenceTally: Sendable, Equatable {
    /// Items.
    public private(set) var items = 0
    /// Items with files in the bundle.
    public private(set) var shown = 0
    /// Items of each kind.
    public private(set) var kinds: [EvidenceKind: Int] = [:]
    /// Items with files in the bundle, by who may see them.
    public private(set) var shownLevels: [Classification: Int] = [:]
    /// Revisions that are not in the bundle, by the reason.
    public private(set) var absences: [BundleIndex.Absence: Int] = [:]

    /// Revisions that are not in the bundle.
    public var absent: Int { absences.values.reduce(0, +) }

    mutating func count(_ entry: BundleIndex.EvidenceEntry) {
        items += 1
        kinds[entry.kind, default: 0] += 1
        for file in entry.files {
            if let absence = file.absence { absences[absence, default: 0] += 1 }
        }
        guard entry.files.contains(where: { $0.path != nil }) else { return }
        shown += 1
        if let level = entry.classification { shownLevels[level, default: 0] += 1 }
    }
}
