/// A person's judgement of a clause. It stands beside what the files say and is never overruled by it.
public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// What the clause asks for is done.
    case conforming
    /// It is done in part.
    case partial
    /// It is not done.
    case gap
    /// The clause does not concern the organization; only where the standard allows that.
    case notApplicable = "not-applicable"
}

/// A verdict with the person, the day and the reason.
public struct Assessment: Codable, Hashable, Sendable {
    /// The clause that was judged.
    public let clause: ClauseReference
    /// How it was judged.
    public let verdict: Verdict
    /// Who judged.
    public let by: String
    /// Why.
    public let reason: String
    /// The day of the judgement.
    public let on: Day

    /// An assessment as it is recorded.
    public init(clause: ClauseReference, verdict: Verdict, by: String, reason: String, on: Day) {
        self.clause = clause
        self.verdict = verdict
        self.by = by
        self.reason = reason
        self.on = on
    }
}

/// Why a clause cannot be called not applicable.
public enum ApplicabilityRefusal: Error, Hashable, Sendable {
    /// The standard allows no requirement here to be left out; in the words of the catalogue where it has any.
    case notExcludable(designation: String, words: String?)
    /// A control is left out through the statement of applicability.
    case isControl
    /// The catalogue in the register does not say what may be left out.
    case unknown(designation: String)
}

extension Catalogue {
    /// Whether the clause is a control, whose applicability is stated apart (ISO/IEC 27001 6.1.3).
    public func isControl(_ number: String) -> Bool {
        guard let root = standard.controls else { return false }
        return number.hasPrefix(root + ".")
    }

    /// The controls whose applicability is to be stated, in order.
    public var controls: [Clause] { clauses.filter { $0.isRequirement && isControl($0.number) } }

    /// Why the clause may not be called not applicable; nil where the standard allows it with a justification.
    public func refusal(ofNotApplicable number: String) -> ApplicabilityRefusal? {
        if isControl(number) { return .isControl }
        guard let excludable = standard.excludable else { return .unknown(designation: standard.designation) }
        let isAllowed = excludable.contains { number == $0 || number.hasPrefix($0 + ".") }
        return isAllowed
            ? nil : .notExcludable(designation: standard.designation, words: standard.exclusions)
    }
}
