/// An item of evidence as a checklist of an audit sees it: what it is, what it is tied to, and the last day that it
/// speaks of.
public struct DatedEvidence: Hashable, Sendable {
    /// The identifier of the item.
    public let id: String
    /// What sort of document or record it is.
    public let kind: EvidenceKind
    /// Words that people tied to it.
    public let tags: [String]
    /// The clauses of the standard in question that it is linked to.
    public let clauses: [String]
    /// Whether it is linked to clauses of other standards only.
    public let isElsewhere: Bool
    /// The last day that it speaks of; nil while it has no file in force.
    public let day: Day?

    /// An item as it stands on a day.
    public init(
        id: String, kind: EvidenceKind, tags: [String] = [], clauses: [String] = [],
        isElsewhere: Bool = false, day: Day?
    ) {
        self.id = id
        self.kind = kind
        self.tags = tags
        self.clauses = clauses
        self.isElsewhere = isElsewhere
        self.day = day
    }
}

extension EvidenceDates {
    /// The last day that the item speaks of, as far as it is known on a day: the end of a record's period, otherwise
    /// the day on which a document took effect or was received. Nil while it has no file in force.
    public func lastSpoken(on day: Day) -> Day? {
        revisions.filter { $0.isInForce(on: day) }.compactMap { revision in
            if let last = revision.period?.last { return min(last, day) }
            let spoken = revision.effective ?? revision.received
            return spoken <= day ? spoken : nil
        }.max()
    }
}

extension AuditKind {
    /// The row of the Harmonized Structure that asks for it; nil for what a body does.
    var row: String? {
        switch self {
        case .internal: "9.2"
        case .managementReview: "9.3"
        default: nil
        }
    }
}

/// Evidence that an audit or a finding names, and the common clause that it shows something of.
public struct NamedEvidence: Hashable, Sendable {
    /// The identifier of the item.
    public let id: String
    /// When what it shows was done.
    public let day: Day
    /// The row of the Harmonized Structure: `9.2`.
    public let row: String

    /// Reports of internal audits and management reviews of a standard, and what the steps of findings name.
    public static func all(of standard: String, audits: [Audit], findings: [Finding], on day: Day)
        -> [NamedEvidence]
    {
        let reports = audits.filter {
            $0.state == .held && $0.looks(at: standard) && $0.period.last <= day
        }.flatMap { audit in
            audit.kind.row.map { row in
                audit.reports.map { NamedEvidence(id: $0, day: audit.period.last, row: row) }
            } ?? []
        }
        let steps = findings.filter { $0.audit.looks(at: standard) }.flatMap(\.steps).filter { $0.on <= day }
        return reports
            + steps.flatMap { step in
                step.evidence.map { NamedEvidence(id: $0, day: step.on, row: "10.2") }
            }
    }
}
