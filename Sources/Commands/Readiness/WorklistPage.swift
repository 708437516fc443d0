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
        /// The same in few words, for a table.
        let brief: [String]
        /// The command that brings it forward.
        let command: String

        private enum CodingKeys: CodingKey {
            case due, status, evidence, title, owner, clauses, why, command
        }
    }

    let standard: String
    let designation: String
    let day: Day
    /// The past day whose state of the register was judged; nil for the present state.
    let asOf: Day?
    let work: [Line]

    init(_ report: GapReport, _ view: RegisterView, _ names: RegisterNames, asOf: Day? = nil) throws {
        standard = report.standard.id
        designation = report.standard.designation
        day = report.day
        self.asOf = asOf
        let commands = try WorkCommands(report.standard, names)
        let items = report.worklist
        let labels = try view.labels(of: items.compactMap(\.evidence))
        let titles = Dictionary(
            report.clauses.map { ($0.clause.number, $0.clause.title) },
            uniquingKeysWith: { first, _ in first })
        work = try items.map { item in
            let label = item.evidence.flatMap { labels[$0] }
            return Line(
                due: item.due, status: item.status, evidence: item.evidence,
                title: label?.title ?? titles[item.clauses.first ?? ""] ?? "", owner: label?.owner,
                clauses: item.clauses, why: item.reasons.map(\.sentence), brief: item.reasons.map(\.brief),
                command: commands.command(item, isByPeriod: try view.isKeptByPeriod(item)))
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

    private var head: String { "\(designation) on \(day.judging(stateOf: asOf))" }

    func show(_ console: Console) throws {
        guard let first = work.first else {
            return try console.say("\(head): nothing to do.", .strong)
        }
        try console.say("\(head): \(counted(work.count, "thing")) to do", .strong)
        var table = TextTable(
            columns: [
                .init("due"), .init("status"), .init("what"), .init("title", shrinks: true),
                .init("owner", shrinks: true), .init("why"),
            ], indent: 2)
        table.rows = work.map {
            [
                $0.due.description, $0.status.rawValue, $0.evidence ?? $0.clauses.joined(separator: " "),
                $0.title, $0.owner ?? "-", $0.brief.joined(separator: "; "),
            ]
        }
        try console.table(table)
        console.tell("Next: \(first.command)")
    }
}

extension RegisterView {
    /// Whether the item to renew holds records of periods. Only its dates tell, where its reasons do not.
    fileprivate func isKeptByPeriod(_ item: WorkItem) throws -> Bool {
        if item.reasons.contains(where: { ["period-ended", "period-hole"].contains($0.code) }) {
            return true
        }
        guard let id = item.evidence, item.reasons.contains(where: { $0.day != nil }) else { return false }
        return try evidence(id).revisions.contains { $0.period != nil }
    }
}
