import ArgumentParser
import Certification
import Store

/// `dossier import LIST.csv`
struct ImportCommand: Command {
    static let configuration = CommandConfiguration(
        "import", "Catalogue a whole master list.",
        detail: """
            The list is a CSV file with the columns that `dossier help formats` describes; paths are read from
            the folder of the list. A row with a known id changes that item; several rows with one id are its
            revisions, in order. Importing the same list again changes nothing. Rows that cannot be used are named
            with line, column and reason, and with them the later rows of the same item; the others go in as one
            transaction, or none with --strict. What is no longer in the list stays: unlink and retire are said apart.
            """,
        examples: [
            "dossier import register.csv --dry-run", "dossier import ../documents/register.csv --strict",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The list.")
    var list: String

    @Flag(help: "Show what would happen and write nothing.")
    var dryRun = false

    @Flag(help: "Write nothing when any row is rejected.")
    var strict = false

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let path = session.absolute(list)
        let masterList = try read(path)
        var plan = try register.read { view in
            try ImportPlan(masterList, folder: path.parentFolder, catalogues: view.catalogues())
        }
        plan.attach(try contents(of: plan, taking: mayWrite(plan), register, session))
        // Asked again: reading the files may have rejected more rows.
        let writes = mayWrite(plan)
        let tally =
            writes
            ? try session.write(register) { try plan.perform(in: &$0, today: today) }
            : try register.read { try plan.preview($0, today: today) }
        try report(plan, tally, wrote: writes, session)
        return plan.rejected.isEmpty ? .done : .answerIsNo
    }

    private func mayWrite(_ plan: ImportPlan) -> Bool { !dryRun && !(strict && !plan.rejected.isEmpty) }

    private func read(_ path: String) throws -> MasterList {
        do {
            let dialect: DelimitedText.Dialect = path.lowercased().hasSuffix(".tsv") ? .tsv : .csv
            return try MasterList(DelimitedText(SmallFile.text(path), dialect: dialect))
        } catch let error as DelimitedText.UnterminatedQuote {
            throw Failure(.unusableData, "\(list):\(error.line): a quoted field never ends")
        } catch let problem as MasterList.Problem {
            throw Failure(
                .unusableData,
                "\(list):\(problem.line): \(problem.column.map { "\($0): " } ?? "")\(problem.message)",
                hint: "dossier help formats")
        }
    }

    private func contents(of plan: ImportPlan, taking: Bool, _ register: Register, _ session: Session) throws
        -> [Result<VaultContent, IntakeError>]
    {
        if taking { return try session.intake(plan.sources, into: register) }
        return Vault.examine(plan.sources)
    }

    private func report(_ plan: ImportPlan, _ tally: ImportTally, wrote: Bool, _ session: Session) throws {
        let console = session.console
        try console.say("\(counted(plan.rowCount, "row")) read from \(list)")
        try console.say(
            "  \(tally.added) new, \(tally.revised) revised, \(tally.changed) changed, \(tally.unchanged) unchanged, \(plan.rejectedRows) rejected"
        )
        var table = TextTable(
            columns: [.init("line"), .init("column"), .init("why")], titled: false, indent: 2)
        table.rows = plan.rejected.sorted { $0.line < $1.line }.map {
            ["line \($0.line)", $0.column ?? "-", $0.message]
        }
        try console.table(table)
        if wrote {
            console.tell("Next: \(try session.registerNames().overview)")
        } else if dryRun {
            console.tell(
                "Nothing was written. Run again without --dry-run to write; add --strict to write all or nothing."
            )
        } else {
            console.tell("Nothing was written: --strict writes all rows or none.")
        }
    }
}
