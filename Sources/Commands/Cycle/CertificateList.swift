import ArgumentParser
import Certification
import Store

/// `dossier certificate list`
struct CertificateList: Command {
    static let configuration = CommandConfiguration(
        "list", "List the certificates with their state and what is due next.",
        examples: [
            "dossier certificate list", "dossier certificate list --on 2027-03-14 --format csv",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let page = try register.read { view in
            CertificateListPage(try view.judgements(on: day), names: try view.designations())
        }
        try session.console.render(page, as: format.format)
        return .done
    }
}

/// The certificates as they are listed.
struct CertificateListPage: Listing {
    struct Line: Encodable {
        let id: String
        let standard: String
        let designation: String
        let body: String
        let number: String?
        let scope: String
        let state: CertificateState
        let expiry: Day?
        /// The next date to keep, with its rule.
        let nextDue: Day?
        let nextRule: CycleRule?
        let next: String?
    }

    let certificates: [Line]

    init(_ judgements: [CycleJudgement], names: [String: String]) {
        certificates = judgements.map { judgement in
            let certificate = judgement.facts.certificate
            let next = judgement.outcomes.first { $0.isOpen && $0.due != nil }
            return Line(
                id: certificate.id, standard: certificate.standard,
                designation: names[certificate.standard] ?? certificate.standard, body: certificate.body,
                number: certificate.number, scope: certificate.scope, state: judgement.state,
                expiry: judgement.life.cycle.map(judgement.life.validUntil), nextDue: next?.due,
                nextRule: next?.rule, next: next?.title)
        }
    }

    func encode(to encoder: any Encoder) throws { try certificates.encode(to: encoder) }

    static let header = [
        "id", "standard", "body", "number", "scope", "state", "expiry", "next_due", "next_rule", "next",
    ]

    var rows: [[String]] {
        certificates.map {
            [
                $0.id, $0.standard, $0.body, $0.number ?? "", $0.scope, $0.state.rawValue,
                $0.expiry?.description ?? "", $0.nextDue?.description ?? "", $0.nextRule?.rawValue ?? "",
                $0.next ?? "",
            ]
        }
    }

    func show(_ console: Console) throws {
        guard !certificates.isEmpty else {
            return console.tell(
                "No certificates. Next: dossier certificate add --standard 20000-1 --body NAME --scope TEXT")
        }
        var table = TextTable(columns: [
            .init("certificate"), .init("standard"), .init("body", shrinks: true), .init("state"),
            .init("until"),
            .init("next"), .init("rule"), .init("what"),
        ])
        table.rows = certificates.map {
            [
                $0.id, $0.designation, $0.body, $0.state.words, $0.expiry?.description ?? "-",
                $0.nextDue?.description ?? "-", $0.nextRule?.rawValue ?? "-", $0.next ?? "",
            ]
        }
        try console.table(table)
        console.tell("Next: dossier cycle show \(certificates[0].id)")
    }
}
