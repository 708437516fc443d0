import ArgumentParser
import Certification
import Store

/// `dossier cycle explain [RULE]`
struct CycleExplain: Command {
    static let configuration = CommandConfiguration(
        "explain", "Say what a rule of the cycle asks for, where it comes from, and what it says here.",
        detail:
            "Without RULE all rules are listed. In a register, what the rule says of each certificate follows.",
        examples: ["dossier cycle explain", "dossier cycle explain SV-1", "dossier cycle explain rc-5"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The rule: SV-1.")
    var rule: String?

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        guard let rule else {
            try session.console.render(RuleList(), as: format.format)
            return .done
        }
        guard let known = CycleRule(named: rule) else {
            throw Failure(.notFound, "no rule \"\(rule)\"", hint: "dossier cycle explain")
        }
        try session.console.render(
            RulePage(known, try judgements(known, session), on: try day(session)), as: format.format)
        return .done
    }

    private func day(_ session: Session) throws -> Day? {
        if let on { return on }
        do {
            return try session.today(session.register())
        } catch RegisterError.notFound {
            return nil
        }
    }

    /// What the rule says of the certificates within reach; nothing outside of a register.
    private func judgements(_ rule: CycleRule, _ session: Session) throws -> [CycleJudgement] {
        guard let day = try day(session) else { return [] }
        do {
            return try session.register().read { try $0.judgements(on: day) }
        } catch RegisterError.notFound {
            return []
        }
    }
}

/// All rules of the cycle.
struct RuleList: Listing {
    struct Line: Encodable {
        let rule: CycleRule
        let statement: String
        let source: String
        let keys: [String]
    }

    let rules = CycleRule.allCases.map {
        Line(rule: $0, statement: $0.statement, source: $0.source, keys: $0.keys.map(\.rawValue))
    }

    func encode(to encoder: any Encoder) throws { try rules.encode(to: encoder) }

    static let header = ["rule", "statement", "source", "keys"]

    var rows: [[String]] {
        rules.map { [$0.rule.rawValue, $0.statement, $0.source, $0.keys.joined(separator: " ")] }
    }

    func show(_ console: Console) throws {
        var table = TextTable(columns: [.init("rule"), .init("says")])
        table.rows = rules.map { [$0.rule.rawValue, $0.statement] }
        try console.table(table)
        console.tell("Next: dossier cycle explain RULE")
    }
}

/// One rule, with what it says of the certificates of a register.
struct RulePage: Listing {
    struct Said: Encodable {
        let certificate: String
        let outcome: CyclePage.Line
    }

    let rule: CycleRule
    let statement: String
    let source: String
    let keys: [String]
    let says: [Said]

    init(_ rule: CycleRule, _ judgements: [CycleJudgement], on day: Day?) {
        self.rule = rule
        statement = rule.statement
        source = rule.source
        keys = rule.keys.map(\.rawValue)
        says = judgements.flatMap { judgement in
            judgement.outcomes.filter { $0.rule == rule }.map {
                Said(certificate: judgement.facts.certificate.id, outcome: .init($0, on: judgement.day))
            }
        }
    }

    static let header = ["rule", "certificate", "status", "due", "title", "inputs"]

    var rows: [[String]] {
        says.map {
            [
                rule.rawValue, $0.certificate, $0.outcome.status.rawValue, $0.outcome.due?.description ?? "",
                $0.outcome.title, $0.inputs,
            ]
        }
    }

    func show(_ console: Console) throws {
        try console.say("\(rule.rawValue)  \(statement)", .strong)
        try console.say("  source   \(source)")
        if !keys.isEmpty { try console.say("  settings \(keys.joined(separator: ", "))") }
        for said in says {
            let due = said.outcome.due.map { " \($0)" } ?? ""
            try console.say(
                "  \(said.certificate)  \(said.outcome.status.rawValue)\(due)  \(said.outcome.title)")
            if !said.inputs.isEmpty { try console.say("      from \(said.inputs)") }
            if let remark = said.outcome.remark { try console.say("      \(remark)") }
        }
        if !keys.isEmpty { console.tell("Next: dossier profile show default") }
    }
}

extension RulePage.Said {
    fileprivate var inputs: String { outcome.inputs.map { "\($0.name) \($0.value)" }.joined(separator: ", ") }
}
