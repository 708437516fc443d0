import Bundling
import Certification

/// What became of the findings in a file, for people and programs.
struct FindingImportPage: Encodable {
    struct Line: Encodable {
        let number: Int?
        let line: Int?
        /// `opened`, `would-open`, `known`, `rejected`
        let result: String
        /// The finding in the register; nil where there is none.
        let id: String?
        let grade: String
        let clause: String?
        let statement: String
        let evidence: [String]
        let reasons: [String]
        let name: String

        private enum CodingKeys: CodingKey {
            case number, line, result, id, grade, clause, statement, evidence, reasons
        }
    }

    struct Question: Encodable {
        let subject: ReturnedMark.Subject
        let ref: String
        let note: String?
    }

    let bundle: Fingerprint
    let index: Fingerprint
    let audit: String
    let by: String
    let findings: [Line]
    /// How often each mark was set.
    let marks: [String: Int]
    /// What was asked, and what was remarked of a mark.
    let questions: [Question]
    let remarks: [Question]
    let isRejected: Bool
    private let file: String
    private let takesQuestions: Bool
    private let isDryRun: Bool

    private enum CodingKeys: CodingKey {
        case bundle, index, audit, by, findings, marks, questions, remarks
    }

    init(_ plan: ReturnedPlan, file: String, opened: [Int: String]) {
        (bundle, index, audit, by) = (plan.packing.id, plan.returned.index, plan.audit.id, plan.by)
        (self.file, takesQuestions, isDryRun) = (file, plan.takesQuestions, plan.isDryRun)
        isRejected = plan.isRejected
        findings = plan.items.enumerated().map { Line($1.finding, $1.verdict, opened: opened[$0]) }
        marks = Dictionary(grouping: plan.returned.marks, by: \.mark.rawValue).mapValues(\.count)
        questions = plan.returned.marks.filter { $0.mark == .question }.map(Question.init)
        remarks = plan.returned.marks.filter { $0.mark != .question && $0.note != nil }.map(Question.init)
    }

    func show(_ console: Console) throws {
        try console.say("\(file)  \(counted(findings.count, "finding")) by \(by), for \(audit)", .strong)
        try console.say("  bundle id  \(BundleName.spoken(bundle))")
        var table = TextTable(
            columns: [
                .init("from"), .init("finding"), .init("grade"), .init("clause"), .init("statement"),
            ], indent: 2)
        table.rows = findings.map { [$0.name, $0.shownResult, $0.grade, $0.clause ?? "-", $0.statement] }
        try console.table(table)
        for line in findings {
            for reason in line.reasons { try console.say("  \(line.name): \(reason)", .bad) }
        }
        try console.say(tally)
        try show("questions", takesQuestions ? "opened as observations" : "not kept", questions, console)
        try show("remarks", "not kept", remarks, console)
        console.tell(next)
    }

    private func show(_ title: String, _ what: String, _ asked: [Question], _ console: Console) throws {
        if asked.isEmpty { return }
        try console.say("\(title), \(what)")
        for question in asked { try console.say("  \(question.ref): \(question.note ?? "-")") }
    }

    /// `2 opened, 1 imported already, 0 rejected`
    private var tally: String {
        let count = { (result: String) in findings.count { $0.result == result } }
        let opened =
            isDryRun || isRejected ? "\(count("would-open")) to be opened" : "\(count("opened")) opened"
        return "\(opened), \(count("known")) imported already, \(count("rejected")) rejected"
    }

    private var next: String {
        if isRejected { return "Nothing was opened: all are opened or none." }
        if isDryRun { return "Nothing was written. Run again without --dry-run to open them." }
        let first = findings.lazy.compactMap(\.id).first
        return "Next: \(first.map { "dossier finding show \($0)" } ?? "dossier finding list --open")"
    }
}

extension FindingImportPage.Line {
    init(_ finding: ReturnedFinding, _ verdict: FindingIntake.Verdict, opened: String?) {
        (number, line, name) = (finding.number, finding.line, finding.name)
        (grade, clause, statement) = (finding.grade, finding.clause, finding.statement)
        evidence = finding.evidence
        switch verdict {
        case .opens: (result, id, reasons) = (opened == nil ? "would-open" : "opened", opened, [])
        case .known(let known): (result, id, reasons) = ("known", known, [])
        case .rejected(let why): (result, id, reasons) = ("rejected", nil, why)
        }
    }

    /// `NC-1`, `NC-1 (already)`, `rejected`
    fileprivate var shownResult: String {
        switch result {
        case "known": "\(id ?? "-") (already)"
        case "would-open": "new"
        default: id ?? result
        }
    }
}

extension FindingImportPage.Question {
    fileprivate init(_ mark: ReturnedMark) {
        (subject, ref, note) = (mark.subject, mark.ref, mark.note)
    }
}
