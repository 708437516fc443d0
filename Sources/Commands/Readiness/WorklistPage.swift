import Certification
import Store

/// What is to be done, in the order of the days by which things must be renewed.
struct WorklistPage: ReadinessPage {
    struct Line: Encodable {
        let due: Day
        let status: ClauseStatus
        let evidence: String?
        let title: String
        let owner: String?
        let clauses: [String]
        let why: [String]
        /// The command that brings it forward.
        let command: String
    }

    let standard: String
    let designation: String
    let day: Day
    let work: [Line]

    init(_ report: GapReport, _ view: RegisterView) throws {
        standard = report.standard.id
        designation = report.standard.designation
        day = report.day
        let items = report.worklist
        let labels = try view.labels(of: items.compactMap(\.evidence))
        let titles = Dictionary(
            report.clauses.map { ($0.clause.number, $0.clause.title) },
            uniquingKeysWith: { first, _ in first })
        work = items.map { item in
            let label = item.evidence.flatMap { labels[$0] }
            return Line(
                due: item.due, status: item.status, evidence: item.evidence,
                title: label?.title ?? titles[item.clauses.first ?? ""] ?? "", owner: label?.owner,
                clauses: item.clauses, why: item.reasons.map(\.sentence), command: item.command)
        }
    }

    var isReady: Bool { work.isEmpty }

    static let header = ["due", "status", "evidence", "title", "owner", "clauses", "why", "command"]

    var rows: [[String]] {
        work.map {
            [
                $0.due.description, $0.status.rawValue, $0.evidence ?? "", $0.title, $0.owner ?? "",
                $0.clauses.joined(separator: " "), $0.why.joined(separator: "; "), $0.command,
            ]
        }
    }

    func show(_ console: Console) throws {
        guard let first = work.first else {
            return try console.say("\(designation) on \(day): nothing to do.", .strong)
        }
        try console.say("\(designation) on \(day): \(counted(work.count, "thing")) to do", .strong)
        var table = TextTable(
            columns: [
                .init("due"), .init("status"), .init("what"), .init("title", shrinks: true),
                .init("owner", shrinks: true), .init("why"),
            ], indent: 2)
        table.rows = work.map {
            [
                $0.due.description, $0.status.rawValue, $0.evidence ?? $0.clauses.joined(separator: " "),
                $0.title, $0.owner ?? "-", $0.why.joined(separator: "; "),
            ]
        }
        try console.table(table)
        console.tell("Next: \(first.command)")
    }
}

extension WorkItem {
    /// What to type to bring it forward.
    fileprivate var command: String {
        let clause = clauses.first ?? "CLAUSE"
        guard let evidence else {
            return reasons.contains { $0.code == "demand-unanswered" }
                ? "dossier add FILE --clause \(clause)" : "dossier draft \(clause)"
        }
        return status == .suspect ? "dossier review \(evidence) --by NAME" : "dossier revise \(evidence) FILE"
    }
}
