import ArgumentParser
import Certification
import Store

/// `dossier gap [STANDARD]`
struct GapCommand: Command {
    static let configuration = CommandConfiguration(
        "gap", "Say what is covered and what will be missing on a day.",
        detail: """
            Judges every requirement clause of a standard: covered (at least one current item), stale (files, but
            none holds on the day), requested (asked for, nothing there) or missing (nothing linked). Then the
            documented information that the standard demands and nothing linked provides.
            """,
        examples: [
            "dossier gap", "dossier gap 20000-1 --on 2027-03-14", "dossier gap --only missing,stale",
            "dossier gap --format json --exit-code",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The standard; needed when the register holds several.")
    var standard: String?

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Option(
        help: ArgumentHelp(
            "Show only clauses with these statuses, separated by commas.", valueName: "statuses"),
        transform: Self.statuses)
    var only: [ClauseStatus]?

    @Flag(help: "Exit with 1 when a clause is not covered or a demand is unanswered.")
    var exitCode = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    static func statuses(_ text: String) throws -> [ClauseStatus] {
        try text.split(separator: ",").map { word in
            guard let status = ClauseStatus(rawValue: word.trimmed) else {
                let known = ClauseStatus.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\"\(word)\" is no status; known: \(known)")
            }
            return status
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let report = try register.read { view in
            try view.gap(of: view.catalogue(standard), on: day)
        }
        let page = GapPage(report, only: only)
        switch format.format {
        case .json: try session.console.json(page)
        case .csv: try session.console.csv(GapPage.header, page.rows)
        case .table: try page.show(session.console)
        }
        let isReady = report.open.isEmpty && report.unansweredDemands.isEmpty
        return exitCode && !isReady ? .answerIsNo : .done
    }
}

extension RegisterView {
    /// The catalogue that an abbreviation names or, without one, the only one there is.
    func catalogue(_ abbreviation: String?) throws -> Catalogue {
        let catalogues = try catalogues()
        if let abbreviation { return try ClauseFinder(catalogues).catalogue(abbreviation) }
        guard let only = catalogues.first else { throw ClauseFinder.Failure.noStandards }
        guard catalogues.count == 1 else {
            throw Failure(
                .usage, "the register holds several standards; name one",
                hint: "one of " + catalogues.map(\.standard.id).joined(separator: ", "))
        }
        return only
    }
}
