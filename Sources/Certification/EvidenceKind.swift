/// What sort of document or record a piece of evidence is. The vocabulary is closed,
/// so that lists of different organizations mean the same.
public enum EvidenceKind: String, CaseIterable, Codable, Sendable, Comparable {
    case policy, procedure, plan, record
    case trainingRecord = "training-record"
    case kpiExport = "kpi-export"
    case minutes, report, register, contract, sla
    case riskAssessment = "risk-assessment"
    case auditReport = "audit-report"
    case auditProgramme = "audit-programme"
    case testReport = "test-report"
    case processDescription = "process-description"
    case scopeStatement = "scope-statement"
    case orgChart = "org-chart"
    case roleDescription = "role-description"
    case competenceMatrix = "competence-matrix"
    case certificate
    case communicationRecord = "communication-record"
    case catalogue
    case ticketExport = "ticket-export"
    case changeRecord = "change-record"
    case configExport = "config-export"
    case logExport = "log-export"
    case survey
    case complaintLog = "complaint-log"
    case calibrationRecord = "calibration-record"
    case inspectionRecord = "inspection-record"
    case correctiveActionRecord = "corrective-action-record"
    case statementOfApplicability = "statement-of-applicability"
    case budget
    case accessReview = "access-review"

    /// By alphabet of the word that is written.
    public static func < (left: EvidenceKind, right: EvidenceKind) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension EvidenceKind {
    /// Whether it is released before use (7.5.2 c of each standard): a document is; records and what is both are not.
    public var needsApproval: Bool { KindAnswers.isDocument(self) }
}

/// The two demands that a management-system standard makes for documented information.
public enum DocumentedInformation: String, Codable, Sendable, CaseIterable, Comparable {
    /// A document to be kept current.
    case maintain
    /// A record to be kept as evidence of what was done.
    case retain

    /// `maintain` before `retain`.
    public static func < (left: DocumentedInformation, right: DocumentedInformation) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Some of the two demands, as few octets: a register judges hundreds of thousands of links at once.
public struct DocumentedInformationSet: OptionSet, Hashable, Sendable {
    /// One bit a demand.
    public let rawValue: UInt8

    /// A set with these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The set of these demands.
    public init(_ demands: some Sequence<DocumentedInformation>) {
        self = demands.reduce(into: []) { $0.insert(Self.only($1)) }
    }

    /// A document to be kept current.
    public static let maintain = DocumentedInformationSet(rawValue: 1)
    /// A record to be kept as evidence of what was done.
    public static let retain = DocumentedInformationSet(rawValue: 2)

    /// The demands in the set, `maintain` before `retain`.
    public var demands: [DocumentedInformation] { DocumentedInformation.allCases.filter(contains) }

    /// Whether a demand is in the set.
    public func contains(_ demand: DocumentedInformation) -> Bool { contains(Self.only(demand)) }

    private static func only(_ demand: DocumentedInformation) -> DocumentedInformationSet {
        demand == .maintain ? .maintain : .retain
    }
}
