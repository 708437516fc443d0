import ArgumentParser
import Certification
import Store

/// `dossier credit CLAUSE --from CLAUSE`
struct CreditCommand: Command {
    static let configuration = CommandConfiguration(
        "credit", "Say what is missing where a clause takes partial credit from another standard.",
        detail: """
            `dossier gap X --credit Y` backs clauses of one standard with live evidence of another. What asks for the
            same counts by itself; what is shared only in part counts once a person has said what is missing.
            """,
        examples: [
            "dossier credit 20000-1:6.1.2 --from 27001:6.1.2 --missing TEXT --by NAME",
            "dossier credit 20000-1:6.1.2 --from 27001:6.1.2 --withdraw \"own method now\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The clause that takes the credit.")
    var clause: String

    @Option(help: ArgumentHelp("The clause of the other standard.", valueName: "clause"))
    var from: String

    @Option(help: "What the other clause's evidence does not show.")
    var missing: String?

    @Option(help: ArgumentHelp("Who looked.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Take the note back, for this reason.", valueName: "reason"))
    var withdraw: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let isNote = missing != nil && by != nil
        guard isNote != (withdraw != nil), isNote || (missing == nil && by == nil) else {
            throw ValidationError("say either --missing TEXT and --by NAME, or --withdraw REASON")
        }
        for (text, option) in [(missing, "--missing"), (by, "--by"), (withdraw, "--withdraw")] {
            try refuseEmpty(text, option)
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let change = try session.write(register) { transaction in
            let change = try asked(transaction.view, today)
            try transaction.record(change)
            return change
        }
        session.console.tell(change.summary)
        return .done
    }

    private func asked(_ view: RegisterView, _ today: Day) throws -> Change {
        let finder = ClauseFinder(try view.catalogues())
        let (here, there) = (try finder.clause(clause), try finder.clause(from))
        if let withdraw {
            guard
                try view.creditNotes(of: here.reference.standard).contains(where: {
                    $0.clause == here.reference && $0.from == there.reference
                })
            else {
                throw Failure(.notFound, "\(here.reference) takes no noted credit from \(there.reference)")
            }
            return .creditWithdrawn(clause: here.reference, from: there.reference, reason: withdraw.trimmed)
        }
        try refuseUnlessPartial(here, there)
        return .creditNoted(
            CreditNote(
                clause: here.reference, from: there.reference, missing: missing?.trimmed ?? "",
                by: by?.trimmed ?? "", on: today))
    }

    private func refuseUnlessPartial(_ here: ClauseFinder.Match, _ there: ClauseFinder.Match) throws {
        for match in [here, there] where !match.clause.isRequirement {
            throw Failure(
                .unusableData, "\(match.reference) is a heading, which neither gives nor takes credit")
        }
        let relation = try StandardLibrary.map()
            .related(to: here.reference, in: there.reference.standard)
            .first { $0.other == there.reference }?.relation
        switch relation?.strength {
        case .partial: return
        case .equal:
            throw Failure(
                .unusableData, "\(here.reference) and \(there.reference) ask for the same; no note is needed",
                hint: "dossier gap \(here.reference.standard) --credit \(there.reference.standard)")
        case .related, nil:
            throw Failure(
                .unusableData,
                "the map knows no shared duty of \(here.reference) and \(there.reference), so no credit counts",
                hint: "dossier standard show \(here.reference.standard) \(here.reference.number)")
        }
    }
}
