/// What somebody knows, or supposes, of a certificate: the input of a forecast without a register.
public struct ForecastFacts: Sendable {
    /// What can be known.
    public enum Name: String, CaseIterable, Sendable {
        case stage1 = "stage1_last"
        case stage2 = "stage2_last"
        case decision
        case certificateIssue = "cert_issue"
        case expiry
        case firstSurveillance = "sv1_audit"
        case secondSurveillance = "sv2_audit"
        case oldExpiry = "old_expiry"
        case recertificationAudit = "recert_audit"
        case majorVerified = "major_verified"
        case recertificationDecision = "recert_decision"
        case decisionAfterStage2 = "decision_after_stage2"
        case suspended
        case transferDecision = "transfer_decision"
        case ceased
        case extensionDecision = "extension_decision"
        case transitionEnd = "transition_end"
        case first = "a"
        case second = "b"
        case firstOldExpiry = "a_old_expiry"
        case secondOldExpiry = "b_old_expiry"
        case jointDecision = "joint_recert_decision"
        case sites

        /// What is expected of the value.
        public var form: String {
            switch self {
            case .firstSurveillance, .secondSurveillance, .recertificationAudit:
                "a day, or the first and the last day of an audit as 2027-05-10/2027-05-11"
            case .first, .second: "a certificate with its decision: 20000-1 decision 2026-05-14"
            case .sites: "a number"
            default: "a day, 2026-05-14"
            }
        }
    }

    private var days: [Name: Day] = [:]
    private var audits: [Name: Period] = [:]
    private var certificates: [Name: (name: String, decision: Day)] = [:]
    /// How many similar sites the certificate covers.
    public private(set) var sites: Int?

    /// Nothing is known.
    public init() {}

    /// Takes in one fact; throws for an unknown name, and for a value that is not of its form.
    public mutating func set(_ name: String, to value: String) throws(ForecastProblem) {
        guard let fact = Name(rawValue: name) else { throw .unknownFact(name) }
        guard take(fact, value.trimmed) else { throw .impossible(fact, value) }
    }

    private mutating func take(_ fact: Name, _ value: String) -> Bool {
        switch fact {
        case .firstSurveillance, .secondSurveillance, .recertificationAudit:
            audits[fact] = Self.audit(value)
            return audits[fact] != nil
        case .first, .second:
            let words = value.split(separator: " ")
            guard words.count == 3, words[1] == "decision", let day = Day(words[2]) else { return false }
            certificates[fact] = (String(words[0]), day)
            return true
        case .sites:
            sites = Int(value).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
            return sites != nil
        default:
            days[fact] = Day(value)
            return days[fact] != nil
        }
    }

    private static func audit(_ text: String) -> Period? {
        let ends = text.split(separator: "/")
        if ends.count == 2, let first = Day(ends[0]), let last = Day(ends[1]) { return Period(first, last) }
        return Day(text).flatMap { Period($0, $0) } ?? Period(text)
    }

    func day(_ name: Name) -> Day? { days[name] }

    func audit(_ name: Name) -> Period? { audits[name] }

    func certificate(_ name: Name) -> (name: String, decision: Day)? { certificates[name] }

    /// The surveillance audits, in the order of days.
    var surveillances: [Period] {
        [audits[.firstSurveillance], audits[.secondSurveillance]].compactMap(\.self)
            .sorted { $0.last < $1.last }
    }

    /// The initial decision.
    var decision: Day? { days[.decision] ?? days[.certificateIssue] }

    var stage2: Period? { days[.stage2].flatMap { Period($0, $0) } }
}

/// What is wrong with a fact of a forecast.
public enum ForecastProblem: Error, Hashable, Sendable {
    case unknownFact(String)
    case impossible(ForecastFacts.Name, String)

    /// One line, lower case, without a full stop.
    public var message: String {
        switch self {
        case .unknownFact(let name): "unknown fact \"\(name)\""
        case .impossible(let fact, let value):
            "\(fact.rawValue) cannot be \"\(value)\"; it is \(fact.form)"
        }
    }
}
