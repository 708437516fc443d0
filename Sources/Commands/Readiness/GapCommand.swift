import ArgumentParser
import Certification
import Store

/// `dossier gap [STANDARD]`
struct GapCommand: Command {
    static let configuration = CommandConfiguration(
        "gap", "Say what is covered and what will be missing on a day.",
        detail: """
            Judges every requirement clause: covered (current items answer all that is demanded), credited, partial,
            suspect (changed since somebody looked), stale (files, but none holds on the day), requested (asked for,
            nothing there), missing (nothing linked), excluded or not-applicable. A person's verdict stands beside it.
            --on judges the present state at another day; --as-of judges the state that the register had on a past day.
            """,
        examples: [
            "dossier gap", "dossier gap --on 2027-03-14 --only missing,stale",
            "dossier gap --clause 8 --next",
            "dossier gap --as-of 2026-09-30", "dossier gap --documented", "dossier gap --all",
            "dossier gap 20000-1 --credit 14001", "dossier gap 20000-1 --if-certified 14001",
            "dossier gap --preflight stage-1 --exit-code",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The standard; needed when the register holds several and the clause does not name it.")
    var standard: String?

    @OptionGroup(title: "Day and state") var time: JudgedTime

    @Option(help: ArgumentHelp("Only this clause and what is below it.", valueName: "clause"))
    var clause: String?

    @Option(
        help: ArgumentHelp(
            "Show only clauses with these statuses, separated by commas.", valueName: "statuses"),
        transform: Self.statuses)
    var only: [ClauseStatus]?

    @OptionGroup(title: "Other answers") var view: GapView

    @Option(
        help: ArgumentHelp(
            "Count live evidence of this standard too, through the map; may be repeated.",
            valueName: "standard"))
    var credit: [String] = []

    @Flag(help: "Exit with 1 when something needs work.")
    var exitCode = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    static func statuses(_ text: String) throws -> [ClauseStatus] {
        let known = ClauseStatus.allCases.map(\.rawValue).joined(separator: ", ")
        return try ClauseStatus.list(text, called: "status", hint: "known: \(known)")
    }

    func validate() throws {
        if only != nil, view.answer != .clauses || view.all || view.ifCertified != nil {
            throw ValidationError("--only goes with the list of clauses")
        }
        if view.answer == .preflight, !credit.isEmpty {
            throw ValidationError(
                "--credit does not go with --preflight, which looks at the standard's own evidence")
        }
        if view.all, standard != nil || clause != nil || !credit.isEmpty {
            throw ValidationError("--all shows every standard whole")
        }
        if view.ifCertified != nil,
            clause != nil || !credit.isEmpty || time.on != nil || time.asOf != nil || exitCode
        {
            throw ValidationError("--if-certified looks at the map alone")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        if let held = view.ifCertified { return try estimate(held, session) }
        let register = try session.register(asOf: time.asOf)
        let (day, names) = (try time.day(session), try session.registerNames())
        let page = try register.read { try answer($0, day, names) }
        try session.console.render(page, as: format.format)
        return exitCode && !page.isReady ? .answerIsNo : .done
    }

    private func answer(_ view: RegisterView, _ day: Day, _ names: RegisterNames) throws -> any ReadinessPage
    {
        let past = time.asOf
        if self.view.all { return try SystemPage(view, day, names, asOf: past) }
        let report = try GapSubject(standard: standard, clause: clause, credit: credit).report(view, on: day)
        switch self.view.answer {
        case .worklist: return try WorklistPage(report, view, names, asOf: past)
        case .documented: return try DocumentedPage(report, names, asOf: past)
        case .preflight: return try PreflightPage(report, view, names, asOf: past)
        case .clauses:
            return GapPage(report, names, only: only, credit: !credit.isEmpty, asOf: past)
        }
    }

    private func estimate(_ held: String, _ session: Session) throws -> ExitStatus {
        let (own, all) = try session.reachableCatalogues()
        let target = try standard.map { try ClauseFinder(all).catalogue($0) } ?? RegisterView.only(own)
        let page = try EstimatePage(of: target, ifCertified: ClauseFinder(all).catalogue(held), among: all)
        try session.console.render(page, as: format.format)
        return .done
    }
}
