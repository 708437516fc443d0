import ArgumentParser
import Certification
import Store

/// `dossier audit plan`
struct AuditPlan: Command {
    static let configuration = CommandConfiguration(
        "plan", "Plan an audit or a management review.",
        detail: """
            Without --id the identifier is generated. An internal audit and a management review need --standard where the
            register holds several. What was planned is turned into what was held with `dossier audit record ID`.
            """,
        examples: [
            "dossier audit plan --kind surveillance --certificate NW-1 --on 2027-04-20",
            "dossier audit plan --kind internal --on 2027-02-01..2027-02-02 --clause 8",
            "dossier audit plan --kind management-review --on 2027-03-05",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: "What sort of look it is.")
    var kind: AuditKind

    @Option(help: ArgumentHelp("The days, FIRST..LAST or one.", valueName: "days"))
    var on: Period

    @Option(help: "The identifier in the register: SV1-2027.")
    var id: String?

    @OptionGroup var options: AuditOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try EvidenceIdentifier.validate(id)
        if let why = options.objection(to: kind) { throw ValidationError(why) }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let (audit, names) = try session.write(register) { transaction in
            let desk = try AuditDesk(transaction.view, today: today)
            let id = try transaction.view.freeIdentifier(id, prefix: "AUD", in: .audit)
            let audit = try desk.audit(
                Audit(id: id, kind: kind, state: .planned, period: on), saying: options)
            try desk.refuse(audit)
            try transaction.record(.cycle(.auditStated(audit)))
            return (audit, desk.names)
        }
        session.console.tell(audit.sentence(names))
        session.console.warnOfPast(audit, today)
        session.console.tell(audit.next(names))
        return .done
    }
}

extension Console {
    /// A plan for days that are over is most often an audit that was held.
    func warnOfPast(_ audit: Audit, _ today: Day) {
        guard audit.state == .planned, audit.period.last < today else { return }
        warn(
            "\(audit.id) is planned for a day that is past; if it was held: dossier audit record \(audit.id)")
    }
}

extension Audit {
    /// The command that shows what the rules make of it.
    func next(_ names: RegisterNames) -> String {
        "Next: dossier " + (kind.isExternal ? "cycle show \(certificates.first ?? "")" : "audit coverage")
    }
}
