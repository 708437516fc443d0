import ArgumentParser
import Certification
import Store

/// `dossier audit record [ID]`
struct AuditRecord: Command {
    static let configuration = CommandConfiguration(
        "record", "Record that an audit or a management review was held.",
        detail: """
            With the ID of a planned audit it becomes a held one: what is said takes the place of what was planned, the
            rest stays. Without an ID --kind and --on say what was never planned. What the rules do not allow is refused
            with the rule.
            """,
        examples: [
            "dossier audit record SV1-2027 --report EV-0012",
            "dossier audit record SV1-2027 --on 2027-04-21 --mode hybrid --clause 8",
            "dossier audit record --kind internal --on 2026-10-12 --clause all",
            "dossier audit record --kind stage-1 --certificate NW-1 --on 2026-02-03",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(
        help: ArgumentHelp("The planned audit; left out for one that was never planned.", valueName: "id"))
    var planned: String?

    @Option(help: "What sort of look it was.")
    var kind: AuditKind?

    @Option(help: ArgumentHelp("The days, FIRST..LAST or one.", valueName: "days"))
    var on: Period?

    @Option(help: "The identifier of an audit that was never planned.")
    var id: String?

    @OptionGroup var options: AuditOptions
    @OptionGroup var result: AuditResultOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try EvidenceIdentifier.validate(id)
        if planned != nil, id != nil {
            throw ValidationError("--id goes with an audit that was never planned")
        }
        if planned == nil, kind == nil || on == nil {
            throw ValidationError("say which planned audit was held, or --kind and --on")
        }
        guard let kind else { return }
        if let why = options.objection(to: kind) ?? result.objection(to: kind) { throw ValidationError(why) }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let (audit, names) = try session.write(register) { transaction in
            let desk = try AuditDesk(transaction.view, today: today)
            let audit = try desk.audit(held(transaction.view), saying: options, result)
            try desk.refuse(audit)
            try transaction.record(.cycle(.auditStated(audit)))
            return (audit, desk.names)
        }
        session.console.tell(audit.sentence(names))
        if audit.reports.isEmpty {
            session.console.tell("No report yet: dossier audit edit \(audit.id) --report ID")
        }
        session.console.tell(audit.next(names))
        return .done
    }

    /// The planned audit, or a new one, as held.
    private func held(_ view: RegisterView) throws -> Audit {
        guard var audit = try planned.map({ try view.audit($0) }) else { return try new(view) }
        switch audit.state {
        case .planned: break
        case .held:
            throw Failure(
                .unusableData, "\(audit.id) is held already, on \(audit.days)",
                hint: "dossier audit edit \(audit.id)")
        case .cancelled:
            throw Failure(
                .unusableData, "\(audit.id) was cancelled",
                hint: "dossier audit record --kind \(audit.kind.rawValue) --on DAYS")
        }
        audit.state = .held
        audit.kind = kind ?? audit.kind
        audit.period = on ?? audit.period
        return audit
    }

    private func new(_ view: RegisterView) throws -> Audit {
        // Without an identifier both are there: `validate` asked for them.
        guard let kind, let on else { throw Failure(.usage, "say --kind and --on") }
        return Audit(
            id: try view.freeIdentifier(id, prefix: "AUD", in: .audit), kind: kind, state: .held, period: on)
    }
}
