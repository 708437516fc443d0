/// How ready a requirement clause is. Ordered from the best to the worst; the last two are settled otherwise.
public enum ClauseStatus: String, Codable, Sendable, CaseIterable, Comparable {
    /// At least one current item is linked, and current items answer every demand for documented information.
    case covered
    /// Nothing of its own covers it, but live evidence for a clause of another standard that asks for the same does.
    case credited
    /// Something current is there, but a part of what the clause asks for is missing.
    case partial
    /// Files are there, but what somebody looked at for the clause has changed since.
    case suspect
    /// Files are there, but none holds on the day.
    case stale
    /// Something is asked for, nothing is there.
    case requested
    /// Nothing is linked.
    case missing
    /// The statement of applicability leaves the control out.
    case excluded
    /// A person called the clause not applicable, and the standard allows that.
    case notApplicable = "not-applicable"

    /// Whether the clause needs work.
    public var isOpen: Bool {
        switch self {
        case .partial, .suspect, .stale, .requested, .missing: true
        case .covered, .credited, .excluded, .notApplicable: false
        }
    }

    /// Whether the clause counts among those to be covered.
    public var applies: Bool { self != .excluded && self != .notApplicable }

    /// From the best to the worst.
    public static func < (left: ClauseStatus, right: ClauseStatus) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .covered: 0
        case .credited: 1
        case .partial: 2
        case .suspect: 3
        case .stale: 4
        case .requested: 5
        case .missing: 6
        case .excluded: 7
        case .notApplicable: 8
        }
    }
}

/// All that decides a clause's status by its evidence: which standings occur, and which demands current items answer.
struct ClauseAccount: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let current = ClauseAccount(rawValue: 1)
    static let suspect = ClauseAccount(rawValue: 2)
    static let stale = ClauseAccount(rawValue: 4)
    static let requested = ClauseAccount(rawValue: 8)
    /// The demands that current items answer lie above the standings.
    private static let demandShift = 4

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What one linked item adds.
    init(_ standing: Standing, answering answers: DocumentedInformationSet) {
        switch standing {
        case .current: self.init(rawValue: Self.current.rawValue | answers.rawValue << Self.demandShift)
        case .suspect: self = .suspect
        case .stale: self = .stale
        case .requested: self = .requested
        }
    }

    /// The demands that current items answer.
    var answered: DocumentedInformationSet { .init(rawValue: rawValue >> Self.demandShift) }

    /// The status of a clause that makes these demands.
    func status(demanding demands: DocumentedInformationSet) -> ClauseStatus {
        if contains(.current) { return answered.isSuperset(of: demands) ? .covered : .partial }
        if contains(.suspect) { return .suspect }
        if contains(.stale) { return .stale }
        return contains(.requested) ? .requested : .missing
    }
}
