import Certification
import Reporting
import Store

/// `dossier import FOLDER`: the folder becomes a plan, and the plan is a master list like any other.
struct FolderImport {
    /// As the user wrote it.
    let folder: String
    let rules: String?
    let savedPlan: String?
    /// The score from which clauses are suggested; nil suggests none.
    let suggestFrom: Double?
    let dryRun: Bool
    let strict: Bool

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        guard let root = RealPath.of(session.absolute(folder)) else {
            throw Failure(.notFound, "no folder \(folder)")
        }
        let catalogues = try register.read { try $0.catalogues() }
        let names = RegisterNames(catalogues)
        let suggester = FolderSuggester(
            try session.suggestions(for: register, adding: nil), catalogues, least: suggestFrom)
        let walk = try FolderWalk(root, rules: rules.flatMap { RealPath.of(session.absolute($0)) })
        let reading = try FolderReading(
            walk, in: root, rules: try readRules(session), suggester, register, copying: !dryRun, session)
        let plan = try register.read { view in
            try FolderPlan(reading.documents) { try view.evidenceIfAny($0) }
        }
        try save(plan.table(names, prefix: prefix(root, session)), session)
        let list = try MasterList(DelimitedText(plan.text(names), dialect: .csv))
        let places = SourcePlaces(register.location)
        var steps = ImportPlan(list, folder: root, catalogues: catalogues, places: places)
        let early = walk.rejected + reading.rejected
        let isHeldBack = dryRun || strict && !(early.isEmpty && steps.rejected.isEmpty)
        steps.attach(try reading.take(steps.sources, writing: !isHeldBack))
        let writes = !isHeldBack && !(strict && !steps.rejected.isEmpty)
        let tally =
            writes
            ? try session.write(register) {
                try plan.rememberHeld(in: &$0, below: root, places)
                return try steps.perform(in: &$0, today: today)
            }
            : try register.read { try steps.preview($0, today: today) }
        let late = steps.rejected.map {
            (
                path: Self.path($0.line, plan),
                why: [$0.column, $0.message].compactMap(\.self).joined(separator: ": ")
            )
        }
        let report = FolderReport(folder: folder, plan: plan, walk: walk, reading: reading)
        if dryRun, savedPlan == nil { try session.console.table(plan.shown(names)) }
        try report.show(tally, early + late, session)
        next(wrote: writes, plan, names, session.console)
        return early.isEmpty && late.isEmpty ? .done : .answerIsNo
    }

    /// The file of a line of the plan, whose first is its head.
    private static func path(_ line: Int, _ plan: FolderPlan) -> String {
        plan.rows.indices.contains(line - 2) ? plan.rows[line - 2].document.file.path : "line \(line)"
    }

    private func readRules(_ session: Session) throws -> FolderRules {
        guard let rules else { return FolderRules() }
        return try FolderRules(SmallFile.text(session.absolute(rules)), path: rules)
    }

    /// What stands before the paths of a saved plan, which are read from its own folder.
    private func prefix(_ root: String, _ session: Session) throws -> String {
        guard let savedPlan else { return "" }
        let home = RealPath.of(session.absolute(savedPlan).parentFolder) ?? ""
        guard root == home || RealPath.lies(root, below: home) else {
            throw Failure(
                .unusableData, "\(savedPlan) would not lie above the files that it names",
                hint: "save the plan in the folder that holds \(folder)")
        }
        return root == home ? "" : String(root.dropFirst(home == "/" ? 1 : home.count + 1)) + "/"
    }

    private func save(_ table: [[String]], _ session: Session) throws {
        guard let savedPlan else { return }
        try OutputFile(savedPlan, in: session, overwrite: false).write(Array(CSVWriter.text(table).utf8))
    }

    private func next(wrote: Bool, _ plan: FolderPlan, _ names: RegisterNames, _ console: Console) {
        if wrote {
            if let first = plan.rows.first(where: { !$0.suggested.isEmpty }) {
                console.tell(
                    "What is suggested is suspect until somebody looks: dossier review \(first.id) --by NAME")
            }
            console.tell("Next: \(names.overview)")
        } else if dryRun, let savedPlan {
            console.tell(
                "Nothing was written to the register. Edit \(savedPlan), then: dossier import \(savedPlan)")
        } else if dryRun {
            console.tell(
                "Nothing was written. Run again without --dry-run, or keep the plan with --save-plan plan.csv."
            )
        } else {
            console.tell("Nothing was written: --strict writes all files or none.")
        }
    }
}
