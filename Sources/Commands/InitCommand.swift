import ArgumentParser
import Certification
import Foundation
import Store

/// `dossier init [FOLDER]`
struct InitCommand: Command {
    static let configuration = CommandConfiguration(
        "init", "Make a register.",
        detail:
            "The register lives in the folder .dossier of FOLDER and is found from every folder below it.",
        examples: [
            "dossier init --organization \"Northwind Hosting Ltd\" --standard 20000-1",
            "dossier init acme-ims --organization Acme --standard 9001 --standard 14001",
        ],
        statuses: [.unusableData, .notFound, .cannotCreate, .inputOutput])

    @Argument(help: "Where to make it; this folder when left out.")
    var folder: String?

    @Option(help: ArgumentHelp("The organization whose systems it keeps.", valueName: "name"))
    var organization: String

    @Option(
        name: .customLong("standard"),
        help: ArgumentHelp("A standard to hold; may be repeated.", valueName: "id"))
    var standards: [String] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if organization.trimmed.isEmpty { throw ValidationError("--organization must not be empty") }
    }

    func run(in session: Session) throws -> ExitStatus {
        var catalogues: [Catalogue] = []
        for catalogue in try standards.map(StandardLibrary.catalogue(named:))
        where !catalogues.contains(catalogue) {
            catalogues.append(catalogue)
        }
        let location = RegisterLocation(folder: session.absolute(folder ?? "."))
        try create(location, catalogues, session)
        report(catalogues, session)
        return .done
    }

    private func create(_ location: RegisterLocation, _ catalogues: [Catalogue], _ session: Session) throws {
        do {
            try Register.create(
                at: location, configuration: RegisterConfiguration.initialText, actor: session.actor,
                time: session.now(),
                changes: [.registerCreated(organization: organization.trimmed)]
                    + catalogues.map { .standardAdded($0) })
        } catch let error as CocoaError {
            throw Failure(.cannotCreate, "cannot make \(location.directory): \(Self.reason(error))")
        }
    }

    private static func reason(_ error: CocoaError) -> String {
        switch error.code {
        case .fileWriteNoPermission: "permission denied"
        case .fileWriteOutOfSpace: "no space left on device"
        case .fileWriteVolumeReadOnly: "read-only file system"
        case .fileWriteFileExists: "a file is in the way"
        default: error.localizedDescription
        }
    }

    private func report(_ catalogues: [Catalogue], _ session: Session) {
        let shown = (folder ?? ".").joined(".dossier")
        session.console.tell("Created the register \(shown) for \(organization.trimmed).")
        for catalogue in catalogues {
            session.console.tell(
                "Standard: \(catalogue.standard.designation) (\(catalogue.requirements.count) requirement clauses)."
            )
        }
        let enter = folder.flatMap { $0 == "." ? nil : "cd \($0), then " } ?? ""
        session.console.tell(
            RegisterNames(catalogues).example.map {
                "Next: \(enter)`dossier import LIST.csv --dry-run` or `dossier add FILE --clause \($0)`."
            } ?? "Next: \(enter)`dossier standard list` and `dossier standard add ID`.")
    }
}
