import ArgumentParser
import Certification
import Foundation
import Store

/// `dossier standard add FILE|ID`
struct StandardAdd: Command {
    static let configuration = CommandConfiguration(
        "add", "Take a standard's catalogue into the register.",
        detail: """
            The argument is the name of a shipped standard, or a file in the form that
            `dossier help formats` describes. A file is checked whole: every problem is listed with its line,
            and nothing is written. An edition that the register holds already is replaced.
            """,
        examples: ["dossier standard add 27001", "dossier standard add ./our-customer-standard.tsv"],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "A shipped standard, or a catalogue file.")
    var source: String

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let catalogue = try load(session)
        guard try !register.read({ try $0.catalogues() }).contains(catalogue) else {
            session.console.tell(
                "\(catalogue.standard.designation) is in the register already; nothing was changed.")
            return .done
        }
        try session.write(register) { transaction in
            try refuseLosingLinks(catalogue, transaction.view)
            try transaction.record(.standardAdded(catalogue))
        }
        session.console.tell(
            "Added \(catalogue.standard.designation) (\(counted(catalogue.requirements.count, "requirement clause")))."
        )
        try tellSuspect(catalogue, register, session)
        session.console.tell("Next: dossier gap \(catalogue.standard.id)")
        return .done
    }

    /// Links to clauses that ask for something else than before wait for a review.
    private func tellSuspect(_ catalogue: Catalogue, _ register: Register, _ session: Session) throws {
        let suspect = try register.read { try $0.changedLinks(to: catalogue.standard.id) }
        guard !suspect.isEmpty else { return }
        let shown = suspect.prefix(5).joined(separator: ", ") + (suspect.count > 5 ? ", ..." : "")
        session.console.tell(
            "\(counted(suspect.count, "link")) to be reviewed, because the clause changed: \(shown).")
    }

    private func load(_ session: Session) throws -> Catalogue {
        let path = session.absolute(source)
        guard FileManager.default.fileExists(atPath: path) else {
            return try StandardLibrary.catalogue(named: source)
        }
        let text = try SmallFile.text(path)
        do {
            return try CatalogueFile.parse(text)
        } catch {
            throw session.console.refusal(of: source, error.problems, "nothing was added")
        }
    }

    private func refuseLosingLinks(_ catalogue: Catalogue, _ view: RegisterView) throws {
        let numbers = Set(catalogue.clauses.map(\.number))
        let lost = try view.linkedClauses(of: catalogue.standard.id).filter { !numbers.contains($0) }
        guard lost.isEmpty else {
            throw Failure(
                .unusableData,
                "\(source) lacks clauses to which evidence or decisions are tied: \(lost.joined(separator: ", "))",
                hint: "dossier list --clause \(catalogue.standard.id):\(lost[0])")
        }
    }
}
