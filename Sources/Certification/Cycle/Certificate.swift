/// A certificate, or the wish for one: a standard, a certification body and a scope.
public struct Certificate: Codable, Hashable, Sendable {
    /// The identifier in the register: `NW-1`.
    public let id: String
    /// The edition that it is for: the identifier of a catalogue.
    public var standard: String
    /// The certification body.
    public var body: String
    /// The number that is printed on it; nil before it is issued.
    public var number: String?
    /// What it covers, as it is printed.
    public var scope: String
    /// The sites that it covers; empty for a single one.
    public var sites: [String]
    /// How the body reads the rules of the cycle.
    public var profile: BodyProfile
    /// The certificate of another body whose cycle this one took over (IAF MD 2); nil for nearly all.
    public var continues: String?

    /// A certificate as it is recorded.
    public init(
        id: String, standard: String, body: String, number: String? = nil, scope: String,
        sites: [String] = [], profile: BodyProfile = .usual, continues: String? = nil
    ) {
        self.id = id
        self.standard = standard
        self.body = body
        self.number = number
        self.scope = scope
        self.sites = sites
        self.profile = profile
        self.continues = continues
    }
}

/// What can happen to a certificate. Audits are kept as audits; everything else is an event of its own.
public enum CertificateEventKind: String, Codable, Sendable, CaseIterable {
    case stage1 = "stage-1"
    case stage2 = "stage-2"
    case decision, surveillance
    case recertificationAudit = "recertification-audit"
    case recertificationDecision = "recertification-decision"
    case suspension, reinstatement, withdrawal
    case scopeExtension = "scope-extension"
    case transfer, restoration
    case editionTransition = "edition-transition"
    case bodyCeased = "body-ceased"
    case postponement

    /// The audit that it is; nil for everything that is decided or announced.
    public var audit: AuditKind? {
        switch self {
        case .stage1: .stage1
        case .stage2: .stage2
        case .surveillance: .surveillance
        case .recertificationAudit: .recertification
        default: nil
        }
    }

    /// A decision that prints a day of expiry.
    public var printsExpiry: Bool {
        [.decision, .recertificationDecision, .restoration, .editionTransition, .transfer].contains(self)
    }

    /// For people: `recertification decision`.
    public var words: String { rawValue.replacing("-", with: " ") }
}

/// Something that happened to a certificate on a day, other than an audit.
public struct CertificateEvent: Codable, Hashable, Sendable {
    /// 1 for the first event of the certificate, in the order of recording.
    public let number: Int
    /// What happened.
    public let kind: CertificateEventKind
    /// When; for a decision the day on which it was taken.
    public let on: Day
    /// The last day as it is printed; a fact, whatever the rules compute.
    public let expiry: Day?
    /// By how many months audits and validity are moved; only for a postponement.
    public let months: Months?
    /// The accepting certificate of a transfer, or the new edition of a transition.
    public let to: String?
    /// A remark.
    public let note: String?

    /// An event as it is recorded.
    public init(
        number: Int, kind: CertificateEventKind, on: Day, expiry: Day? = nil, months: Months? = nil,
        to: String? = nil, note: String? = nil
    ) {
        self.number = number
        self.kind = kind
        self.on = on
        self.expiry = expiry
        self.months = months
        self.to = to
        self.note = note
    }
}
