import ArgumentParser
import Certification

/// `dossier cycle forecast`
struct CycleForecast: Command {
    static let configuration = CommandConfiguration(
        "forecast", "Say what follows from facts, without a register.",
        detail: """
            What if the decision comes two weeks later? Say what is known as facts, and how the body reads the rules as
            settings; every date that follows is printed with its rule. Audits are days FIRST/LAST. Facts: stage1_last,
            stage2_last, decision, expiry, sv1_audit, sv2_audit, old_expiry, recert_audit, major_verified, recert_decision,
            decision_after_stage2, suspended, transfer_decision, ceased, extension_decision, transition_end, sites, and for
            two certificates a, b, a_old_expiry, b_old_expiry, joint_recert_decision. Several values of stage_gap,
            60d|6m, are compared.
            """,
        examples: [
            "dossier cycle forecast --fact decision=2026-05-14",
            "dossier cycle forecast --fact decision=2026-05-14 --rule stage_gap=60d",
            "dossier cycle forecast --fact expiry=2029-05-13 --fact suspended=2029-01-15",
            "dossier cycle forecast --fact stage1_last=2026-08-31 --rule stage_gap=9m",
        ],
        statuses: [.unusableData, .notFound, .notPermitted])

    @Option(
        name: .customLong("fact"),
        help: ArgumentHelp(
            "Something that is known: decision=2026-05-14; may be repeated.", valueName: "key=value"))
    var facts: [String] = []

    @OptionGroup var profile: ProfileOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if facts.isEmpty { throw ValidationError("say what is known: --fact decision=2026-05-14") }
        for fact in facts where !fact.contains("=") {
            throw ValidationError("\"\(fact)\" is no fact; write key=value")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        var (profile, gaps) = (self.profile, [Span]())
        // Several lengths are compared; a setting holds one.
        if let index = profile.rules.firstIndex(where: { $0.hasPrefix("stage_gap=") && $0.contains("|") }) {
            gaps = try Self.spans(profile.rules.remove(at: index))
        }
        let forecast = Forecast(
            try known(), profile: try profile.profile(over: .usual, session), stageGaps: gaps)
        try session.console.render(ForecastPage(lines: forecast.lines), as: format.format)
        return .done
    }

    private static func spans(_ rule: String) throws -> [Span] {
        try KeyValue(rule).pair.value.split(separator: "|").map { text in
            guard let span = Span(text) else {
                throw Failure(.usage, "stage_gap cannot be \"\(text)\"", hint: "stage_gap=60d|90d|6m")
            }
            return span
        }
    }

    private func known() throws -> ForecastFacts {
        var known = ForecastFacts()
        for fact in facts {
            let (name, value) = KeyValue(fact).pair
            do throws(ForecastProblem) {
                try known.set(name, to: value)
            } catch {
                throw Failure(.usage, error.message, hint: "dossier cycle forecast --help")
            }
        }
        return known
    }
}

/// What follows, line by line.
struct ForecastPage: Listing {
    let lines: [Forecast.Line]

    func encode(to encoder: any Encoder) throws {
        try Dictionary(lines.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            .encode(to: encoder)
    }

    static let header = ["key", "value", "rule"]

    var rows: [[String]] { lines.map { [$0.key, $0.value, $0.rule.rawValue] } }

    func show(_ console: Console) throws {
        guard !lines.isEmpty else {
            return console.tell("Nothing follows from that alone. Next: dossier cycle forecast --help")
        }
        var table = TextTable(columns: [.init("what"), .init("value"), .init("rule"), .init("says")])
        table.rows = lines.map { [$0.key, $0.value, $0.rule.rawValue, $0.rule.statement] }
        try console.table(table)
        console.tell("Next: dossier cycle explain \(lines[0].rule.rawValue)")
    }
}
