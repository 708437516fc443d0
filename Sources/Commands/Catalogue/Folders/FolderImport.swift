import Certification
import Reporting
import Store

/// `dossier import FOLDER`: the folder becomes a plan, and the plan is a master list like any other.
struct FolderImport {
    /// As the user wrote it.
    let folder: String
    let rules: String?
    let savedPlan: String?
    let dryRun: Bool
    let strict: Bool

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        guard let root = RealPath.of(session.absolute(folder)) else {
            throw Failure(.notFound, "no folder \(folder)")
        }
        let walk = try FolderWalk(root)
        let reading = try FolderReading(
            walk, in: root, rules: try readRules(session), register, copying: !dryRun, session)
        let plan = try register.read { view in
            try FolderPlan(reading.documents) { id in
                try view.evidenceIfAny(id)?.revisions.map(\.originalName)
            }
        }
        try save(plan, root, session)
        let list = try MasterList(DelimitedText(plan.text, dialect: .csv))
        var steps = try register.read { try ImportPlan(list, folder: root, catalogues: $0.catalogues()) }
        let early = walk.rejected + reading.rejected
        let isHeldBack = dryRun || strict && !(early.isEmpty && steps.rejected.isEmpty)
        steps.attach(try reading.take(steps.sources, writing: !isHeldBack))
        let writes = !isHeldBack && !(strict && !steps.rejected.isEmpty)
        let tally =
            writes
            ? try session.write(register) { try steps.perform(in: &$0, today: today) }
            : try register.read { try steps.preview($0, today: today) }
        let late = steps.rejected.map {
            (
                path: Self.path($0.line, plan),
                why: [$0.column, $0.message].compactMap(\.self).joined(separator: ": ")
            )
        }
        try report(plan, walk, reading, tally, early + late, session)
        try next(wrote: writes, session)
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

    /// The paths of a list are read from its own folder.
    private func save(_ plan: FolderPlan, _ root: String, _ session: Session) throws {
        guard let savedPlan else { return }
        let home = RealPath.of(session.absolute(savedPlan).parentFolder) ?? ""
        guard root == home || RealPath.lies(root, below: home) else {
            throw Failure(
                .unusableData, "\(savedPlan) would not lie above the files that it names",
                hint: "save the plan in the folder that holds \(folder)")
        }
        let prefix = root == home ? "" : String(root.dropFirst(home == "/" ? 1 : home.count + 1)) + "/"
        let text = CSVWriter.text(plan.table(prefix: prefix))
        try OutputFile(savedPlan, in: session, overwrite: false).write(Array(text.utf8))
    }

    private func report(
        _ plan: FolderPlan, _ walk: FolderWalk, _ reading: FolderReading, _ tally: ImportTally,
        _ rejected: [(path: String, why: String)], _ session: Session
    ) throws {
        let console = session.console
        if dryRun, savedPlan == nil { try show(plan, console) }
        try console.say("\(counted(walk.files.count, "file")) found in \(folder)")
        let passed = walk.skipped.sorted { $0.key < $1.key }.map { counted($0.value, $0.key) }
        let all = passed + (reading.skipped > 0 ? ["\(reading.skipped) by the rules"] : [])
        if !all.isEmpty { try console.say("  passed over: \(all.joined(separator: ", "))") }
        try console.say(
            "  \(tally.added) new, \(tally.revised) revised, \(tally.changed) changed, \(tally.unchanged) unchanged, \(plan.same.count) the same as others, \(rejected.count) rejected"
        )
        for (path, first) in plan.same { try console.say("  \(path) has the same content as \(first)") }
        for (path, why) in rejected { try console.say("  \(path): \(why)") }
        for remark in reading.remarks { console.warn(remark) }
        session.tell(missing: reading.missing)
    }

    private func show(_ plan: FolderPlan, _ console: Console) throws {
        var table = TextTable(
            columns: [.init("id"), .init("kind"), .init("revision"), .init("title"), .init("file")],
            titled: true)
        table.rows = plan.rows.map { row in
            [
                row.id, row.facts.kind?.rawValue ?? "-", row.label ?? "-", row.facts.title ?? "-",
                row.isHeld ? "held already" : row.document.file.path,
            ]
        }
        try console.table(table)
    }

    private func next(wrote: Bool, _ session: Session) throws {
        if wrote {
            session.console.tell("Next: \(try session.registerNames().overview)")
        } else if dryRun, let savedPlan {
            session.console.tell(
                "Nothing was written to the register. Edit \(savedPlan), then: dossier import \(savedPlan)")
        } else if dryRun {
            session.console.tell(
                "Nothing was written. Run again without --dry-run, or keep the plan with --save-plan plan.csv."
            )
        } else {
            session.console.tell("Nothing was written: --strict writes all files or none.")
        }
    }
}
