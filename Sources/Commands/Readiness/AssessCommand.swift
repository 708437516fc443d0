import ArgumentParser
import Certification
import Store

/// `dossier assess CLAUSE`
struct AssessCommand: Command {
    static let configuration = CommandConfiguration(
        "assess", "Record a person's verdict on a clause.",
        detail: """
            A verdict is conforming, partial, gap or not-applicable, with a name and a reason. It stands beside what
            the files say and is never overruled by it. Not-applicable is taken only where the standard allows it;
            controls of Annex A go through `dossier soa`. The latest verdict on a clause stands; an older one is refused.
            """,
        examples: [
            "dossier assess 8.6.1 --verdict conforming --by \"A. Berg\" --reason \"sampled 20 tickets\"",
            "dossier assess 9001:8.3 --verdict not-applicable --by Berg --reason \"no design\"",
            "dossier assess 8.6.1 --withdraw \"looked at the wrong site\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The clause; for not-applicable a heading stands for the clauses below it.")
    var clause: String

    @Option(help: "conforming, partial, gap or not-applicable.")
    var verdict: Verdict?

    @Option(help: ArgumentHelp("Who judged.", valueName: "name"))
    var by: String?

    @Option(help: "Why.")
    var reason: String?

    @Option(help: ArgumentHelp("When; today when left out.", valueName: "day"))
    var on: Day?

    @Option(help: ArgumentHelp("Take the verdict back, for this reason.", valueName: "reason"))
    var withdraw: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let said = [verdict?.rawValue, by, reason, on?.description].compactMap(\.self)
        if withdraw != nil, !said.isEmpty { throw ValidationError("--withdraw stands alone") }
        if withdraw == nil, verdict == nil || by == nil || reason == nil {
            throw ValidationError("--verdict, --by and --reason are needed")
        }
        for (text, option) in [(by, "--by"), (reason, "--reason"), (withdraw, "--withdraw")] {
            try refuseEmpty(text, option)
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        try refuseFuture(on, today)
        let (changes, replaced) = try session.write(register) { transaction in
            let asked = try asked(transaction.view, today)
            for change in asked.changes { try transaction.record(change) }
            return asked
        }
        for change in changes { session.console.tell(change.summary) }
        for held in replaced {
            session.console.tell(
                "\(held.clause): this replaces \(held.verdict.rawValue) by \(held.by) of \(held.on)")
        }
        return .done
    }

    /// What is to be recorded, and the other verdicts that it takes the place of.
    private func asked(_ view: RegisterView, _ today: Day) throws -> (
        changes: [Change], replaced: [Assessment]
    ) {
        let catalogues = try view.catalogues()
        let match = try ClauseFinder(catalogues).clause(clause)
        let clauses = match.catalogue.requirements(under: match.clause.number)
        let decisions = try view.decisions(about: match.catalogue.standard.id)
        let held = clauses.compactMap { decisions.assessments[$0.number] }
        if let withdraw { return (try withdrawals(of: held, match, withdraw.trimmed), []) }
        guard let verdict, let by, let reason else { return ([], []) }
        let names = RegisterNames(catalogues)
        try match.refuse(verdict, clauses, names)
        try refuseOlder(than: held, on ?? today, names)
        let changes = clauses.map {
            Change.assessed(
                Assessment(
                    clause: match.catalogue.reference($0), verdict: verdict, by: by.trimmed,
                    reason: reason.trimmed, on: on ?? today))
        }
        return (changes, held.filter { $0.verdict != verdict })
    }

    /// The latest verdict stands, so none may come to stand that was given before it.
    private func refuseOlder(than held: [Assessment], _ day: Day, _ names: RegisterNames) throws {
        guard let later = held.first(where: { $0.on > day }) else { return }
        let name = names.clause(later.clause)
        throw Failure(
            .unusableData,
            "\(later.by) assessed \(name) as \(later.verdict.rawValue) on \(later.on), later than \(day)",
            hint: "dossier assess \(name) --withdraw REASON")
    }

    private func withdrawals(of held: [Assessment], _ match: ClauseFinder.Match, _ why: String) throws
        -> [Change]
    {
        guard !held.isEmpty else {
            throw Failure(.notFound, "\(match.clause.number) has no verdict that could be withdrawn")
        }
        return held.map { .assessmentWithdrawn(clause: $0.clause, reason: why) }
    }
}

extension Verdict: ExpressibleByArgument {}

extension Catalogue {
    /// The full name of one of its clauses.
    func reference(_ clause: Clause) -> ClauseReference {
        ClauseReference(standard: standard.id, number: clause.number)
    }
}
