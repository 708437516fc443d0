import ArgumentParser
import Certification
import Store

/// `dossier audit list`
struct AuditList: Command {
    static let configuration = CommandConfiguration(
        "list", "List audits and management reviews in the order of their days.",
        examples: [
            "dossier audit list", "dossier audit list --certificate NW-1 --year 2027",
            "dossier audit list --kind internal --state held --format csv",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Option(help: "Of this kind.")
    var kind: AuditKind?

    @Option(help: ArgumentHelp("About this certificate, or internal of its standard.", valueName: "cert"))
    var certificate: String?

    @Option(help: "With a day in this calendar year.")
    var year: Int?

    @Option(help: "In this state.")
    var state: AuditState?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let page = try session.register().read { view in
            let certificate = try certificate.map { try view.certificate($0) }
            return AuditListPage(
                try view.audits().filter { matches($0, certificate) }, RegisterNames(try view.catalogues()))
        }
        try session.console.render(page, as: format.format)
        return .done
    }

    private func matches(_ audit: Audit, _ certificate: Certificate?) -> Bool {
        (kind.map { audit.kind == $0 } ?? true) && (state.map { audit.state == $0 } ?? true)
            && (year.map { (audit.period.first.year...audit.period.last.year).contains($0) } ?? true)
            && (certificate.map { isAbout($0, audit) } ?? true)
    }

    private func isAbout(_ certificate: Certificate, _ audit: Audit) -> Bool {
        audit.kind.isExternal
            ? audit.certificates.contains(certificate.id)
                || certificate.continues.map(audit.certificates.contains) ?? false
            : audit.looks(at: certificate.standard)
    }
}
