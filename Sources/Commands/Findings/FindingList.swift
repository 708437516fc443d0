import ArgumentParser
import Certification
import Store

/// `dossier finding list`
struct FindingList: Command {
    static let configuration = CommandConfiguration(
        "list", "List what audits found, with the date that counts, its rule and what is late.",
        detail: """
            The earliest date counts; open findings come first, in the order of their dates. States: open, corrected,
            analysed, acted, verified, closed.
            """,
        examples: [
            "dossier finding list --open", "dossier finding list --overdue --exit-code --on 2027-06-01",
            "dossier finding list --certificate NW-1 --grade major --format csv",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Flag(help: "Only what is not closed.")
    var open = false

    @Flag(help: "Only what is open past its date.")
    var overdue = false

    @Option(help: "Only of this grade.")
    var grade: FindingGrade?

    @Option(help: "Only of this audit.")
    var audit: String?

    @Option(help: "Only of audits of this certificate.")
    var certificate: String?

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Flag(help: "Exit with 1 when a major that is listed is overdue.")
    var exitCode = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let page = try register.read { view in
            let audit = try audit.map { try view.audit($0).id }
            let certificate = try certificate.map { try view.certificate($0).id }
            let found = try view.findingJudgements(on: day).filter { wants($0, audit, certificate) }
            return FindingListPage(found, RegisterNames(try view.catalogues()))
        }
        try session.console.render(page, as: format.format)
        return exitCode && page.isBroken ? .answerIsNo : .done
    }

    private func wants(_ judgement: FindingJudgement, _ audit: String?, _ certificate: String?) -> Bool {
        let finding = judgement.finding
        let isNamed = certificate.map { id in
            finding.audit.certificates.contains { $0.lowercased() == id.lowercased() }
        }
        return (!open || finding.isOpen) && (!overdue || judgement.isOverdue)
            && (grade.map { $0 == finding.grade } ?? true) && (audit.map { $0 == finding.audit.id } ?? true)
            && (isNamed ?? true)
    }
}
