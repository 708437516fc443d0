extension BundleIndex {
    /// What changed since an earlier bundle.
    public struct SinceEntry: Codable, Sendable, Equatable {
        /// What the earlier bundle is known by.
        public let bundle: Fingerprint
        /// The day on which it judged.
        public let day: Day
        /// The state of the journal that it told of.
        public let journal: JournalHead
        /// Items that are not as they were, ordered by identifier; an item that is not named is as it was.
        public let items: [ItemChangeEntry]
        /// Clauses whose status is another one.
        public let clauses: [ClauseChangeEntry]
        /// Findings that are not as they were; nil where one of the bundles does not tell of any.
        public let findings: [FindingChangeEntry]?

        /// What changed since a bundle.
        public init(
            bundle: Fingerprint, day: Day, journal: JournalHead, items: [ItemChangeEntry],
            clauses: [ClauseChangeEntry], findings: [FindingChangeEntry]? = nil
        ) {
            self.bundle = bundle
            self.day = day
            self.journal = journal
            self.items = items
            self.clauses = clauses
            self.findings = findings
        }
    }

    /// What became of an item.
    public struct ItemChangeEntry: Codable, Sendable, Equatable {
        /// What became of it.
        public enum Change: String, Codable, Sendable, CaseIterable {
            /// It was not in the earlier bundle.
            case new
            /// Another file is in force.
            case replaced
            /// Its title, its links or its dates are others; its file is the same.
            case changed
            /// It was in the earlier bundle and is not in this one.
            case gone
        }

        /// Its identifier.
        public let evidence: String
        /// What became of it.
        public let change: Change
        /// Each difference as a sentence: `revision 3 replaces revision 2`.
        public let details: [String]

        /// An item that is not as it was.
        public init(evidence: String, change: Change, details: [String]) {
            self.evidence = evidence
            self.change = change
            self.details = details
        }
    }

    /// A clause whose status is another one.
    public struct ClauseChangeEntry: Codable, Sendable, Equatable {
        /// Its number.
        public let clause: String
        /// As the earlier bundle told; nil where it did not tell of the clause.
        public let before: ClauseStatus?
        /// As this one does.
        public let now: ClauseStatus

        /// A clause with both its statuses.
        public init(clause: String, before: ClauseStatus?, now: ClauseStatus) {
            self.clause = clause
            self.before = before
            self.now = now
        }
    }

    /// A finding that is not as it was.
    public struct FindingChangeEntry: Codable, Sendable, Equatable {
        /// What became of it.
        public enum Change: String, Codable, Sendable, CaseIterable {
            /// It was raised since, and is open.
            case opened
            case closed
            /// It was closed, and is open again.
            case reopened
            /// Something was done about it, and it is as open as it was.
            case changed
            /// Only the earlier bundle tells of it.
            case gone
        }

        /// Its identifier.
        public let finding: String
        /// What became of it.
        public let change: Change
        /// How grave it is.
        public let grade: FindingGrade
        /// The clause that is not fulfilled; nil where nobody said.
        public let clause: String?
        /// Each difference as a sentence: `closed on 2026-06-01`.
        public let details: [String]

        /// A finding that is not as it was.
        public init(
            finding: String, change: Change, grade: FindingGrade, clause: String?, details: [String]
        ) {
            self.finding = finding
            self.change = change
            self.grade = grade
            self.clause = clause
            self.details = details
        }
    }
}

extension BundleIndex {
    /// This index, telling of what changed since an earlier bundle.
    public func telling(since entry: SinceEntry) -> BundleIndex {
        var index = self
        index.since = entry
        return index
    }
}
