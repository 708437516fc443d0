import Certification
import Store

/// What a rule asks for, and what each of its dates was computed from.
struct DueExplanation: Encodable {
    fileprivate struct Item: Encodable {
        let key: String
        let due: Day
        let title: String
        let inputs: [RuleOutcome.Input]
    }

    private let rule: String
    private let statement: String
    private let source: String
    private let keys: [String]
    private let items: [Item]

    init(_ page: DuePage, rule: String, _ register: Register) throws {
        guard let words = DueRuleWords(rule) else {
            let evidence = EvidenceDue.Rule.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(
                .notFound, "no rule \"\(rule)\"; of evidence: \(evidence), audit, finding, plan",
                hint: "dossier cycle explain")
        }
        (self.rule, statement, source) = (words.name, words.statement, words.source)
        keys = words.keys.map(\.rawValue)
        let evidence = EvidenceDue.Rule(rawValue: words.name)
        let inputs = try register.read { view in
            try evidence.map { try view.evidenceInputs(of: $0, on: page.day) }
                ?? Self.inputs(view, on: page.day)
        }
        items = page.items.map {
            Item(key: $0.key, due: $0.due, title: $0.title, inputs: inputs[$0.key] ?? [])
        }
    }

    /// What the dates of certificates were computed from, by the stable name of the item.
    private static func inputs(_ view: RegisterView, on day: Day) throws -> [String: [RuleOutcome.Input]] {
        let pairs = try view.judgements(on: day).flatMap { judgement in
            judgement.outcomes.map { (judgement.dueKey(of: $0), $0.inputs) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func show(_ console: Console, _ format: OutputFormat) throws {
        switch format {
        case .json: try console.json(self)
        case .csv:
            try console.csv(
                ["rule", "key", "due", "title", "inputs"],
                items.map { [rule, $0.key, $0.due.description, $0.title, $0.text] })
        case .table:
            try console.say("\(rule)  \(statement)", .strong)
            try console.say("  source   \(source)")
            if !keys.isEmpty { try console.say("  settings \(keys.joined(separator: ", "))") }
            for item in items {
                try console.say("  \(item.due)  \(item.key)  \(item.title)")
                if !item.inputs.isEmpty { try console.say("      from \(item.text)") }
            }
        }
    }
}

extension DueExplanation.Item {
    fileprivate var text: String { inputs.map { "\($0.name) \($0.value)" }.joined(separator: ", ") }
}
