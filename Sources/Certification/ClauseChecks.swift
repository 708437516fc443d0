/// The checks that look at the clauses of one standard, fed with one item after another.
public struct ClauseChecks: Sendable {
    /// How old a verdict may be (default).
    public static let verdictReach = Months(12)

    /// What a clause hangs on, as far as the checks need it.
    private struct Support: Sendable {
        var count = 0
        var last = ""
        var isStale = false
        var isByPeriod = false
    }

    private let catalogue: Catalogue
    private let day: Day
    private let targets: ClauseTargets
    private let assessments: [String: Assessment]
    private var tally: ReadinessTally
    private var supports: [Support]

    /// Checks that have seen no item yet.
    public init(of catalogue: Catalogue, on day: Day, decisions: ClauseDecisions) {
        self.catalogue = catalogue
        self.day = day
        assessments = decisions.assessments
        targets = ClauseTargets(catalogue)
        tally = ReadinessTally(of: catalogue, on: day, decisions: decisions)
        supports = Array(repeating: Support(), count: targets.requirements.count)
    }

    /// Takes in one item that counts, with its links to this standard.
    public mutating func add(_ item: CheckedItem, _ standing: Standing, links: [LinkFacts]) {
        tally.add(standing, kind: item.kind, dates: item.dates, links: links)
        for link in links {
            for position in targets[link.clause] where supports[position].last != item.id {
                supports[position].count += 1
                supports[position].last = item.id
                supports[position].isStale = standing == .stale
                supports[position].isByPeriod = item.dates.revisions.last?.period != nil
            }
        }
    }

    /// Every problem of the standard and its clauses, in its order.
    public var problems: [CheckProblem] {
        ofStandard
            + zip(tally.statuses, supports).flatMap { state, support in
                hanging(state.clause, state.status, support) + verdict(on: state.clause, state.status)
            }
    }

    private func reference(_ clause: Clause) -> String { "\(catalogue.standard.id):\(clause.number)" }

    private func hanging(_ clause: Clause, _ status: ClauseStatus, _ support: Support) -> [CheckProblem] {
        guard support.count == 1, support.isStale, status == .stale else { return [] }
        return [
            CheckProblem(
                .clauseSingleStale, reference(clause), "only \(support.last) is linked, and it is stale",
                fix: "dossier revise \(support.last) FILE" + (support.isByPeriod ? " --period PERIOD" : ""))
        ]
    }

    private func verdict(on clause: Clause, _ status: ClauseStatus) -> [CheckProblem] {
        guard let assessment = assessments[clause.number], assessment.on <= day else { return [] }
        let name = reference(clause)
        let again = "dossier assess \(name) --verdict \(assessment.verdict.rawValue) --by NAME --reason TEXT"
        var problems: [CheckProblem] = []
        if assessment.verdict == .conforming, [.missing, .requested, .stale].contains(status) {
            problems.append(
                CheckProblem(
                    .verdictUnsupported, name,
                    "\(assessment.by) found it conforming on \(assessment.on); its evidence is \(status.rawValue)",
                    fix: "dossier link ID \(name)"))
        }
        if status.applies, [.gap, .partial].contains(assessment.verdict) {
            let found = Reason.judged(
                assessment.verdict, assessment.reason, by: assessment.by, on: assessment.on)
            problems.append(
                CheckProblem(
                    .verdictOpen, name, found.sentence,
                    fix: "dossier assess \(name) --verdict conforming --by NAME --reason TEXT"))
        }
        if assessment.on.adding(Self.verdictReach) < day {
            problems.append(
                CheckProblem(
                    .verdictOld, name, "the verdict of \(assessment.by) is from \(assessment.on)", fix: again)
            )
        }
        return problems
    }

    private var ofStandard: [CheckProblem] {
        let standard = catalogue.standard
        var problems: [CheckProblem] = []
        if let successor = standard.successor {
            problems.append(
                CheckProblem(
                    .editionReplaced, standard.id, successor,
                    fix: "dossier standard migrate \(standard.id) NEW --map FILE"))
        }
        let unsure = catalogue.clauses.count(where: \.isTitleUnconfirmed)
        if unsure > 0 {
            problems.append(
                CheckProblem(
                    .titleUnconfirmed, standard.id,
                    "\(unsure) of \(catalogue.clauses.count) titles of clauses are not confirmed",
                    fix: "dossier standard show \(standard.id)"))
        }
        return problems
            + catalogue.clauses.filter { $0.isUntitled && $0.titleSources > 1 }.map {
                CheckProblem(
                    .labelAsTitle, reference($0),
                    "the catalogue counts \($0.title) as confirmed; it is a label",
                    fix: "dossier standard add FILE")
            }
    }
}
