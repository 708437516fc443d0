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

    /// Which demands for documented information this kind can answer.
    ///
    /// A policy says what shall be done, so it answers a demand to *maintain*; minutes say what was done,
    /// so they answer a demand to *retain*. A few kinds are both: a register is kept current and shows
    /// its history, a signed contract is in force and proves the agreement.
    public var answers: Set<DocumentedInformation> {
        switch self {
        case .policy, .procedure, .plan, .processDescription, .scopeStatement, .orgChart,
            .roleDescription, .catalogue, .statementOfApplicability:
            [.maintain]
        case .contract, .sla, .register, .riskAssessment, .auditProgramme, .competenceMatrix, .configExport,
            .budget:
            [.maintain, .retain]
        case .record, .trainingRecord, .kpiExport, .minutes, .report, .auditReport, .testReport, .certificate,
            .communicationRecord, .ticketExport, .changeRecord, .logExport, .survey, .complaintLog,
            .calibrationRecord, .inspectionRecord, .correctiveActionRecord, .accessReview:
            [.retain]
        }
    }
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
