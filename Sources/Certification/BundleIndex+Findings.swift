extension BundleIndex {
    /// A finding of an earlier audit and what was done about it.
    public struct FindingEntry: Codable, Sendable, Equatable {
        /// The identifier in the register: `NC-1`.
        public let id: String
        /// How grave it is.
        public let grade: FindingGrade
        /// The audit that found it.
        public let audit: String
        /// The clause of the bundle's standard that is not fulfilled; nil where nobody said.
        public let clause: String?
        /// What was found.
        public let statement: String
        /// When it was raised.
        public let raised: Day
        /// The day by which it must be closed; nil where nothing asks for that.
        public let due: Day?
        /// How far it is, for people: `open`, `closed`.
        public let state: String
        /// What was done at once.
        public let correction: String?
        /// Why it came to be.
        public let cause: String?
        /// What keeps it from happening again.
        public let action: String?
        /// When it was closed; nil as long as it is open.
        public let closed: Day?
        /// The items that show what was done.
        public let evidence: [String]

        /// A finding as a bundle tells of it.
        public init(
            id: String, grade: FindingGrade, audit: String, clause: String?, statement: String, raised: Day,
            due: Day?, state: String, correction: String?, cause: String?, action: String?, closed: Day?,
            evidence: [String]
        ) {
            self.id = id
            self.grade = grade
            self.audit = audit
            self.clause = clause
            self.statement = statement
            self.raised = raised
            self.due = due
            self.state = state
            self.correction = correction
            self.cause = cause
            self.action = action
            self.closed = closed
            self.evidence = evidence
        }
    }
}
