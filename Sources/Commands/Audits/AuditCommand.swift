import ArgumentParser
import Certification

/// The noun `audit`: who looks at the management system, when, and at what.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "audit", "Plan and record audits and management reviews, and say what they looked at.",
        detail: """
            An external audit (stage-1, stage-2, surveillance, recertification, special, transfer) is about certificates;
            an internal audit and a management review are about standards. The rules of the cycle read them: `dossier
            cycle show` says what they keep and what is due.
            """,
        subcommands: [
            AuditPlan.self, AuditRecord.self, AuditEdit.self, AuditCancel.self, AuditList.self,
            AuditShow.self, AuditCoverage.self,
        ])
}

extension AuditKind: ExpressibleByArgument {}
extension AuditMode: ExpressibleByArgument {}
extension AuditState: ExpressibleByArgument {}

extension Audit {
    /// Its days, both named also where they make a whole month: `2027-04-20..2027-04-21`
    var days: String {
        period.first == period.last ? "\(period.first)" : "\(period.first)..\(period.last)"
    }

    /// What it is about: the certificates, or for an internal one the standards.
    func subjects(_ names: RegisterNames) -> String {
        (kind.isExternal ? certificates : standards.map(names.standard)).joined(separator: ", ")
    }

    /// `SV1-2027  surveillance of NW-1, planned for 2027-04-20..2027-04-21`
    func sentence(_ names: RegisterNames) -> String {
        let when = state == .held ? "held on" : state == .planned ? "planned for" : "cancelled, was"
        return "\(id)  \(kind.title) of \(subjects(names)), \(when) \(days)"
    }
}
