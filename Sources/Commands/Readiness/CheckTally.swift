import Certification

/// What checks found, counted by check, with the first problems of each for people to read.
struct CheckTally {
    /// How many problems of a check are shown where all were not asked for.
    static let shown = 10

    let day: Day
    private let limit: Int
    private var counts: [CheckRule: Int] = [:]
    private var first: [CheckRule: [CheckProblem]] = [:]

    /// Keeps up to `limit` problems of each check, so that a large register needs little memory.
    init(on day: Day, keeping limit: Int) {
        self.day = day
        self.limit = limit
    }

    mutating func add(_ problem: CheckProblem) {
        counts[problem.rule, default: 0] += 1
        if first[problem.rule, default: []].count < limit { first[problem.rule, default: []].append(problem) }
    }

    /// How many problems weigh this much.
    func count(_ severity: CheckSeverity) -> Int {
        counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
    }

    func show(_ console: Console) throws {
        let found = CheckRule.allCases.filter { counts[$0] != nil }
        guard let gravest = found.first else {
            return try console.say("Checks on \(day): nothing found.", .strong)
        }
        try console.say("Checks on \(day): \(sentence)", .strong)
        for rule in found { try show(rule, console) }
        console.tell("Next: dossier check --explain \(gravest.rawValue)")
    }

    private var sentence: String {
        [
            counted(count(.error), "error"), counted(count(.warning), "warning"),
            "\(count(.information)) information",
        ].joined(separator: ", ")
    }

    private func show(_ rule: CheckRule, _ console: Console) throws {
        let (count, problems) = (counts[rule] ?? 0, first[rule] ?? [])
        try console.say(
            "\(rule.severity.rawValue) \(rule.rawValue): \(rule.statement) (\(count))", rule.style)
        var table = TextTable(
            columns: [.init("object"), .init("sentence", shrinks: true), .init("fix")], titled: false,
            indent: 2)
        table.rows = problems.map { [$0.object, $0.sentence, $0.fix] }
        if table.fits(console.width) {
            try console.table(table)
        } else {
            try showBelow(problems, console)
        }
        if count > problems.count {
            try console.say("  and \(count - problems.count) more: dossier check --only \(rule.rawValue)")
        }
    }
}

extension CheckTally {
    /// The command on a line of its own: cut, it would help nobody.
    private func showBelow(_ problems: [CheckProblem], _ console: Console) throws {
        for problem in problems {
            try console.say("  \(problem.object)  \(problem.sentence)")
            try console.say("      \(problem.fix)")
        }
    }
}

extension CheckRule {
    fileprivate var style: Style {
        switch severity {
        case .error: .bad
        case .warning: .warning
        case .information: .strong
        }
    }
}
