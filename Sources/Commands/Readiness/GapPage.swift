import Certification
import Reporting

/// A gap report as programs read it; `GapPage+Table` shows it to people.
struct GapPage: ReadinessPage {
    struct ClauseLine: Encodable {
        let clause: String
        let title: String
        let titleUnconfirmed: Bool
        let status: ClauseStatus
        /// By the evidence, or by the verdict.
        let needsWork: Bool
        let assessment: Assessment?
        let evidence: [Item]
        let reasons: [BundleIndex.ReasonEntry]
        let demands: [DemandLine]
        /// Nil unless credit was asked for.
        let credits: [CreditLine]?
    }

    struct Item: Encodable {
        let id: String
        let kind: EvidenceKind
        let standing: Standing
    }

    struct DemandLine: Encodable {
        let demand: DocumentedInformation
        /// In our words.
        let what: String
        let providedBy: [String]
        let met: Bool
    }

    struct Demand: Encodable {
        let clause: String
        let title: String
        let demand: DocumentedInformation
        /// In our words.
        let what: String
    }

    let standard: String
    let designation: String
    let day: Day
    /// The past day whose state of the register was judged; nil for the present state.
    let asOf: Day?
    let requirements: Int
    let applicable: Int
    let counts: StatusCounts
    /// How many clauses need work, by their evidence or by a person's verdict.
    let open: Int
    let clauses: [ClauseLine]
    let documentedInformationDemanded: Int
    let documentedInformationMet: Int
    let documentedInformationMissing: [Demand]
    /// Nil unless credit was asked for.
    let backed: BackedShare?
    let isWhole: Bool
    let isReady: Bool
    let names: RegisterNames

    private enum CodingKeys: CodingKey {
        case standard, designation, day, asOf, requirements, applicable, counts, open, clauses
        case documentedInformationDemanded, documentedInformationMet, documentedInformationMissing, backed
    }

    init(
        _ report: GapReport, _ names: RegisterNames, only: [ClauseStatus]?, credit: Bool = false,
        asOf: Day? = nil
    ) {
        self.names = names
        isWhole = only == nil
        isReady = report.open.isEmpty && report.unansweredDemands.isEmpty
        standard = report.standard.id
        designation = report.standard.designation
        day = report.day
        self.asOf = asOf
        requirements = report.clauses.count
        applicable = report.applicable
        counts = StatusCounts(report.count)
        open = report.open.count
        clauses = report.clauses.filter { only?.contains($0.status) ?? true }
            .map { ClauseLine($0, credit: credit) }
        documentedInformationDemanded = report.demandCount
        documentedInformationMet = report.metDemandCount
        documentedInformationMissing = report.unansweredDemands.map {
            Demand(clause: $0.clause.number, title: $0.clause.title, demand: $0.demand, what: $0.clause.note)
        }
        backed = credit ? BackedShare(report) : nil
    }

    static let header = ["clause", "title", "status", "verdict", "evidence", "reasons"]

    var columns: [String] { Self.header + (backed == nil ? [] : ["credits"]) }

    var rows: [[String]] {
        clauses.map { line in
            [
                line.clause, line.title, line.status.rawValue, line.assessment?.verdict.rawValue ?? "",
                line.evidence.map(\.id).joined(separator: " "), line.reasonText(limit: .max),
            ] + (line.credits.map { [$0.map(\.words).joined(separator: " | ")] } ?? [])
        }
    }
}

extension GapPage.ClauseLine {
    fileprivate init(_ judgement: ClauseJudgement, credit: Bool) {
        clause = judgement.clause.number
        title = judgement.clause.title
        titleUnconfirmed = judgement.clause.isTitleUnconfirmed
        status = judgement.status
        needsWork = judgement.needsWork
        assessment = judgement.assessment
        evidence = judgement.evidence.map { .init(id: $0.id, kind: $0.kind, standing: $0.standing) }
        reasons = judgement.reasons.map { .init(evidence: $0.evidence, reason: $0.reason) }
        demands = judgement.demands.map {
            .init(
                demand: $0.demand, what: judgement.clause.note, providedBy: $0.providedBy, met: $0.isMet)
        }
        credits = credit ? judgement.credits.map(CreditLine.init) : nil
    }

    func reasonText(limit: Int) -> String {
        let texts = reasons.prefix(limit).map { reason in
            [reason.evidence, reason.text].compactMap(\.self).joined(separator: " ")
        }
        let more = reasons.count > limit ? ["and \(reasons.count - limit) more"] : []
        return (texts + more).joined(separator: "; ")
    }
}
