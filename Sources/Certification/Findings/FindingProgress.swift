/// How far a finding has come.
public enum FindingState: String, Codable, Sendable, CaseIterable {
    /// Nothing was done yet.
    case open
    /// What was wrong was put right.
    case corrected
    /// It is known why it happened.
    case analysed
    /// Something keeps it from happening again.
    case acted
    /// Somebody looked, and the action works.
    case verified
    case closed
}

/// Something that a finding waits for.
public enum FindingNeed: Hashable, Sendable {
    case correction, cause, action
    /// The action was found not to work on this day: another one, or another look at it.
    case betterAction(Day)
    /// The body has not accepted the plan yet.
    case acceptance
    /// A look whether the action works.
    case effect
    /// Nothing but the closure itself.
    case closure

    /// The stable word for programs.
    public var code: String {
        switch self {
        case .correction: "correction"
        case .cause: "cause"
        case .action: "action"
        case .betterAction: "better-action"
        case .acceptance: "acceptance"
        case .effect: "effect"
        case .closure: "closure"
        }
    }

    /// What is missing, for people: `no cause`.
    public var words: String {
        switch self {
        case .correction: "no correction"
        case .cause: "no cause"
        case .action: "no corrective action"
        case .betterAction(let day): "the corrective action was not effective on \(day)"
        case .acceptance: "no accepted plan"
        case .effect: "no check of the effect"
        case .closure: "not closed"
        }
    }
}

/// What the steps so far amount to.
extension Finding {
    /// The latest look at the effect of the latest action.
    public var effect: FindingStep? {
        guard let action = current.lastIndex(where: { $0.kind == .action }) else { return nil }
        return current[action...].last { $0.kind == .effectVerified }
    }

    /// The furthest point that was reached since it was last opened. An action that does not work is none.
    public var state: FindingState {
        if !isOpen { return .closed }
        if effect?.isEffective == true { return .verified }
        if last(.action) != nil, effect == nil { return .acted }
        if last(.cause) != nil { return .analysed }
        return last(.correction) != nil ? .corrected : .open
    }

    /// What is missing before it can be closed; only nonconformities need anything but evidence and a name.
    public var missing: [FindingNeed] {
        guard grade.isNonconformity, isOpen else { return [] }
        let answers: [FindingNeed?] = [
            last(.correction) == nil ? .correction : nil, last(.cause) == nil ? .cause : nil,
            last(.action) == nil ? .action : nil,
        ]
        return (answers + [effectNeed]).compactMap(\.self)
    }

    private var effectNeed: FindingNeed? {
        guard let effect else { return .effect }
        return effect.isEffective == true ? nil : .betterAction(effect.on)
    }

    /// What is to be done next; nil once it is closed.
    public var next: FindingNeed? {
        guard isOpen else { return nil }
        return missing.first == .effect && waitsForAcceptance ? .acceptance : missing.first ?? .closure
    }

    /// A body accepts the plan for a minor before it is carried out (rule NC-3).
    private var waitsForAcceptance: Bool {
        grade == .minor && audit.kind.isExternal && last(.action) != nil && last(.planAccepted) == nil
    }

    /// The finding as it stood on a day.
    public func upTo(_ day: Day) -> Finding {
        Finding(facts: facts, audit: audit, steps: steps.filter { $0.on <= day })
    }

    /// The finding after one more step.
    public func taking(_ step: FindingStep) -> Finding {
        Finding(facts: facts, audit: audit, steps: steps + [step])
    }

    /// The number that the next step gets.
    public var nextStepNumber: Int { (steps.map(\.number).max() ?? 0) + 1 }
}
