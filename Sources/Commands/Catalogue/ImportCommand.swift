import ArgumentParser
import Certification
import Glibc
import Store

/// `dossier import LIST.csv`, `dossier import FOLDER`
struct ImportCommand: Command {
    static let configuration = CommandConfiguration(
        "import", "Catalogue a whole master list or folder.",
        detail: """
            The list is a CSV, TSV, XLSX or JSON file in the columns of `dossier help formats` or under the names that people
            give them, in whatever encoding a spreadsheet wrote it; how it was understood is shown first. Paths are read
            from the folder of the list. A row with a known id changes that item; several rows with one id are its
            revisions, in order. Importing the same list again changes nothing. Rows that cannot be used are named
            with line, column and reason, and with them the later rows of the same item; the others go in as one
            transaction, or none with --strict. What is no longer in the list stays: unlink and retire are said apart.
            A folder is walked in a fixed order, without hidden files, lock files and links. Identifiers, titles,
            versions, owners and dates are read from the documents, then from their names; policy_v3.docx becomes a
            revision of the item of policy_v2.docx; one that is older than what the item holds is left out and named.
            --rules FILE says kinds, owners and clauses by patterns of paths, as `dossier help formats` describes. Where
            nothing says what sort of document it is, its words do; with --suggest they also say for which clauses a new
            item is evidence, as 8.6.1? in the plan: suspect until a person reviews it. --save-plan FILE keeps the plan as
            a list to edit and import; who takes the ? away has decided.
            """,
        examples: [
            "dossier import register.csv --dry-run", "dossier import ../documents/register.csv --strict",
            "dossier import master.csv --map \"Doc No=id\" --map \"Remarks=\" --dry-run",
            "dossier import master.csv --header-row 3 --encoding windows-1252 --dates dmy",
            "dossier import master.xlsx --sheet \"Master list\" --dry-run",
            "dossier import documents --dry-run", "dossier import documents --suggest --save-plan plan.csv",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(
        help: ArgumentHelp("The list, CSV, TSV, XLSX or JSON, or the folder.", valueName: "list"),
        completion: .file(extensions: ["csv", "tsv", "txt", "xlsx", "json"]))
    var list: String

    @Flag(help: "Show what would happen and write nothing.")
    var dryRun = false

    @Flag(help: "Write nothing when any row is rejected.")
    var strict = false

    @OptionGroup var reading: ListOptions
    @Option(
        help: ArgumentHelp("For a folder: rules for kinds, owners and clauses.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var rules: String?

    @Option(
        help: ArgumentHelp("For a folder: keep the plan as a list; writes nothing else.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var savePlan: String?

    @Flag(help: "For a folder: suggest clauses for documents that state none.")
    var suggest = false

    @Option(
        help: ArgumentHelp("With --suggest: how sure is enough, up to 1 (default: 0.8).", valueName: "score"))
    var min: Double?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        _ = try reading.assignments()
        if min != nil, !suggest { throw ValidationError("--min goes with --suggest") }
        guard min.map({ $0 > 0 && $0 <= 1 }) ?? true else {
            throw ValidationError("--min is above 0 and at most 1")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        if RealPath.isFolder(session.absolute(list)) {
            return try FolderImport(
                folder: list, rules: rules, savedPlan: savePlan,
                suggestFrom: suggest ? min ?? SuggestCommand.sureEnough : nil,
                dryRun: dryRun || savePlan != nil, strict: strict
            ).run(in: session)
        }
        if rules != nil || savePlan != nil || suggest {
            throw ValidationError("--rules, --save-plan and --suggest go with a folder")
        }
        let register = try session.register()
        let today = try session.today(register)
        let path = session.absolute(list)
        let (file, masterList) = try read(path, session)
        var plan = try register.read { view in
            try ImportPlan(
                masterList, countedIn: file.unit, folder: path.parentFolder, catalogues: view.catalogues(),
                places: SourcePlaces(register.location))
        }
        plan.attach(try contents(of: plan, taking: mayWrite(plan), register, session))
        // Asked again: reading the files may have rejected more rows.
        let writes = mayWrite(plan)
        let tally =
            writes
            ? try session.write(register) { try plan.perform(in: &$0, today: today) }
            : try register.read { try plan.preview($0, today: today) }
        try report(plan, tally, session)
        try masterList.remarks.show(countedIn: file.unit, session.console)
        try showNext(wrote: writes, session)
        return plan.rejected.isEmpty ? .done : .answerIsNo
    }

    private func mayWrite(_ plan: ImportPlan) -> Bool { !dryRun && !(strict && !plan.rejected.isEmpty) }

    /// Reads the list and shows how it was understood, before anything is done with it.
    private func read(_ path: String, _ session: Session) throws -> (ListFile, MasterList) {
        let file = try ListFile.read(path, shown: list, reading)
        do {
            let masterList = try MasterList(file.table, reading: reading.listReading())
            try ImportReport(list: list, file: file, read: masterList).showReading(session.console)
            return (file, masterList)
        } catch let problem as MasterList.Problem {
            let column = problem.column.map { "\($0): " } ?? ""
            throw Failure(
                .unusableData, "\(file.place(problem.line, in: list)): \(column)\(problem.message)",
                hint: problem.hint ?? "dossier help formats")
        }
    }

    private func contents(of plan: ImportPlan, taking: Bool, _ register: Register, _ session: Session) throws
        -> [Result<VaultContent, IntakeError>]
    {
        if taking { return try session.intake(plan.sources, into: register) }
        return Vault.examine(plan.sources)
    }

    private func report(_ plan: ImportPlan, _ tally: ImportTally, _ session: Session) throws {
        let console = session.console
        try console.say("\(counted(plan.rowCount, "row")) read from \(list)")
        let passed = plan.passedOver == 0 ? "" : ", \(plan.passedOver) passed over"
        try console.say(
            "  \(tally.added) new, \(tally.revised) revised, \(tally.changed) changed, \(tally.unchanged) unchanged, \(plan.rejectedRows) rejected\(passed)"
        )
        var table = TextTable(
            columns: [.init("line"), .init("column"), .init("why")], titled: false, indent: 2)
        table.rows = plan.rejected.sorted { $0.line < $1.line }.map {
            ["\(plan.unit) \($0.line)", $0.column ?? "-", $0.message]
        }
        try console.table(table)
    }

    private func showNext(wrote: Bool, _ session: Session) throws {
        if wrote {
            session.console.tell("Next: \(try session.registerNames().overview)")
        } else if dryRun {
            session.console.tell(
                "Nothing was written. Run again without --dry-run to write; add --strict to write all or nothing."
            )
        } else {
            session.console.tell("Nothing was written: --strict writes all rows or none.")
        }
    }
}
