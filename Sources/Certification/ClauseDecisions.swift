/// What people decided about the clauses of one standard, apart from its evidence.
public struct ClauseDecisions: Hashable, Sendable {
    /// Verdicts by the number of the clause.
    public let assessments: [String: Assessment]
    /// What differs from the default in the statement of applicability, by the number of the control.
    public let controls: [String: ControlStatement]

    /// The latest verdict on each clause and the latest statement on each control, of one standard.
    public init(assessments: [Assessment] = [], controls: [ControlStatement] = []) {
        self.assessments = Dictionary(
            assessments.map { ($0.clause.number, $0) }, uniquingKeysWith: { _, later in later })
        self.controls = Dictionary(
            controls.map { ($0.clause.number, $0) }, uniquingKeysWith: { _, later in later })
    }

    /// Why a clause does not apply; nil where it does. A verdict that the standard does not allow settles nothing.
    func settled(_ number: String, in catalogue: Catalogue) -> Reason? {
        if let why = controls[number]?.exclusion, catalogue.isControl(number) { return .excluded(why) }
        guard let assessment = assessments[number], assessment.verdict == .notApplicable,
            catalogue.refusal(ofNotApplicable: number) == nil
        else { return nil }
        return .notApplicable(assessment.reason, by: assessment.by)
    }
}
