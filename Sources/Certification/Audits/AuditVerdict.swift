/// Whether an item of evidence goes along to an audit.
public enum AuditVerdict: Hashable, Sendable {
    /// It goes along, because somebody asks for it; `old` are the revisions in force that the window leaves out.
    case included([AuditReason], old: [Int])
    case leftOut(AuditAbsence)
}

/// Who asks for an item of evidence.
public enum AuditReason: Hashable, Sendable {
    /// A subject of the audit, by clauses that the item is linked to.
    case subject(AuditSubject, clauses: [String])
    /// The programme, which names clauses for this audit.
    case programme(clauses: [String])
    /// The item itself is named: the report of an audit, the evidence of a finding.
    case named(String)

    /// The short name: that of the subject, `programme`, or `named`.
    public var name: String {
        switch self {
        case .subject(let subject, _): subject.name
        case .programme: "programme"
        case .named: "named"
        }
    }

    /// The clauses by which the item is asked for.
    public var clauses: [String] {
        switch self {
        case .subject(_, let clauses), .programme(let clauses): clauses
        case .named: []
        }
    }

    /// For people: `b Actions on earlier nonconformities (10.1.2)`.
    public var sentence: String {
        switch self {
        case .subject(let subject, let clauses):
            (subject.name.count == 1 ? "\(subject.name) " : "") + subject.title + Self.list(clauses)
        case .programme(let clauses): "the programme names" + Self.list(clauses)
        case .named(let what): what
        }
    }

    private static func list(_ clauses: [String]) -> String {
        " (\(clauses.prefix(4).joined(separator: ", "))\(clauses.count > 4 ? ", ..." : ""))"
    }
}

/// Why an item of evidence does not go along.
public enum AuditAbsence: Hashable, Sendable {
    /// No subject of the audit asks for it.
    case notAsked
    /// All its records in force are from before the window; the last of them speaks until a day.
    case beforeWindow(last: Day)
    /// It is named, but linked to no clause of the standard, so it has no place in the bundle.
    case noClause

    /// The stable word for programs.
    public var code: String {
        switch self {
        case .notAsked: "not-asked"
        case .beforeWindow: "before-window"
        case .noClause: "no-clause"
        }
    }

    /// For people.
    public var sentence: String {
        switch self {
        case .notAsked: "no subject of the audit asks for it"
        case .beforeWindow(let last): "its last record is of \(last), before the window"
        case .noClause: "the audit names it, but it is linked to no clause of the standard"
        }
    }
}
