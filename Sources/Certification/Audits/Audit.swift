/// What sort of look is taken at a management system.
public enum AuditKind: String, Codable, Sendable, CaseIterable {
    /// By or for the organization itself (9.2 of each standard).
    case `internal`
    /// By top management (9.3 of each standard); kept with the audits because the cycle asks for both alike.
    case managementReview = "management-review"
    case stage1 = "stage-1"
    case stage2 = "stage-2"
    case surveillance, recertification
    /// At short notice, or to look at one finding (ISO/IEC 17021-1 9.6.4.2).
    case special
    /// The look of an accepting body at the file (IAF MD 2).
    case transfer

    /// Whether a certification body takes it.
    public var isExternal: Bool { self != .internal && self != .managementReview }

    /// Whether it covers every requirement clause by its nature (ISO/IEC 17021-1 9.3.1.3, 9.6.3).
    public var coversAll: Bool { self == .stage2 || self == .recertification }

    /// For people: `management review`.
    public var words: String { rawValue.replacing("-", with: " ") }
}

/// How an audit is held.
public enum AuditMode: String, Codable, Sendable, CaseIterable {
    case onsite, remote, hybrid
}

/// Where an audit stands.
public enum AuditState: String, Codable, Sendable, CaseIterable {
    case planned, held, cancelled
}

/// An audit or a management review, planned or held.
public struct Audit: Codable, Hashable, Sendable {
    /// The identifier in the register: `SV1-2027`.
    public let id: String
    /// What sort of look it is.
    public var kind: AuditKind
    /// Whether it is planned, was held, or was called off.
    public var state: AuditState
    /// The days, both included.
    public var period: Period
    /// The certificates that an external audit is about.
    public var certificates: [String]
    /// The editions that it looks at: identifiers of catalogues.
    public var standards: [String]
    /// Who looks.
    public var auditors: [String]
    /// Onsite, remote or hybrid; nil when nobody said.
    public var mode: AuditMode?
    /// The clauses that it looks at; a heading stands for what is below it.
    public var clauses: [ClauseReference]
    /// The sites that it looks at.
    public var sites: [String]
    /// Its reports, as items of evidence.
    public var reports: [String]
    /// Whether the body counts a special audit as surveillance; nil for what its profile says.
    public var countsAsSurveillance: Bool?
    /// A remark, such as why it was called off.
    public var note: String?

    /// An audit as it is recorded.
    public init(
        id: String, kind: AuditKind, state: AuditState, period: Period, certificates: [String] = [],
        standards: [String] = [], auditors: [String] = [], mode: AuditMode? = nil,
        clauses: [ClauseReference] = [], sites: [String] = [], reports: [String] = [],
        countsAsSurveillance: Bool? = nil, note: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.period = period
        self.certificates = certificates
        self.standards = standards
        self.auditors = auditors
        self.mode = mode
        self.clauses = clauses
        self.sites = sites
        self.reports = reports
        self.countsAsSurveillance = countsAsSurveillance
        self.note = note
    }

    /// Whether it looks at an edition.
    public func looks(at standard: String) -> Bool { standards.contains(standard) }
}
