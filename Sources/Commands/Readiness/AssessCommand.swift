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
            controls of Annex A go through `dossier soa`. The latest verdict on a clause stands.
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
        let changes = try session.write(register) { transaction in
            let changes = try asked(transaction.view, today)
            for change in changes { try transaction.record(change) }
            return changes
        }
        for change in changes { session.console.tell(change.summary) }
        return .done
    }

    private func asked(_ view: RegisterView, _ today: Day) throws -> [Change] {
        let match = try ClauseFinder(view.catalogues()).clause(clause)
        let clauses = match.catalogue.requirements(under: match.clause.number)
        if let withdraw { return try withdrawals(clauses, match, view, withdraw.trimmed) }
        guard let verdict, let by, let reason else { return [] }
        try refuse(verdict, match, clauses)
        return clauses.map {
            .assessed(
                Assessment(
                    clause: match.catalogue.reference($0), verdict: verdict, by: by.trimmed,
                    reason: reason.trimmed, on: on ?? today))
        }
    }

    /// A verdict is on one clause; only what does not apply is said of a whole chapter.
    private func refuse(_ verdict: Verdict, _ match: ClauseFinder.Match, _ clauses: [Clause]) throws {
        guard verdict == .notApplicable else {
            guard match.clause.isRequirement else {
                throw Failure(
                    .unusableData, "\(match.clause.number) is a heading; a verdict is on one clause",
                    hint: "one of " + clauses.map(\.number).joined(separator: ", "))
            }
            return
        }
        if let refusal = clauses.lazy.compactMap({ match.catalogue.refusal(ofNotApplicable: $0.number) })
            .first
        {
            throw Failure(refusal, match)
        }
    }

    private func withdrawals(
        _ clauses: [Clause], _ match: ClauseFinder.Match, _ view: RegisterView, _ why: String
    ) throws -> [Change] {
        let held = try view.decisions(about: match.catalogue.standard.id).assessments
        let assessed = clauses.filter { held[$0.number] != nil }
        guard !assessed.isEmpty else {
            throw Failure(.notFound, "\(match.clause.number) has no verdict that could be withdrawn")
        }
        return assessed.map { .assessmentWithdrawn(clause: match.catalogue.reference($0), reason: why) }
    }
}

extension Verdict: ExpressibleByArgument {}

extension Catalogue {
    /// The full name of one of its clauses.
    func reference(_ clause: Clause) -> ClauseReference {
        ClauseReference(standard: standard.id, number: clause.number)
    }
}

extension Failure {
    fileprivate init(_ refusal: ApplicabilityRefusal, _ match: ClauseFinder.Match) {
        let number = match.clause.number
        switch refusal {
        case .notExcludable(let designation, let words):
            self.init(
                .unusableData,
                "\(number) cannot be called not applicable: \(words ?? "\(designation) allows no exclusion there")",
                hint: "dossier assess \(number) --verdict gap --by NAME --reason TEXT")
        case .isControl:
            self.init(
                .unusableData,
                "\(number) is a control; whether it applies is stated in the statement of applicability",
                hint: "dossier soa exclude \(number) --reason TEXT")
        case .unknown(let designation):
            self.init(
                .unusableData,
                "\(number) cannot be called not applicable: the catalogue of \(designation) does not say what may be",
                hint: "dossier standard add \(match.catalogue.standard.id)")
        }
    }
}
