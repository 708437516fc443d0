/// What tells one control in two statements of applicability apart.
public struct ControlDifference: Hashable, Sendable {
    /// The control, as the later statement has it.
    public let clause: Clause
    /// What differs.
    public let aspect: ControlAspect
    /// What the earlier statement says; nil where it says nothing.
    public let from: String?
    /// What the later statement says; nil where it says nothing.
    public let to: String?
}

/// What can differ between two statements about a control.
public enum ControlAspect: String, Codable, Sendable, CaseIterable {
    /// The control applied and does no more.
    case excluded
    /// The control was excluded and applies now.
    case included
    /// It applies as before, or does not, for another reason.
    case justification
    /// Somebody else answers for it.
    case owner
    /// The evidence says something else.
    case implementation
    /// A person judged it otherwise.
    case assessment
    /// The earlier catalogue did not have it.
    case added
    /// The later catalogue does not have it.
    case removed

    /// For people, behind how many controls differ so: `2 newly excluded`.
    public var words: String {
        switch self {
        case .excluded: "newly excluded"
        case .included: "newly included"
        case .justification: "with another justification"
        case .owner: "with another owner"
        case .implementation: "with another implementation"
        case .assessment: "with another assessment"
        case .added: "new in the catalogue"
        case .removed: "no more in the catalogue"
        }
    }
}

extension StatementOfApplicability {
    /// What the later of two statements says otherwise, in the order of the standard.
    public static func differences(
        from earlier: StatementOfApplicability, to later: StatementOfApplicability
    ) -> [ControlDifference] {
        let before = Dictionary(
            earlier.controls.map { ($0.clause.number, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(later.controls.map(\.clause.number))
        let gone = earlier.controls.filter { !kept.contains($0.clause.number) }
        return later.controls.flatMap { control in
            before[control.clause.number].map { control.differences(from: $0) }
                ?? [ControlDifference(clause: control.clause, aspect: .added, from: nil, to: nil)]
        } + gone.map { ControlDifference(clause: $0.clause, aspect: .removed, from: nil, to: nil) }
    }
}

extension StatedControl {
    /// What this control's line says otherwise than an earlier one.
    fileprivate func differences(from earlier: StatedControl) -> [ControlDifference] {
        var found: [ControlDifference] = []
        func compare(_ aspect: ControlAspect, _ value: (StatedControl) -> String?) {
            let (from, to) = (value(earlier), value(self))
            if from != to { found.append(.init(clause: clause, aspect: aspect, from: from, to: to)) }
        }
        if applies == earlier.applies {
            compare(.justification) { $0.justification }
            compare(.implementation) { $0.implementation.words }
        } else {
            // Nothing more is said of the implementation: a control that is not applied has none.
            found.append(
                .init(
                    clause: clause, aspect: applies ? .included : .excluded, from: earlier.justification,
                    to: justification))
        }
        compare(.owner) { $0.owner }
        compare(.assessment) { $0.assessment?.verdict.rawValue }
        return found
    }
}
