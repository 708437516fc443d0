/// How grave what an audit found is.
public enum FindingGrade: String, Codable, Sendable, CaseIterable {
    /// A nonconformity that puts the system in doubt.
    case major
    /// A nonconformity that does not.
    case minor
    /// A chance to do better; nothing has to be done.
    case opportunity
    case observation
    /// Of a stage 1: could become a nonconformity at stage 2 (ISO/IEC 17021-1 9.3.1.2).
    case areaOfConcern = "area-of-concern"

    /// Whether correction, cause and corrective action are asked for.
    public var isNonconformity: Bool { self == .major || self == .minor }

    /// For people: `area of concern`.
    public var words: String { rawValue.replacing("-", with: " ") }
}

/// What an audit found, as it was raised.
public struct FindingFacts: Codable, Hashable, Sendable {
    /// The identifier in the register: `NC-1`.
    public let id: String
    /// How grave it is.
    public let grade: FindingGrade
    /// The audit that found it.
    public let audit: String
    /// The clause that is not fulfilled; nil where nobody said.
    public let clause: ClauseReference?
    /// What was found, as it was written.
    public let statement: String
    /// Who raised it.
    public let by: String
    /// When.
    public let on: Day
    /// The role or person who answers for it.
    public let owner: String?
    /// The day by which the body wants it closed, where it said one.
    public let due: Day?
    /// Where it came from; nil for one that was typed in.
    public let origin: FindingOrigin?

    /// A finding as it is raised.
    public init(
        id: String, grade: FindingGrade, audit: String, clause: ClauseReference?, statement: String,
        by: String, on: Day, owner: String? = nil, due: Day? = nil, origin: FindingOrigin? = nil
    ) {
        self.id = id
        self.grade = grade
        self.audit = audit
        self.clause = clause
        self.statement = statement
        self.by = by
        self.on = on
        self.owner = owner
        self.due = due
        self.origin = origin
    }
}

/// One step on the way from a finding to its closure.
public struct FindingStep: Codable, Hashable, Sendable {
    /// What was done.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// What was wrong was put right.
        case correction
        /// Why it happened.
        case cause
        /// What keeps it from happening again.
        case action
        /// The body accepted the plan.
        case planAccepted = "plan-accepted"
        /// Somebody looked whether the action works.
        case effectVerified = "effect-verified"
        case closed, reopened
    }

    /// 1 for the first step.
    public let number: Int
    /// What was done.
    public let kind: Kind
    /// In words.
    public let text: String
    /// Who did it, or looked.
    public let by: String
    /// When.
    public let on: Day
    /// By when the action is to be done.
    public let due: Day?
    /// Who answers from now on.
    public let owner: String?
    /// What shows it: items of evidence.
    public let evidence: [String]
    /// Whether the action works; only of a look at the effect.
    public let isEffective: Bool?

    /// A step as it is recorded.
    public init(
        number: Int, kind: Kind, text: String, by: String, on: Day, due: Day? = nil, owner: String? = nil,
        evidence: [String] = [], isEffective: Bool? = nil
    ) {
        self.number = number
        self.kind = kind
        self.text = text
        self.by = by
        self.on = on
        self.due = due
        self.owner = owner
        self.evidence = evidence
        self.isEffective = isEffective
    }
}

/// A finding with the steps that were taken.
public struct Finding: Hashable, Sendable {
    /// What was found.
    public let facts: FindingFacts
    /// The audit that found it.
    public let audit: Audit
    /// In the order in which they were recorded.
    public let steps: [FindingStep]

    /// A finding of an audit with its steps so far.
    public init(facts: FindingFacts, audit: Audit, steps: [FindingStep] = []) {
        self.facts = facts
        self.audit = audit
        self.steps = steps
    }

    /// The identifier.
    public var id: String { facts.id }

    /// How grave it is.
    public var grade: FindingGrade { facts.grade }

    /// The steps since it was last opened.
    public var current: [FindingStep] {
        steps.lastIndex { $0.kind == .reopened }.map { Array(steps[($0 + 1)...]) } ?? steps
    }

    /// The latest step of a kind since it was last opened.
    public func last(_ kind: FindingStep.Kind) -> FindingStep? { current.last { $0.kind == kind } }

    /// Whether it waits for something.
    public var isOpen: Bool { last(.closed) == nil }

    /// When it was closed; nil while it is open.
    public var closed: Day? { last(.closed)?.on }

    /// Who answers for it now.
    public var owner: String? { steps.last { $0.owner != nil }?.owner ?? facts.owner }
}
