import ArgumentParser
import Certification
import Store

/// `dossier check`
struct CheckCommand: Command {
    static let configuration = CommandConfiguration(
        "check", "Look for what an auditor would find, with the command that mends it.",
        detail: """
            Runs named checks over every item, link, clause and verdict, and reports all that they find: the rule, the
            object, one sentence and the command to type, in which words in capitals are to be filled in. Nothing is
            written. A problem of severity error ends the command with 1. --list shows the checks, --explain one of them.
            """,
        examples: [
            "dossier check", "dossier check --severity error --on 2027-03-14",
            "dossier check --only owner-missing,approval-missing --format csv", "dossier check --list",
            "dossier check --explain period-hole",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Option(
        help: ArgumentHelp("Only these checks, separated by commas.", valueName: "rules"),
        transform: Self.rules)
    var only: [CheckRule]?

    @Option(help: "Only what weighs at least this much: information, warning or error.")
    var severity = CheckSeverity.information

    @Flag(help: "Show every problem; otherwise the first ten of each check.")
    var all = false

    @Flag(help: "List the checks.")
    var list = false

    @Option(help: ArgumentHelp("Say what a check looks for, and why.", valueName: "rule"))
    var explain: CheckRule?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    static func rules(_ text: String) throws -> [CheckRule] {
        try CheckRule.list(text, called: "check", hint: "dossier check --list shows them")
    }

    func validate() throws {
        if list || explain != nil, on != nil || only != nil || all {
            throw ValidationError("--list and --explain look at no register")
        }
        if list, explain != nil { throw ValidationError("say either --list or --explain") }
    }

    func run(in session: Session) throws -> ExitStatus {
        if let explain { return try CheckList(rules: [explain]).explain(session.console, format.format) }
        if list { return try CheckList(rules: wanted).show(session.console, format.format) }
        let register = try session.register()
        let day = try on ?? session.today(register)
        var tally = CheckTally(on: day, keeping: all || only != nil ? .max : CheckTally.shown)
        try register.read { try write($0, &tally, session.console) }
        return tally.count(.error) > 0 ? .answerIsNo : .done
    }

    private var wanted: [CheckRule] {
        CheckRule.allCases.filter { $0.severity >= severity && (only?.contains($0) ?? true) }
    }

    /// Programs get every problem as it is found; people get them by check, the gravest first.
    private func write(_ view: RegisterView, _ tally: inout CheckTally, _ console: Console) throws {
        let wanted = Set(wanted)
        func forEach(_ body: (CheckProblem) throws -> Void) throws {
            try view.forEachProblem(on: tally.day) { problem in
                guard wanted.contains(problem.rule) else { return }
                tally.add(problem)
                try body(problem)
            }
        }
        switch format.format {
        case .json:
            try console.json(streaming: { show in try forEach { try show(CheckLine($0)) } })
        case .csv:
            try console.csv(CheckLine.header, [])
            try forEach { try console.csv(CheckLine($0).row) }
        case .table:
            try forEach { _ in }
            try tally.show(console)
        }
    }
}

extension CheckRule: ExpressibleByArgument {}
extension CheckSeverity: ExpressibleByArgument {}
