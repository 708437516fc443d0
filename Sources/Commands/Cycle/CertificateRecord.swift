import ArgumentParser
import Certification
import Store

/// `dossier certificate record CERT EVENT`
struct CertificateRecord: Command {
    static let configuration = CommandConfiguration(
        "record", "Record what happened to a certificate.",
        detail: """
            Events: stage-1, stage-2, decision, surveillance, recertification-audit, recertification-decision,
            suspension, reinstatement, withdrawal, scope-extension, transfer, restoration, edition-transition,
            body-ceased, postponement. What the rules do not allow is refused with the rule. Audits are kept as audits:
            `dossier audit record` takes auditors, clauses and reports as well. A transfer opens the certificate of the
            accepting body, which goes on in the same cycle.
            """,
        examples: [
            "dossier certificate record NW-1 stage-2 --on 2026-04-22..2026-04-24",
            "dossier certificate record NW-1 decision --on 2026-05-14 --expiry 2029-05-13",
            "dossier certificate record NW-1 postponement --on 2027-02-01 --months 3",
            "dossier certificate record A transfer --on 2027-11-03 --to-body X --to-id B",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The certificate.")
    var id: String

    @Argument(help: "What happened.")
    var event: CertificateEventKind

    @Option(help: ArgumentHelp("When: a day, or for an audit its days FIRST..LAST.", valueName: "day"))
    var on: Period

    @Option(help: ArgumentHelp("The last day as it is printed on the certificate.", valueName: "day"))
    var expiry: Day?

    @Option(help: "By how many months a postponement moves audits and validity.")
    var months: Int?

    @OptionGroup(title: "Transfer and new editions") var target: EventTarget

    @Option(help: "A remark.")
    var note: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if event.audit == nil, on.first != on.last {
            throw ValidationError("\(event.rawValue) happens on one day")
        }
        if expiry != nil, !event.printsExpiry {
            throw ValidationError("\(event.rawValue) prints no expiry")
        }
        if (months != nil) != (event == .postponement) {
            throw ValidationError("--months goes with a postponement")
        }
        try target.validate(for: event)
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        try refuseFuture(on.last, today)
        let certificate = try session.write(register) { transaction in
            let facts = try transaction.view.certificateFacts(of: id)[0]
            if let kind = event.audit {
                try record(audit(kind, of: facts.certificate, transaction.view), facts, &transaction)
            } else {
                try record(facts, &transaction)
            }
            return facts.certificate
        }
        try report(certificate, register, today, session.console)
        return .done
    }

    private func audit(_ kind: AuditKind, of certificate: Certificate, _ view: RegisterView) throws -> Audit {
        Audit(
            id: try view.nextIdentifier("AUD", in: .audit), kind: kind, state: .held, period: on,
            certificates: [certificate.id], standards: [certificate.standard], note: note?.trimmed)
    }

    private func record(_ audit: Audit, _ facts: CertificateFacts, _ transaction: inout RegisterTransaction)
        throws
    {
        if let other = facts.clash(with: audit) { throw Failure(clash: audit, with: other) }
        if let refusal = facts.refusal(of: audit) { throw Failure(refusal) }
        try transaction.record(.cycle(.auditStated(audit)))
    }

    private func record(_ facts: CertificateFacts, _ transaction: inout RegisterTransaction) throws {
        let certificate = facts.certificate
        let change = try target.change(of: certificate, event, transaction.view)
        let recorded = CertificateEvent(
            number: try transaction.view.nextEventNumber(of: certificate.id), kind: event, on: on.first,
            expiry: expiry, months: months.map { Months($0) }, to: change?.to, note: note?.trimmed)
        if let refusal = facts.refusal(of: recorded) { throw Failure(refusal) }
        if let stated = change?.stated { try transaction.record(.cycle(.certificateStated(stated))) }
        try transaction.record(.cycle(.eventRecorded(certificate: certificate.id, recorded)))
    }

    /// What the event means: the state, and the next dates.
    private func report(_ certificate: Certificate, _ register: Register, _ today: Day, _ console: Console)
        throws
    {
        let judgement = try register.read {
            try $0.judgements(of: target.toID ?? certificate.id, on: today)[0]
        }
        let designation = try register.read {
            try $0.designations()[certificate.standard] ?? certificate.standard
        }
        CertificateSentence(judgement, designation: designation).tell(console)
    }
}

extension CertificateEventKind: ExpressibleByArgument {}

extension Failure {
    /// The rule that something breaks, in one line.
    init(_ refusal: EventRefusal) {
        self.init(
            .unusableData, "\(refusal.message) (\(refusal.rule.rawValue))",
            hint: "dossier cycle explain \(refusal.rule.rawValue)")
    }
}

extension RegisterView {
    /// The designations of the standards that the register holds, by identifier.
    func designations() throws -> [String: String] {
        Dictionary(
            try catalogues().map { ($0.standard.id, $0.standard.designation) },
            uniquingKeysWith: { first, _ in first })
    }
}
