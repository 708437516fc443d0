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

        /// A certificate as a bundle tells of it.
        public init(
            id: String, number: String?, body: String, scope: String?, decided: Day?, expires: Day?,
            state: String, steps: [StepEntry]
        ) {
            self.id = id
            self.number = number
            self.body = body
            self.scope = scope
            self.decided = decided
            self.expires = expires
            self.state = state
            self.steps = steps
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
