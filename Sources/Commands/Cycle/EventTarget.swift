import ArgumentParser
import Certification
import Store

/// Where a transfer or a transition leads.
struct EventTarget: ParsableArguments {
    @Option(help: ArgumentHelp("The accepting body.", valueName: "name"))
    var toBody: String?

    @Option(help: ArgumentHelp("The identifier of the accepting body's certificate.", valueName: "id"))
    var toID: String?

    @Option(help: ArgumentHelp("The number that the accepting body prints.", valueName: "number"))
    var toNumber: String?

    @Option(help: ArgumentHelp("The new edition, which the register holds.", valueName: "standard"))
    var toStandard: String?

    func validate(for event: CertificateEventKind) throws {
        let isTransfer = toBody != nil && toID != nil
        if event == .transfer, !isTransfer { throw ValidationError("a transfer needs --to-body and --to-id") }
        if event == .editionTransition, toStandard == nil {
            throw ValidationError("an edition-transition needs --to-standard")
        }
        if event != .transfer, toBody != nil || toID != nil || toNumber != nil {
            throw ValidationError("--to-body, --to-id and --to-number go with a transfer")
        }
        if event != .editionTransition, toStandard != nil {
            throw ValidationError("--to-standard goes with an edition-transition")
        }
        try EvidenceIdentifier.validate(toID)
        try refuseEmpty(toBody, "--to-body")
    }

    /// What the event names, and the certificate that it states: a new one, or this one for another edition.
    func change(of certificate: Certificate, _ event: CertificateEventKind, _ view: RegisterView) throws
        -> (to: String, stated: Certificate)?
    {
        switch event {
        case .transfer: return try accepted(certificate, view)
        case .editionTransition:
            let edition = try ClauseFinder(view.catalogues()).catalogue(toStandard ?? "").standard.id
            guard edition != certificate.standard else {
                throw Failure(.unusableData, "\(certificate.id) is for \(edition) already")
            }
            var stated = certificate
            stated.standard = edition
            // The end of the old edition binds the certificate no more.
            stated.profile =
                (try? stated.profile.with([(ProfileKey.transitionEnd.rawValue, "none")])) ?? stated.profile
            return (edition, stated)
        default: return nil
        }
    }

    private func accepted(_ certificate: Certificate, _ view: RegisterView) throws -> (String, Certificate)? {
        guard let toBody, let toID else { return nil }
        let id = try view.freeIdentifier(toID, prefix: "CERT", in: .certificate)
        return (
            id,
            Certificate(
                id: id, standard: certificate.standard, body: toBody.trimmed, number: toNumber?.trimmed,
                scope: certificate.scope, sites: certificate.sites, profile: certificate.profile,
                continues: certificate.id)
        )
    }
}
