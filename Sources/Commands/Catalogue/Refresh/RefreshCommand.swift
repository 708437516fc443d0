import ArgumentParser
import Certification
import Glibc
import Store

/// `dossier refresh`
struct RefreshCommand: Command {
    static let configuration = CommandConfiguration(
        "refresh", "Find documents that changed, moved or vanished where they were taken from.",
        detail: """
            Looks at the file of each item's latest revision, of records at the latest for each period, where add,
            revise and import took it. One that holds something else becomes the next revision, with the version and
            dates that it says of itself; one that is gone is looked for, by its content, in the folders of all
            sources and in those of --in. Without --apply nothing is written. Where a person must decide, the command
            to type is named and the exit status is 1. What vanished stays in the register. A file with the size and
            the time of change that are remembered is taken to be unchanged: what a program changed while it kept both
            is only found with --rehash. Earlier revisions stay; dossier revise with an earlier file takes one back.
            """,
        examples: [
            "dossier refresh", "dossier refresh --apply", "dossier refresh PRO-001 POL-002 --rehash",
            "dossier refresh --in ../archive --format json",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The items; all when left out.")
    var ids: [String] = []

    @Flag(help: "Write what is proposed, all in one transaction.")
    var apply = false

    @Flag(help: "Read every file, whatever its size and time say.")
    var rehash = false

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Look here too for what is gone; may be repeated.", valueName: "folder"),
        completion: .directory)
    var folders: [String] = []

    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let places = SourcePlaces(register.location)
        let survey = try survey(register, places, session)
        var plan = RefreshPlan(
            survey, taken: try apply ? take(survey, places, register, session) : nil, register, places,
            session.console)
        let writes = apply && !(survey.findings.isEmpty && survey.touched.isEmpty)
        if writes {
            try session.write(register) { transaction in
                try plan.perform(in: &transaction, today: today)
                for (source, content) in survey.touched { try transaction.remember(content, at: source) }
            }
        } else {
            try register.read { try plan.preview($0, today: today) }
        }
        let page = RefreshPage(plan, survey, isApplied: apply)
        try format.format == .json ? session.console.json(page) : page.show(session.console)
        tellNext(page, survey, session.console)
        return page.heldBack == 0 ? .done : .answerIsNo
    }

    private func survey(_ register: Register, _ places: SourcePlaces, _ session: Session) throws
        -> SourceSurvey
    {
        let progress = ProgressLine("reading", total: 0, console: session.console)
        defer { progress.finish() }
        let beside = try folders.map { try folder($0, session) }
        return try register.read { view in
            let named = try ids.isEmpty ? nil : ids.map { try live($0, view) }
            var survey = try SourceSurvey(
                view, of: named, rehash: rehash, places, progress: { progress.advance($0) })
            let search = SourceSearch(
                for: survey.findings.filter(\.isGone).map(\.source),
                below: survey.searched(places).union(beside), progress: { progress.advance($0) })
            try survey.place(search) { source, path in
                try view.owner(of: path, holding: source.fingerprint, except: source.evidence)
            }
            search.warn(session.console)
            return survey
        }
    }

    private func live(_ id: String, _ view: RegisterView) throws -> String {
        let record = try view.evidence(id)
        guard record.retired == nil else {
            throw Failure(
                .unusableData, "\(record.evidence.id) is retired",
                hint: "dossier retire \(record.evidence.id) --undo --reason TEXT")
        }
        return record.evidence.id
    }

    private func folder(_ name: String, _ session: Session) throws -> String {
        var status = stat()
        guard let real = RealPath.of(session.absolute(name)), stat(real, &status) == 0,
            status.st_mode & S_IFMT == S_IFDIR
        else { throw Failure(.notFound, "no folder \(name)") }
        return real
    }

    /// Takes the changed files in, each once, however many items it is the source of.
    private func take(
        _ survey: SourceSurvey, _ places: SourcePlaces, _ register: Register, _ session: Session
    ) throws -> [String: Result<VaultContent, IntakeError>] {
        let changed = Set(survey.findings.filter { $0.verdict == .changed }.map(\.path)).sorted()
        guard !changed.isEmpty else { return [:] }
        let results = try session.intake(
            changed.map { IntakeSource(path: places.absolute($0), followLink: false) }, into: register)
        return Dictionary(zip(changed, results), uniquingKeysWith: { first, _ in first })
    }

    private func tellNext(_ page: RefreshPage, _ survey: SourceSurvey, _ console: Console) {
        if page.looked == 0 {
            return console.tell(
                "Nothing to refresh: no item remembers where its file lies. Next: dossier import FOLDER, or dossier add FILE"
            )
        }
        if page.looked > 1, page.sources.count(where: { $0.state == "vanished" }) == page.looked {
            console.warn(
                "no source is where it was; is the drive connected? otherwise: dossier refresh --in FOLDER")
        }
        let revised = page.sources.contains { $0.newRevision != nil }
        let isOpen = page.sources.contains { !$0.isHeldBack && $0.state != "vanished" }
        if apply, revised {
            console.tell("Next: dossier check --only suspect-link,approval-missing,approval-outdated")
        } else if !apply, isOpen {
            console.tell("Nothing was written. Next: \(command) --apply")
        } else if !apply, !survey.touched.isEmpty {
            console.tell(
                "\(counted(survey.touched.count, "file")) had to be read; \(command) --apply remembers \(survey.touched.count == 1 ? "its time" : "their times")."
            )
        }
    }

    /// The command line as it was typed, without what writes.
    private var command: String {
        let words =
            ids + (rehash ? ["--rehash"] : [])
            + folders.flatMap { ["--in", $0.contains(" ") ? "\"\($0)\"" : $0] }
        return (["dossier refresh"] + words).joined(separator: " ")
    }
}

extension SourceSurvey {
    /// The folders below which a file that is gone may lie now: those of all sources and, in place of one that is gone
    /// itself, what is left above it within the register's folder.
    fileprivate func searched(_ places: SourcePlaces) -> Set<String> {
        Set(
            folders.compactMap { folder in
                if access(folder, F_OK) == 0 { return folder == "/" ? nil : folder }
                var above = folder
                while access(above, F_OK) != 0, above.utf8.count > 1 { above = above.parentFolder }
                return places.isOurs(above) ? above : nil
            })
    }
}

extension SourceSearch {
    fileprivate func warn(_ console: Console) {
        for folder in unread { console.warn("\(folder) may not be read, so nothing was looked for there") }
        if isCut {
            console.warn("the search ended early: too many files or folders; say where with --in FOLDER")
        }
    }
}
