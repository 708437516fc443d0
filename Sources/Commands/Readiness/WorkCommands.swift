import Certification
import Reporting

/// What to type to bring work on one standard forward; words in capitals are to be filled in.
struct WorkCommands {
    private let standard: String
    private let names: RegisterNames
    private let templates: DocumentTemplates

    init(_ standard: Standard, _ names: RegisterNames) throws {
        self.standard = standard.id
        self.names = names
        templates = try DocumentTemplates.shipped()
    }

    /// The command for one thing to do. An item that is kept by period gets a record of a further period.
    func command(_ item: WorkItem, isByPeriod: Bool) -> String {
        guard let evidence = item.evidence else { return start(item) }
        if item.status == .suspect { return "dossier review \(evidence) --by NAME" }
        let period = item.reasons.hole?.description ?? (isByPeriod ? "PERIOD" : nil)
        return "dossier revise \(evidence) FILE" + (period.map { " --period \($0)" } ?? "")
    }

    private func start(_ item: WorkItem) -> String {
        guard let number = item.clauses.first else { return "dossier add FILE --clause CLAUSE" }
        if item.reasons.contains(where: { $0.code == "judged" }) {
            return "dossier assess \(name(number)) --verdict VERDICT --by NAME --reason TEXT"
        }
        let isBegun = item.reasons.contains { $0.code == "demand-unanswered" }
        return (isBegun ? nil : draft(number)) ?? add(number)
    }

    /// `dossier add FILE --clause 8.6.1`
    func add(_ number: String) -> String { "dossier add FILE --clause \(name(number))" }

    /// Starts a document from the skeleton for a clause, or from the first of several, and of those that answer a
    /// demand where one is meant; nil where there is none.
    func draft(_ number: String, answering demand: DocumentedInformation? = nil) -> String? {
        let fitting = templates.choice(for: ClauseReference(standard: standard, number: number)).best
        guard let first = fitting.first(where: { $0.answers(demand) }) else { return nil }
        return "dossier draft \(name(number))" + (fitting.count == 1 ? "" : " --template \(first.name)")
    }

    /// `dossier show 8.6.1`
    func show(_ number: String) -> String { "dossier show \(name(number))" }

    /// `dossier gap --next`
    var worklist: String { "\(names.gap(standard)) --next" }

    private func name(_ number: String) -> String {
        names.clause(ClauseReference(standard: standard, number: number))
    }
}

extension [Reason] {
    /// The first stretch of time that no record covers.
    fileprivate var hole: Period? {
        lazy.compactMap { reason in
            if case .periodHole(let period) = reason { period } else { nil }
        }.first
    }
}

extension DocumentTemplate {
    fileprivate func answers(_ demand: DocumentedInformation?) -> Bool {
        demand.map { KindAnswers.usual.demands(answeredBy: kind).contains($0) } ?? true
    }
}
