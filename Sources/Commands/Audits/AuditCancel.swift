import ArgumentParser
import Certification
import Store

/// `dossier audit cancel ID --reason TEXT`
struct AuditCancel: Command {
    static let configuration = CommandConfiguration(
        "cancel", "Call a planned audit off, or take back one that was not held.",
        detail: """
            The audit stays in the register with the reason and counts no longer. It is refused where findings or later
            decisions rest on it.
            """,
        examples: ["dossier audit cancel SV1-2027 --reason \"moved to May by the body\""],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The audit.")
    var id: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var global: GlobalOptions

    func validate() throws { try refuseEmpty(reason, "--reason") }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let (before, names) = try session.write(register) { transaction in
            let desk = try AuditDesk(transaction.view, today: today)
            let audit = try transaction.view.audit(id)
            try refuse(audit, desk)
            try transaction.record(.cycle(.auditStated(cancelled(audit))))
            return (audit, desk.names)
        }
        let what = before.state == .held ? "taken back" : "cancelled"
        session.console.tell("\(before.id) is \(what): \(reason.trimmed)")
        session.console.tell(before.next(names))
        return .done
    }

    private func refuse(_ audit: Audit, _ desk: AuditDesk) throws {
        guard audit.state != .cancelled else {
            throw Failure(.unusableData, "\(audit.id) is cancelled already")
        }
        let found = try desk.view.findings().filter { $0.audit.id == audit.id }.map(\.id)
        guard found.isEmpty else {
            throw Failure(
                .unusableData, "\(audit.id) has findings: \(found.joined(separator: ", "))",
                hint: "dossier finding show \(found[0])")
        }
        try desk.refuseLoss(of: audit, to: audit.certificates)
    }

    private func cancelled(_ held: Audit) -> Audit {
        var audit = held
        audit.state = .cancelled
        audit.note = [held.note, "cancelled: \(reason.trimmed)"].compactMap(\.self).joined(separator: "; ")
        return audit
    }
}
