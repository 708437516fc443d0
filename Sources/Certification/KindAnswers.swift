/// Which kinds of evidence answer which demand for documented information: a table of the catalogue.
///
/// A policy says what shall be done, so it answers a demand to *maintain*; minutes say what was done, so they answer
/// a demand to *retain*. A few kinds stand in both columns: a register is kept current and shows its history,
/// a signed contract is in force and proves the agreement.
public struct KindAnswers: Codable, Hashable, Sendable {
    /// The kinds that are a document to keep current.
    public let maintain: [EvidenceKind]
    /// The kinds that are a record to keep.
    public let retain: [EvidenceKind]

    /// A table of these two columns.
    public init(maintain: [EvidenceKind], retain: [EvidenceKind]) {
        self.maintain = maintain
        self.retain = retain
    }

    /// The demands that a kind answers; empty for a kind in neither column.
    public func demands(answeredBy kind: EvidenceKind) -> DocumentedInformationSet {
        var demands: DocumentedInformationSet = []
        if maintain.contains(kind) { demands.insert(.maintain) }
        if retain.contains(kind) { demands.insert(.retain) }
        return demands
    }

    /// The table of catalogues that state none (default).
    public static let usual = KindAnswers(
        maintain: documents + both, retain: both + EvidenceKind.allCases.filter(isRecord))

    /// Whether a kind is a document and no record too: contracts and registers are not released as procedures are.
    static func isDocument(_ kind: EvidenceKind) -> Bool { usual.demands(answeredBy: kind) == .maintain }

    private static let documents: [EvidenceKind] = [
        .policy, .procedure, .plan, .processDescription, .scopeStatement, .orgChart, .roleDescription,
        .catalogue, .statementOfApplicability,
    ]

    private static let both: [EvidenceKind] = [
        .contract, .sla, .register, .riskAssessment, .auditProgramme, .competenceMatrix, .configExport,
        .budget,
    ]

    private static func isRecord(_ kind: EvidenceKind) -> Bool {
        !documents.contains(kind) && !both.contains(kind)
    }
}
