extension BundleIndex {
    /// The audit that a bundle is packed for, and how its evidence was chosen.
    public struct AuditEntry: Codable, Sendable, Equatable {
        /// The identifier in the register: `SV1-2027`.
        public let id: String
        /// What sort of look it is.
        public let kind: AuditKind
        /// The first day.
        public let first: Day
        /// The last day.
        public let last: Day
        /// The first day of the records that it looks at; nil where records of any time count.
        public let since: Day?
        /// The window in words.
        public let window: String
        /// The clauses that the programme names for it; empty where it names none.
        public let programme: [String]
        /// What it wants to see, each subject with what is here for it.
        public let subjects: [SubjectEntry]
        /// What is linked to the standard and not here, with the reason.
        public let leftOut: [LeftOutEntry]

        /// The days, for people and in the bag's own facts.
        public var days: String { first == last ? "\(first)" : "\(first)..\(last)" }
    }

    /// Something that an audit wants to see.
    public struct SubjectEntry: Codable, Sendable, Equatable {
        /// `a`, `scope`
        public let name: String
        /// In our words.
        public let title: String
        /// Why, in our words.
        public let why: String
        /// The clauses in which it lies; nil for all of them.
        public let clauses: [String]?
        /// The identifiers of the items that it asks for.
        public let evidence: [String]
    }

    /// An item that the audit does not ask for, or whose records are from before its window.
    public struct LeftOutEntry: Codable, Sendable, Equatable {
        /// The identifier.
        public let evidence: String
        /// The stable word for programs: `not-asked`, `before-window`.
        public let code: String
        /// The sentence for people.
        public let text: String
    }
}

extension BundleIndex.AuditEntry {
    /// What a bundle says of the choice that was made for it. `besides` are items, in capital letters, that go along for
    /// another reason.
    public init(_ choice: AuditChoice, besides: Set<String> = []) {
        let selection = choice.selection
        let audit = selection.audit
        self.init(
            id: audit.id, kind: audit.kind, first: audit.period.first, last: audit.period.last,
            since: selection.window.since, window: selection.window.sentence,
            programme: selection.programme,
            subjects: selection.subjects.map { subject in
                let asked = choice.included.filter { $0.reasons.contains { $0.subject == subject } }
                return BundleIndex.SubjectEntry(
                    name: subject.name, title: subject.title, why: subject.why,
                    clauses: selection.clauses(of: subject), evidence: asked.map(\.record.evidence.id))
            },
            leftOut: choice.leftOut.filter { !besides.contains($0.evidence.uppercased()) }.map {
                BundleIndex.LeftOutEntry(
                    evidence: $0.evidence, code: $0.reason.code, text: $0.reason.sentence)
            })
    }
}

extension AuditReason {
    /// The subject that asks; nil where nobody of them does.
    fileprivate var subject: AuditSubject? {
        if case .subject(let subject, _) = self { return subject }
        return nil
    }
}
