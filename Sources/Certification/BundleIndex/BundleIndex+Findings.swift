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
        /// The items that show what was done and are in the bundle.
        public let evidence: [String]
        /// When what was wrong was put right.
        public let corrected: Day?
        /// When it was said why it came to be.
        public let explained: Day?
        /// When the corrective action was decided.
        public let acted: Day?
        /// By when it is done.
        public let actionDue: Day?
        /// When somebody looked and the action worked.
        public let verified: Day?
        /// Items that showed what was done and are not in the bundle, since they were retired; nil where there are none.
        public let absentEvidence: [String]?
        /// The bundle whose reader wrote it down; nil for one that came another way.
        public let origin: FindingOrigin?

        /// A finding as a bundle tells of it.
        public init(
            id: String, grade: FindingGrade, audit: String, clause: String?, statement: String, raised: Day,
            due: Day?, state: String, correction: String?, cause: String?, action: String?, closed: Day?,
            evidence: [String], corrected: Day? = nil, explained: Day? = nil, acted: Day? = nil,
            actionDue: Day? = nil, verified: Day? = nil, absentEvidence: [String]? = nil,
            origin: FindingOrigin? = nil
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
            self.corrected = corrected
            self.explained = explained
            self.acted = acted
            self.actionDue = actionDue
            self.verified = verified
            self.absentEvidence = absentEvidence
            self.origin = origin
        }
    }
}

extension BundleIndex.FindingEntry {
    /// What a bundle tells of a finding: what was done since it was last opened, without the names of persons. `isHere` says
    /// whether an item is in the bundle.
    public init(_ judgement: FindingJudgement, isHere: (String) -> Bool) {
        let (finding, facts) = (judgement.finding, judgement.finding.facts)
        let (correction, cause) = (finding.last(.correction), finding.last(.cause))
        let (action, proof) = (finding.last(.action), finding.proof)
        let absent = proof.filter { !isHere($0) }
        self.init(
            id: finding.id, grade: finding.grade, audit: finding.audit.id, clause: facts.clause?.number,
            statement: facts.statement, raised: facts.on, due: judgement.effective?.day,
            state: finding.state.rawValue, correction: correction?.text, cause: cause?.text,
            action: action?.text, closed: finding.closed, evidence: proof.filter(isHere),
            corrected: correction?.on, explained: cause?.on, acted: action?.on, actionDue: action?.due,
            verified: finding.effect?.isEffective == true ? finding.effect?.on : nil,
            absentEvidence: absent.isEmpty ? nil : absent, origin: facts.origin)
    }
}

extension Finding {
    /// The items that show what was done, each once, in the order in which they were named.
    public var proof: [String] {
        var seen: Set<String> = []
        return steps.flatMap(\.evidence).filter { seen.insert($0.uppercased()).inserted }
    }

    /// Whether a reader of a bundle is told of it: a body found it, for the standard and under the certificate, and it is
    /// open, or was closed on a day or later. What the organization found itself is its own.
    public func isTold(of standard: String, under certificates: Set<String>, closedSince day: Day?) -> Bool {
        let isOurs = audit.certificates.isEmpty || !certificates.isDisjoint(with: audit.certificates)
        let isAbout = facts.clause.map { $0.standard == standard } ?? audit.looks(at: standard)
        guard audit.kind.isExternal, isAbout, certificates.isEmpty || isOurs else { return false }
        guard let closed, let day else { return true }
        return closed >= day
    }
}
