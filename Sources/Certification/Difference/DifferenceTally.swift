/// How much changed between two bundles.
public struct DifferenceTally: Codable, Sendable, Equatable {
    /// Items by what became of them.
    public let new: Int
    /// Items with another file in force.
    public let replaced: Int
    /// Items with the same file and other facts.
    public let changed: Int
    /// Items that are as they were.
    public let unchanged: Int
    /// Items that the later bundle no longer shows.
    public let gone: Int
    /// Links that only the later bundle has.
    public let linksAdded: Int
    /// Links that only the earlier one has.
    public let linksRemoved: Int
    /// Clauses that stand better.
    public let clausesBetter: Int
    /// Clauses that stand worse.
    public let clausesWorse: Int
    /// Findings that were raised or reopened; nil where one of the bundles tells of none.
    public let findingsOpened: Int?
    /// Findings that were closed.
    public let findingsClosed: Int?

    /// Counted from a difference.
    public init(_ difference: BundleDifference) {
        let items = { (outcome: ItemDifference.Outcome) in difference.items.count { $0.outcome == outcome } }
        (new, replaced, changed) = (items(.new), items(.replaced), items(.changed))
        (unchanged, gone) = (items(.unchanged), items(.gone))
        linksAdded = difference.items.reduce(0) { $0 + $1.linked.count }
        linksRemoved = difference.items.reduce(0) { $0 + $1.unlinked.count }
        clausesBetter = difference.clauses.count { $0.direction == .better }
        clausesWorse = difference.clauses.count { $0.direction == .worse }
        findingsOpened = difference.findings?.count { $0.change == .opened || $0.change == .reopened }
        findingsClosed = difference.findings?.count { $0.change == .closed }
    }

    /// Counted from what a bundle tells of an earlier one, which does not name what is as it was.
    init(_ since: BundleIndex.SinceEntry) {
        let items = { (change: BundleIndex.ItemChangeEntry.Change) in
            since.items.count { $0.change == change }
        }
        (new, replaced, changed, gone) = (items(.new), items(.replaced), items(.changed), items(.gone))
        (unchanged, linksAdded, linksRemoved) = (0, 0, 0)
        clausesBetter = since.clauses.count { $0.direction == .better }
        clausesWorse = since.clauses.count { $0.direction == .worse }
        findingsOpened = since.findings?.count { $0.change == .opened || $0.change == .reopened }
        findingsClosed = since.findings?.count { $0.change == .closed }
    }

    /// `3 new, 2 replaced, 41 unchanged, 1 gone; 2 clauses better, 1 worse`
    public var sentence: String {
        let items = [
            (new, "new"), (replaced, "replaced"), (changed, "changed"), (unchanged, "unchanged"),
            (gone, "gone"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let parts = [
            items.joined(separator: ", "),
            Self.pair("clause", clausesBetter, "better", clausesWorse, "worse"),
            Self.pair("finding", findingsOpened ?? 0, "opened", findingsClosed ?? 0, "closed"),
        ].filter { !$0.isEmpty }
        return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
    }

    /// `2 clauses better, 1 worse`; empty where both are none.
    private static func pair(_ noun: String, _ one: Int, _ first: String, _ other: Int, _ second: String)
        -> String
    {
        let named = [(one, first), (other, second)].filter { $0.0 > 0 }
        guard let head = named.first else { return "" }
        let rest = named.dropFirst().map { ", \($0.0) \($0.1)" }.joined()
        return "\(head.0) \(noun)\(head.0 == 1 ? "" : "s") \(head.1)\(rest)"
    }
}

extension BundleDifference {
    /// How much changed.
    public var tally: DifferenceTally { DifferenceTally(self) }

    /// Whether the reader of both would see no difference but the days.
    public var isEmpty: Bool {
        items.allSatisfy { $0.outcome == .unchanged } && clauses.isEmpty && findings?.isEmpty ?? true
    }

    /// What the later bundle says of the earlier one, which is known by `bundle`.
    public func since(_ bundle: Fingerprint) -> BundleIndex.SinceEntry {
        BundleIndex.SinceEntry(
            bundle: bundle, day: before.day, journal: before.journal, items: items.compactMap(\.entry),
            clauses: clauses, findings: findings)
    }
}

extension BundleIndex.ClauseChangeEntry {
    /// Which way a clause went.
    public enum Direction: String, Codable, Sendable {
        case better, worse
        /// It is settled otherwise, or no longer: excluded, not applicable.
        case otherwise
    }

    /// Which way it went; what was not told of before went no way.
    public var direction: Direction {
        guard let before, before.applies, now.applies else { return .otherwise }
        return now < before ? .better : .worse
    }
}

extension BundleIndex.SinceEntry {
    /// `3 new, 2 replaced, 1 gone; 2 clauses better, 1 worse`; `nothing` where nothing changed.
    public var sentence: String { DifferenceTally(self).sentence }
}
