import ArgumentParser
import Certification
import Store

/// `dossier finding import FILE`
struct FindingImport: Command {
    static let configuration = CommandConfiguration(
        "import", "Open the findings that the reader of a bundle sent back.",
        detail: """
            FILE is the findings.json that the page of a bundle exports, or the findings-template.csv of a bundle, filled in
            and saved by a spreadsheet. The bundle must be one that this register packed. Every finding is checked: its
            grade, its clause, its evidence and what the audit may find; either all are opened or none. What was imported
            before is not opened again. Questions and remarks are shown and not kept; --questions opens each question
            as an observation. Nothing in the file is executed, and no file is taken from it.
            """,
        examples: [
            "dossier finding import findings.json --dry-run", "dossier finding import findings.json",
            "dossier finding import template.csv --audit SV1-2027 --by \"J. Lund, BSI\"",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "What was sent back.")
    var file: String

    @Option(help: "The audit, which was held; that of the bundle when left out.")
    var audit: String?

    @Option(help: ArgumentHelp("Who raised them; as the file says when left out.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("When they were raised; today when left out.", valueName: "day"))
    var on: Day?

    @Flag(help: "Open each question as an observation.")
    var questions = false

    @Flag(help: "Show what would be opened and write nothing.")
    var dryRun = false

    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(by, "--by") }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        try refuseFuture(on, today)
        let returned = try ReturnedFile.read(file, in: session)
        let plan = try register.read { try ReturnedPlan(returned, self, $0, today) }
        let page =
            dryRun || plan.isRejected
            ? FindingImportPage(plan, file: file, opened: [:])
            : try session.write(register) { transaction in
                let plan = try ReturnedPlan(returned, self, transaction.view, today)
                return FindingImportPage(plan, file: file, opened: try plan.open(in: &transaction))
            }
        if format.format == .json {
            try session.console.json(page)
        } else {
            try page.show(session.console)
        }
        return page.isRejected ? .answerIsNo : .done
    }
}

/// A file that the reader of a bundle sent back.
enum ReturnedFile {
    /// Octets: a thousand findings with long statements.
    static let limit = 5 << 20

    static func read(_ file: String, in session: Session) throws -> ReturnedFindings {
        let path = session.absolute(file)
        do {
            return try ReturnedFindings(parsing: SmallFile.text(path, atMost: limit))
        } catch let malformed as ReturnedFindings.Malformed {
            throw Failure(
                .unusableData, "\(file): \(malformed.place): \(malformed.reason)",
                hint: "dossier help formats")
        } catch let failure as Failure {
            throw failure.speaking(of: file, for: path)
        }
    }
}
