/// What changed from one bundle to a later one of the same standard: the first question of an auditor who has seen the
/// earlier one.
public struct BundleDifference: Sendable, Equatable {
    /// Two bundles of different standards, or of two editions of one, cannot be compared item by item.
    public struct OtherStandard: Error, Equatable {
        /// That of the earlier bundle.
        public let before: String
        /// That of the later one.
        public let after: String
    }

    /// What the earlier bundle tells of.
    public let before: Side
    /// What the later one tells of.
    public let after: Side
    /// Every item of either bundle, ordered by identifier.
    public let items: [ItemDifference]
    /// Clauses whose status is another one, in the order of the standard.
    public let clauses: [BundleIndex.ClauseChangeEntry]
    /// Findings that are not as they were, ordered by identifier; nil where one of the bundles does not tell of any.
    public let findings: [BundleIndex.FindingChangeEntry]?

    /// Compares two bundles. `retired` holds what only the register knows: why items no longer count.
    public init(
        from before: BundleIndex, to after: BundleIndex, retired: [String: String] = [:]
    ) throws(OtherStandard) {
        guard before.standard.id == after.standard.id else {
            throw OtherStandard(
                before: before.standard.designation, after: after.standard.designation)
        }
        self.before = Side(before)
        self.after = Side(after)
        items = Self.items(before, after, retired)
        clauses = Self.clauses(before, after)
        findings = FindingComparison.changes(before.findings, after.findings)
    }

    private static func items(
        _ before: BundleIndex, _ after: BundleIndex, _ retired: [String: String]
    ) -> [ItemDifference] {
        let (old, new) = (byName(before), byName(after))
        let scope = ComparedScope(before, after, retired)
        return Set(old.keys).union(new.keys).sorted().map { id in
            switch (old[id], new[id]) {
            case (let old?, let new?): ItemComparison(old, new, scope).difference
            case (nil, let new?): scope.arrival(of: new)
            case (let old?, nil): scope.departure(of: old)
            case (nil, nil): ItemDifference(id, "", .unchanged)
            }
        }
    }

    private static func byName(_ index: BundleIndex) -> [String: BundleIndex.EvidenceEntry] {
        Dictionary(index.evidence.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func clauses(_ before: BundleIndex, _ after: BundleIndex)
        -> [BundleIndex.ClauseChangeEntry]
    {
        let old = Dictionary(
            before.clauses.map { ($0.number, $0.status) }, uniquingKeysWith: { first, _ in first })
        return after.clauses.compactMap { clause in
            // What only one of them covers says nothing of a change.
            guard let now = clause.status, let then = old[clause.number], let then, then != now else {
                return nil
            }
            return BundleIndex.ClauseChangeEntry(clause: clause.number, before: then, now: now)
        }
    }
}

extension BundleDifference {
    /// What one of the two bundles speaks of.
    public struct Side: Sendable, Equatable {
        /// The holder of the management system.
        public let organization: String
        /// `ISO/IEC 20000-1:2018`
        public let designation: String
        /// The day on which it judges.
        public let day: Day
        /// The state of the journal that it tells of.
        public let journal: JournalHead
        /// The most confidential level that was let in; nil where nothing was held back by level.
        public let classificationUpTo: Classification?
        /// The clauses to which it is limited; nil for the whole standard.
        public let onlyClauses: [String]?
        /// The audit that it was packed for.
        public let audit: String?

        init(_ index: BundleIndex) {
            organization = index.organization
            designation = index.standard.designation
            day = index.day
            journal = index.journal
            classificationUpTo = index.classificationUpTo
            onlyClauses = index.onlyClauses
            audit = index.audit?.id
        }
    }

    /// What makes the two less comparable than they look, as sentences.
    public var remarks: [String] {
        [
            before.organization == after.organization
                ? nil : "the organization was \"\(before.organization)\" and is \"\(after.organization)\"",
            before.onlyClauses == after.onlyClauses
                ? nil : "the earlier bundle covers \(scope(before)), the later one \(scope(after))",
            before.classificationUpTo == after.classificationUpTo
                ? nil : "the earlier bundle holds \(level(before)), the later one \(level(after))",
            history,
        ].compactMap(\.self)
    }

    private func scope(_ side: Side) -> String {
        side.onlyClauses.map { "clauses \($0.joined(separator: ", "))" } ?? "the whole standard"
    }

    private func level(_ side: Side) -> String {
        side.classificationUpTo.map { "what is classified up to \($0.rawValue)" } ?? "every level"
    }

    /// A journal only grows, and an entry never changes.
    private var history: String? {
        if after.journal.sequence < before.journal.sequence {
            return "the earlier bundle tells of a later state: is it the other way round?"
        }
        guard after.journal.sequence == before.journal.sequence, after.journal.hash != before.journal.hash
        else { return nil }
        return "entry \(after.journal.sequence) of the journal is not the same in both: not of one register"
    }
}
