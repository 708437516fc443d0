import Certification
import Reporting

/// A gap report as it is shown and as programs read it.
struct GapPage: Encodable {
    struct ClauseLine: Encodable {
        let clause: String
        let title: String
        let titleUnconfirmed: Bool
        let status: ClauseStatus
        let evidence: [Item]
        let reasons: [BundleIndex.ReasonEntry]
        let demands: [BundleIndex.DemandEntry]
    }

    struct Item: Encodable {
        let id: String
        let kind: EvidenceKind
        let standing: Standing
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
    let requirements: Int
    let counts: StatusCounts
    let clauses: [ClauseLine]
    let documentedInformationDemanded: Int
    let documentedInformationMissing: [Demand]
    private let isWhole: Bool

    private enum CodingKeys: CodingKey {
        case standard, designation, day, requirements, counts, clauses, documentedInformationDemanded
        case documentedInformationMissing
    }

    init(_ report: GapReport, only: [ClauseStatus]?) {
        isWhole = only == nil
        standard = report.standard.id
        designation = report.standard.designation
        day = report.day
        requirements = report.clauses.count
        counts = StatusCounts(report.count)
        clauses = report.clauses.filter { only?.contains($0.status) ?? true }.map { judgement in
            ClauseLine(
                clause: judgement.clause.number, title: judgement.clause.title,
                titleUnconfirmed: judgement.clause.isTitleUnconfirmed, status: judgement.status,
                evidence: judgement.evidence.map { Item(id: $0.id, kind: $0.kind, standing: $0.standing) },
                reasons: judgement.reasons.map { .init(evidence: $0.evidence, reason: $0.reason) },
                demands: judgement.demands.map { .init($0) })
        }
        documentedInformationDemanded = report.demandCount
        documentedInformationMissing = report.unansweredDemands.map {
            Demand(clause: $0.clause.number, title: $0.clause.title, demand: $0.demand, what: $0.clause.note)
        }
    }

    static let header = ["clause", "title", "status", "evidence", "reasons"]

    var rows: [[String]] {
        clauses.map { line in
            [
                line.clause, line.title, line.status.rawValue, line.evidence.map(\.id).joined(separator: " "),
                line.reasonText(limit: .max),
            ]
        }
    }
}

extension GapPage {
    func show(_ console: Console) throws {
        try console.say(
            "\(designation) on \(day): \(counts.sentence)",
            .strong)
        var table = TextTable(
            columns: [
                .init("clause"), .init("title", shrinks: true), .init("status"),
                .init("evidence and reasons"),
            ],
            titled: false, indent: 2)
        table.rows = clauses.map { [$0.clause, $0.title, $0.status.rawValue, $0.detail] }
        for (line, text) in zip(clauses, table.lines(width: console.width)) {
            guard line.status != .covered else { try console.say(text); continue }
            try console.say(text, marking: line.status.rawValue, line.status == .missing ? .bad : .warning)
        }
        try showDemands(console)
        try showNext(console)
    }

    private func showDemands(_ console: Console) throws {
        let missing = documentedInformationMissing
        let clauses = Set(missing.map(\.clause)).count
        try console.say(
            missing.isEmpty
                ? "Documented information: each of \(counted(documentedInformationDemanded, "demand")) is answered."
                : "Documented information: \(counted(documentedInformationDemanded, "demand")), \(missing.count) in \(counted(clauses, "clause")) with nothing linked that provides it"
        )
        guard isWhole else { return }
        var table = TextTable(
            columns: [.init("clause"), .init("demand"), .init("what")], titled: false, indent: 2)
        for demand in missing {
            if demand.clause == table.rows.last?.first {
                table.rows[table.rows.count - 1][1] += ", \(demand.demand.rawValue)"
            } else {
                table.rows.append([demand.clause, demand.demand.rawValue, demand.what])
            }
        }
        try console.table(table)
    }

    private func showNext(_ console: Console) throws {
        let open = counts.open
        guard open > 0 else { return try console.say("Every requirement clause is covered.") }
        try console.say("\(open == 1 ? "1 clause needs" : "\(open) clauses need") work.")
        if let first = clauses.first(where: { $0.status != .covered }) {
            console.tell("Next: `dossier show \(first.clause)` says what is asked for.")
        }
    }
}

extension GapPage.ClauseLine {
    /// Identifiers and reasons kept short: the first few, then how many more.
    private static let shownItems = 4

    fileprivate var detail: String {
        if evidence.isEmpty { return reasonText(limit: Self.shownItems) }
        let ids = evidence.prefix(Self.shownItems).map(\.id).joined(separator: ", ")
        let more = evidence.count > Self.shownItems ? " and \(evidence.count - Self.shownItems) more" : ""
        let why = reasonText(limit: Self.shownItems)
        if why.isEmpty { return ids + more }
        return status == .covered ? "\(ids)\(more); but \(why)" : why
    }

    fileprivate func reasonText(limit: Int) -> String {
        let texts = reasons.prefix(limit).map { reason in
            [reason.evidence, reason.text].compactMap(\.self).joined(separator: " ")
        }
        let more = reasons.count > limit ? ["and \(reasons.count - limit) more"] : []
        return (texts + more).joined(separator: "; ")
    }
}
