import ArgumentParser
import Certification
import Store

/// `dossier certificate show CERT`
struct CertificateShow: Command {
    static let configuration = CommandConfiguration(
        "show", "Show a certificate with everything that happened to it.",
        examples: ["dossier certificate show NW-1", "dossier certificate show NW-1 --on 2029-05-14"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The certificate.")
    var id: String

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @OptionGroup var format: PageFormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let page = try register.read { view in
            let judgement = try view.judgements(of: id, on: day)[0]
            return CertificatePage(judgement, names: try view.designations())
        }
        if format.format == .json {
            try session.console.json(page)
        } else {
            try page.show(session.console)
        }
        return .done
    }
}

/// A certificate whole.
struct CertificatePage: Encodable {
    struct Happening: Encodable {
        /// The number of an event, or the identifier of an audit.
        let reference: String
        let kind: String
        let first: Day
        let last: Day
        let summary: String
    }

    struct Cycle: Encodable {
        let number: Int
        let origin: CertificationCycle.Origin
        let decision: Day
        let printedExpiry: Day?
        let computedExpiry: Day
        let otherExpiry: Day?
        let expiry: Day
    }

    let certificate: Certificate
    let designation: String
    let day: Day
    let state: CertificateState
    let standing: String
    let issued: Day?
    let cycles: [Cycle]
    let events: [Happening]
    let siteSample: SiteSample?

    init(_ judgement: CycleJudgement, names: [String: String]) {
        certificate = judgement.facts.certificate
        designation = names[certificate.standard] ?? certificate.standard
        day = judgement.day
        state = judgement.state
        standing = judgement.standing
        issued = judgement.life.issued
        cycles = judgement.life.cycles.map {
            Cycle(
                number: $0.number, origin: $0.origin, decision: $0.decision, printedExpiry: $0.printed,
                computedExpiry: $0.computed, otherExpiry: $0.other, expiry: $0.expiry)
        }
        events = judgement.happenings
        siteSample = certificate.sites.count > 1 ? SiteSample(sites: certificate.sites.count) : nil
    }
}

extension CycleJudgement {
    /// Audits and events in the order of days, as far as they were known or planned on the day.
    var happenings: [CertificatePage.Happening] {
        if awaitsTransfer { return [] }
        let external = facts.audits.filter { audit in
            audit.kind.isExternal && (audit.state == .planned || audit.period.last <= day)
        }.map { audit in
            CertificatePage.Happening(
                reference: audit.id, kind: audit.kind.rawValue, first: audit.period.first,
                last: audit.period.last,
                summary: audit.kind.words + (audit.state == .held ? "" : " (\(audit.state.rawValue))"))
        }
        let recorded = facts.events.filter { $0.on <= day }.map {
            CertificatePage.Happening(
                reference: "\($0.number)", kind: $0.kind.rawValue, first: $0.on, last: $0.on,
                summary: $0.summary)
        }
        return (external + recorded).enumerated().sorted {
            ($0.element.last, $0.offset) < ($1.element.last, $1.offset)
        }.map(\.element)
    }
}
