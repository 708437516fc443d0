import ArgumentParser
import Bundling
import Reporting

/// `dossier inspect BUNDLE`
struct InspectCommand: Command {
    static let configuration = CommandConfiguration(
        "inspect", "List what a bundle says it holds, without unpacking or checking it.",
        detail: "Nothing that is shown has been checked; `dossier verify` does that. Needs no register.",
        examples: ["dossier inspect bundle.zip", "dossier inspect bundle.zip --format json"],
        statuses: [.unusableData, .cannotCreate, .notFound, .inputOutput, .notPermitted])

    @Argument(help: "The archive, or the folder with bagit.txt in it.")
    var bundle: String

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let console = session.console
        let inspection = try BundleInspection.inspect(
            path: session.absolute(bundle),
            key: passphrase.key(to: bundle, in: session, folder: session.temporaryFolder))
        switch format.format {
        case .json: try console.json(inspection)
        case .csv: try console.csv(["path", "size"], inspection.entries.map { [$0.path, "\($0.size)"] })
        case .table: try show(inspection, console)
        }
        return .done
    }

    private func show(_ inspection: BundleInspection, _ console: Console) throws {
        try console.say(
            "\(inspection.name ?? bundle)  \(counted(inspection.files, "file")), \(FileSize.text(inspection.octets))"
        )
        if let id = inspection.bundleID { try id.show(console) }
        try console.say(
            "signature  \(inspection.hasSignature ? "there is one; dossier verify says what it is worth" : "none")"
        )
        if inspection.hasTimestamp { try console.say("time stamp there is one") }
        var info = TextTable(columns: [.init("label"), .init("value")], titled: false, indent: 2)
        info.rows = inspection.info.map { [$0.label, $0.value] }
        try console.table(info)
        var table = TextTable(columns: [.init("size", .right), .init("path")], titled: false, indent: 2)
        table.rows = inspection.entries.map { [FileSize.text($0.size), $0.path] }
        try console.table(table)
        console.tell("Nothing was checked. Next: dossier verify \(bundle)")
    }
}
