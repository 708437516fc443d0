import ArgumentParser
import Certification
import Reporting
import Store

/// `dossier show ID`
struct ShowCommand: Command {
    static let configuration = CommandConfiguration(
        "show", "Show everything about one item, or what a clause asks for.",
        examples: [
            "dossier show INC-PRO-001", "dossier show 8.4.1", "dossier show INC-PRO-001 --format json",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "An item or a clause.")
    var subject: String

    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        return try register.read { view in
            if let record = try view.evidenceIfAny(subject) {
                try show(try EvidencePage(record, view: view, today: today), session.console)
            } else if let match = try clause(view) {
                try show(try ClausePage(match, view: view, today: today), session.console)
            } else {
                _ = try view.evidence(subject)
            }
            return .done
        }
    }

    /// Nil where the subject names no clause; an error where it names several.
    private func clause(_ view: RegisterView) throws -> ClauseFinder.Match? {
        do {
            return try ClauseFinder(view.catalogues()).clause(subject)
        } catch {
            if case ClauseFinder.Failure.standardNeeded = error { throw error }
            return nil
        }
    }

    private func show(_ page: some Encodable & Page, _ console: Console) throws {
        if format.format == .json { return try console.json(page) }
        for line in page.lines(width: console.width) { try console.say(line) }
    }
}

/// Something that is shown whole.
protocol Page {
    /// The lines for a terminal of this width; nil where there is none.
    func lines(width: Int?) -> [String]
}
