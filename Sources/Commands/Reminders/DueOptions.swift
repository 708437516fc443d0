import ArgumentParser
import Certification
import Store

/// Which dates are meant.
struct DueFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only what this role or person answers for.", valueName: "name"))
    var owner: String?

    @Option(help: ArgumentHelp("Only what concerns this certificate.", valueName: "id"))
    var certificate: String?

    /// Whether an item is meant; nothing that concerns no certificate, where one is named.
    func lets(_ item: DueItem) -> Bool {
        let isOwned = owner.map { $0.lowercased() == item.owner?.lowercased() } ?? true
        let isConcerned = certificate.map { $0.lowercased() == item.certificate?.lowercased() } ?? true
        return isOwned && isConcerned
    }

    /// Refuses a certificate that the register does not hold.
    func check(_ view: RegisterView) throws {
        if let certificate { _ = try view.certificate(certificate) }
    }
}
