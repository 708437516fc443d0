/// One line of a statement of applicability: a control, whether it applies and why, and how far it is carried out.
public struct StatedControl: Hashable, Sendable {
    /// The control itself.
    public let clause: Clause
    /// What the organization said of it; nil where all is as usual.
    public let statement: ControlStatement?
    /// Its status by the evidence.
    public let status: ClauseStatus
    /// Every live item linked to it or to a heading above it, current ones first.
    public let evidence: [EvidenceJudgement]
    /// A person's verdict, beside what the evidence says.
    public let assessment: Assessment?

    /// A control as it was judged, with what the organization said of it.
    init(_ judgement: ClauseJudgement, _ statement: ControlStatement?) {
        clause = judgement.clause
        self.statement = statement
        status = judgement.status
        evidence = judgement.evidence
        assessment = judgement.assessment
    }

    /// Why a control applies of which nobody said anything else.
    public static let usualJustification = "applied as part of treating risks"

    /// Whether the control is part of the management system.
    public var applies: Bool { statement?.exclusion == nil }

    /// Why it applies, or why it does not.
    public var justification: String {
        statement?.exclusion ?? statement?.inclusion ?? Self.usualJustification
    }

    /// The role or person who answers for it, where somebody said so.
    public var owner: String? { statement?.owner }

    /// How far it is carried out.
    public var implementation: ControlImplementation { ControlImplementation(status) }
}
