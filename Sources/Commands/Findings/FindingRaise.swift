import ArgumentParser
import Certification
import Store

/// `dossier finding raise`
struct FindingRaise: Command {
    static let configuration = CommandConfiguration(
        "raise", "Record what an audit found.",
        detail: """
            Grades: major, minor, opportunity, observation, area-of-concern. A stage 1 has areas of concern and no
            nonconformities; no other audit has areas of concern. A nonconformity names the clause that is not
            fulfilled: --clause 8.6.1. Internal audits raise findings too. --due is the day
            by which the body wants it closed, where it said one; otherwise its profile says it.
            """,
        examples: [
            "dossier finding raise --audit A1 --grade observation --statement TEXT --by Ng"
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: "The audit, which was held.")
    var audit: String

    @Option(help: "How grave it is.")
    var grade: FindingGrade

    @Option(help: "The clause that is not fulfilled; a nonconformity needs one.")
    var clause: String?

    @Option(help: ArgumentHelp("What was found.", valueName: "text"))
    var statement: String

    @Option(help: ArgumentHelp("Who raised it.", valueName: "name"))
    var by: String

    @Option(help: "The identifier in the register; generated when left out.")
    var id: String?

    @Option(help: "The role or person who answers for it.")
    var owner: String?

    @Option(help: ArgumentHelp("The day by which it is to be closed.", valueName: "day"))
    var due: Day?

    @Option(help: ArgumentHelp("When it was raised; today when left out.", valueName: "day"))
    var on: Day?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try EvidenceIdentifier.validate(id)
        for (text, option) in [(statement, "--statement"), (by, "--by"), (owner, "--owner")] {
            try refuseEmpty(text, option)
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        try refuseFuture(on, today)
        let raised = try session.write(register) { transaction in
            let audit = try transaction.view.audit(audit)
            let finding = try facts(of: audit, transaction.view, today)
            if let refusal = audit.refusal(of: finding) { throw Failure(refusal) }
            try transaction.record(.cycle(.findingRaised(finding)))
            return finding
        }
        session.console.tell(CycleChange.findingRaised(raised).summary)
        try session.tellStanding(of: raised.id, register, today)
        return .done
    }

    private func facts(of audit: Audit, _ view: RegisterView, _ today: Day) throws -> FindingFacts {
        FindingFacts(
            id: try view.freeIdentifier(id, prefix: grade.prefix, in: .finding), grade: grade,
            audit: audit.id,
            clause: try clause.map { try reference($0, audit, view) }, statement: statement.trimmed,
            by: by.trimmed, on: on ?? today, owner: owner?.trimmed, due: due)
    }

    /// The clause, of a standard that the audit looked at.
    private func reference(_ text: String, _ audit: Audit, _ view: RegisterView) throws -> ClauseReference {
        let catalogues = try view.catalogues()
        let looked = catalogues.filter { audit.looks(at: $0.standard.id) }
        if let only = looked.first, looked.count == 1 {
            return try ClauseFinder(catalogues).clause(text, of: only).reference
        }
        return try ClauseFinder(looked.isEmpty ? catalogues : looked).clause(text).reference
    }
}

extension FindingGrade: ExpressibleByArgument {}

extension FindingGrade {
    /// What generated identifiers begin with.
    var prefix: String {
        switch self {
        case .major, .minor: "NC"
        case .opportunity: "OFI"
        case .observation: "OBS"
        case .areaOfConcern: "AOC"
        }
    }
}
