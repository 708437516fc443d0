import Certification

/// The catalogue of checks.
struct CheckList: Encodable {
    private struct Rule: Encodable {
        let rule: CheckRule
        let severity: CheckSeverity
        let statement: String
        let explanation: String
    }

    private let rules: [Rule]

    init(rules: [CheckRule]) {
        self.rules = rules.map {
            Rule(rule: $0, severity: $0.severity, statement: $0.statement, explanation: $0.explanation)
        }
    }

    func show(_ console: Console, _ format: OutputFormat) throws -> ExitStatus {
        guard format == .table else { return try write(console, format) }
        var table = TextTable(columns: [.init("check"), .init("severity"), .init("looks for")])
        table.rows = rules.map { [$0.rule.rawValue, $0.severity.rawValue, $0.statement] }
        try console.table(table)
        console.tell("Next: dossier check, or dossier check --explain RULE")
        return .done
    }

    func explain(_ console: Console, _ format: OutputFormat) throws -> ExitStatus {
        guard format == .table else { return try write(console, format) }
        for rule in rules {
            try console.say("\(rule.rule.rawValue) (\(rule.severity.rawValue)): \(rule.statement)", .strong)
            try console.say(rule.explanation)
            console.tell("Next: dossier check --only \(rule.rule.rawValue)")
        }
        return .done
    }

    private func write(_ console: Console, _ format: OutputFormat) throws -> ExitStatus {
        if format == .json { try console.json(rules) }
        if format == .csv {
            try console.csv(
                ["rule", "severity", "statement", "explanation"],
                rules.map { [$0.rule.rawValue, $0.severity.rawValue, $0.statement, $0.explanation] })
        }
        return .done
    }
}
