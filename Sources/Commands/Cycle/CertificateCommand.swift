import ArgumentParser

/// The noun `certificate`: what bodies certify, and what happens to it.
struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "certificate", "Keep certificates and what happens to them.",
        detail: """
            A certificate is a standard, a certification body and a scope. Record what happens to it: audits, decisions,
            suspensions. Its state, its expiry and all that is due are derived from that for any day.
            """,
        subcommands: [
            CertificateAdd.self, CertificateEdit.self, CertificateRecord.self, CertificateRetract.self,
            CertificateShow.self, CertificateList.self,
        ])
}
