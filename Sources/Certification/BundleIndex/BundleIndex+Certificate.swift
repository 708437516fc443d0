extension BundleIndex {
    /// The certificate under which the standard is held, as it stands on the day of the bundle.
    public struct CertificateEntry: Codable, Sendable, Equatable {
        /// The identifier in the register.
        public let id: String
        /// The number on the certificate; nil before there is one.
        public let number: String?
        /// The certification body.
        public let body: String
        /// What the certificate covers.
        public let scope: String?
        /// The day of the decision with which the cycle began.
        public let decided: Day?
        /// The last day on which it holds.
        public let expires: Day?
        /// How it stands, for people: `valid`.
        public let state: String
        /// What the cycle asks for next, by date.
        public let steps: [StepEntry]
        /// The same with its day: `certified until 2029-05-13`.
        public let standing: String?
        /// Which cycle of the certificate runs, from 1; nil before the first decision.
        public let cycle: Int?
        /// The first day of the next audit of the body, planned or asked for.
        public let nextAudit: Day?

        /// A certificate as a bundle tells of it.
        public init(
            id: String, number: String?, body: String, scope: String?, decided: Day?, expires: Day?,
            state: String, steps: [StepEntry], standing: String? = nil, cycle: Int? = nil,
            nextAudit: Day? = nil
        ) {
            self.id = id
            self.number = number
            self.body = body
            self.scope = scope
            self.decided = decided
            self.expires = expires
            self.state = state
            self.steps = steps
            self.standing = standing
            self.cycle = cycle
            self.nextAudit = nextAudit
        }
    }

    /// Something that the cycle asks for.
    public struct StepEntry: Codable, Sendable, Equatable {
        /// For people: `surveillance audit 1`.
        public let title: String
        /// The first day on which it may be; nil where there is none.
        public let from: Day?
        /// The last day on which it must be done.
        public let due: Day

        /// A step with its window.
        public init(title: String, from: Day?, due: Day) {
            self.title = title
            self.from = from
            self.due = due
        }
    }
}

extension BundleIndex.CertificateEntry {
    /// What a bundle tells of a certificate: what the body knows too. What the organization owes itself is its own.
    public init(_ judgement: CycleJudgement) {
        let (certificate, cycle) = (judgement.facts.certificate, judgement.life.cycle)
        let asked = judgement.outcomes.filter { $0.isOpen && $0.rule.isOfAudits }
        self.init(
            id: certificate.id, number: certificate.number, body: certificate.body, scope: certificate.scope,
            decided: cycle?.decision, expires: cycle.map(judgement.life.validUntil),
            state: judgement.state.words,
            steps: asked.compactMap { outcome in
                outcome.due.map { .init(title: outcome.title, from: outcome.window?.first, due: $0) }
            },
            standing: judgement.standing, cycle: cycle?.number, nextAudit: judgement.nextAudit)
    }
}

extension CycleRule {
    /// Whether it says when a body audits and decides.
    fileprivate var isOfAudits: Bool {
        ["ST-", "SV-", "RC-"].contains { rawValue.hasPrefix($0) }
    }
}
