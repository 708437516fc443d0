import Certification
import Store

/// What an audit begins with, pass or fail a line.
struct PreflightPage: ReadinessPage {
    struct Line: Encodable {
        let question: String
        let clause: String
        let title: String
        let passes: Bool
        let evidence: [String]
        let reasons: [String]
    }

    let standard: String
    let designation: String
    let audit: Preflight.Audit
    let day: Day
    /// The past day whose state of the register was judged; nil for the present state.
    let asOf: Day?
    let lines: [Line]
    private let commands: WorkCommands

    private enum CodingKeys: CodingKey {
        case standard, designation, audit, day, asOf, lines
    }

    init(_ report: GapReport, _ view: RegisterView, _ names: RegisterNames, asOf: Day? = nil) throws {
        let preflight = report.stage1(try view.preflightFacts(for: report))
        standard = preflight.standard.id
        designation = preflight.standard.designation
        audit = .stage1
        day = preflight.day
        self.asOf = asOf
        commands = try WorkCommands(report.standard, names)
        let titles = Dictionary(
            report.clauses.map { ($0.clause.number, $0.clause.title) },
            uniquingKeysWith: { first, _ in first })
        lines = preflight.lines.map {
            Line(
                question: $0.question, clause: $0.clause, title: titles[$0.clause] ?? "", passes: $0.passes,
                evidence: $0.evidence, reasons: $0.reasons.map(\.sentence))
        }
    }

    var isReady: Bool { lines.allSatisfy(\.passes) }

    static let header = ["question", "clause", "title", "answer", "evidence", "reasons"]

    var rows: [[String]] {
        lines.map {
            [
                $0.question, $0.clause, $0.title, $0.answer, $0.evidence.joined(separator: " "),
                $0.reasons.joined(separator: "; "),
            ]
        }
    }

    func show(_ console: Console) throws {
        let failing = lines.count { !$0.passes }
        try console.say(
            "Preflight \(audit.rawValue), \(designation) on \(day.judging(stateOf: asOf)): "
                + (failing == 0
                    ? "all \(lines.count) lines pass" : "\(failing) of \(lines.count) lines fail"),
            .strong)
        var table = TextTable(
            columns: [
                .init("answer"), .init("clause"), .init("question", shrinks: true),
                .init("evidence, or what is missing"),
            ], titled: false, indent: 2)
        table.rows = lines.map { line in
            let why =
                line.passes ? line.evidence.joined(separator: ", ") : line.reasons.joined(separator: "; ")
            return [line.answer, line.clause, line.question, why]
        }
        for (line, text) in zip(lines, table.lines(width: console.width)) {
            if line.passes {
                try console.say(text)
            } else {
                try console.say(text, marking: line.answer, .bad)
            }
        }
        if let first = lines.first(where: { !$0.passes }) {
            console.tell(
                "Next: `\(commands.show(first.clause))` says what is asked for; `\(commands.worklist)` orders the work."
            )
        }
    }
}

extension PreflightPage.Line {
    fileprivate var answer: String { passes ? "pass" : "FAIL" }
}

extension RegisterView {
    /// What a preflight needs beside the judgement of the clauses.
    fileprivate func preflightFacts(for report: GapReport) throws -> PreflightFacts {
        var unapproved: [String: Int] = [:]
        let items = Set(
            report.clauses.flatMap(\.evidence)
                .filter { $0.standing == .current && $0.answers.contains(.maintain) }.map(\.id))
        for id in items {
            unapproved[id] = try evidence(id).unapproved(on: report.day)
        }
        let rows = try StandardLibrary.harmonizedStructure().assignment(of: catalogue(report.standard.id))
        return PreflightFacts(unapproved: unapproved) { number in
            rows.first { $0.row.number == number }?.clauses.map(\.number) ?? []
        }
    }
}
