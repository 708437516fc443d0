import Certification
import Store

extension Session {
    /// The statement of applicability, also as it was on a past day; judged at that day unless another is said.
    func applicability(of standard: String?, asOf past: Day? = nil, on day: Day? = nil) throws
        -> StatementOfApplicability
    {
        let register = try register(asOf: past)
        let day = try day ?? past ?? today(register)
        do {
            return try register.read { try $0.applicability(of: standard, on: day) }
        } catch {
            guard let past, isAboutStandards(error) else { throw error }
            throw Failure(
                .notFound, "the register held no controls of \(standard ?? "any standard") on \(past)",
                hint: "dossier log")
        }
    }

    /// Whether it is the standard that was not there.
    private func isAboutStandards(_ error: any Error) -> Bool {
        switch error {
        case ControlRefusal.noControls, ClauseFinder.Failure.unknownStandard,
            ClauseFinder.Failure.noStandards:
            true
        default: false
        }
    }
}

extension RegisterView {
    fileprivate func applicability(of standard: String?, on day: Day) throws -> StatementOfApplicability {
        let catalogue = try ControlFinder(catalogues()).catalogue(standard)
        return StatementOfApplicability(
            organization: try organization(), catalogue: catalogue,
            report: try gap(of: catalogue, on: day),
            statements: try controls(of: catalogue.standard.id), version: try journalHead())
    }
}
