import ArgumentParser
import Certification
import Store

/// `dossier audit edit ID`
struct AuditEdit: Command {
    static let configuration = CommandConfiguration(
        "edit", "Change the facts of an audit.",
        detail: """
            What is said takes the place of what stands, all auditors, clauses, sites or reports together; the rest
            stays. An empty --note takes the remark away, --clause none the clauses.
            """,
        examples: [
            "dossier audit edit SV1-2027 --on 2027-05-04..2027-05-05",
            "dossier audit edit SV1-2027 --report EV-0012 --clause 8 --clause 9",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The audit.")
    var id: String

    @Option(help: "What sort of look it is.")
    var kind: AuditKind?

    @Option(help: ArgumentHelp("The days, FIRST..LAST or one.", valueName: "days"))
    var on: Period?

    @OptionGroup var options: AuditOptions
    @OptionGroup var result: AuditResultOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if kind == nil, on == nil, options.isEmpty, result.isEmpty {
            throw ValidationError("say what changes: --on, --auditor, --clause, --report")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let (before, after, names) = try session.write(register) { transaction in
            let desk = try AuditDesk(transaction.view, today: today)
            let before = try transaction.view.audit(id)
            let after = try edited(before, desk)
            if after != before { try transaction.record(.cycle(.auditStated(after))) }
            return (before, after, desk.names)
        }
        guard before != after else {
            session.console.tell("\(after.id) is like that already; nothing was changed.")
            return .done
        }
        session.console.tell(after.sentence(names))
        session.console.warnOfPast(after, today)
        session.console.tell("Next: dossier audit show \(after.id)")
        return .done
    }

    private func edited(_ before: Audit, _ desk: AuditDesk) throws -> Audit {
        guard before.state != .cancelled else {
            throw Failure(
                .unusableData, "\(before.id) was cancelled", hint: "dossier audit show \(before.id)")
        }
        if before.state == .planned, !result.reports.isEmpty {
            throw Failure(
                .unusableData, "\(before.id) is planned; its report comes when it was held",
                hint: "dossier audit record \(before.id) --report \(result.reports[0])")
        }
        var audit = before
        audit.kind = kind ?? audit.kind
        audit.period = on ?? audit.period
        audit = try desk.audit(audit, saying: options, result)
        try desk.refuse(audit, before: before)
        return audit
    }
}
