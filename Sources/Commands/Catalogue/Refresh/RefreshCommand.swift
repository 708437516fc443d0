import ArgumentParser
import Certification
import Reporting
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
        let beside = try folders.map { try folder($0, session) }
        let survey = try register.read { view in
            try session.survey(
                view, of: ids.isEmpty ? nil : ids.map { try live($0, view) }, rehash: rehash,
                beside: beside, places)
        }
        var plan = RefreshPlan(survey, register.vault, places, session.console)
        if apply { plan.note(try session.take(plan.wanted, places, into: register)) }
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
        guard let real = RealPath.of(session.absolute(name)), RealPath.isFolder(real) else {
            throw Failure(.notFound, "no folder \(name)")
        }
        return real
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
            + folders.flatMap { ["--in", Self.word($0)] }
        return (["dossier refresh"] + words).joined(separator: " ")
    }

    /// As a shell reads it as one word.
    private static func word(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789/._-".unicodeScalars.contains($0)
        }
        return isPlain ? text : text.quotedForShell
    }
}
