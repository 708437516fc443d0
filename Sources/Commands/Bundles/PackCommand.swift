import ArgumentParser
import Bundling
import Certification
import Reporting
import Store

/// `dossier pack`
struct PackCommand: Command {
    static let configuration = CommandConfiguration(
        "pack", "Pack an evidence bundle.",
        detail: """
            A bundle is a BagIt bag in a ZIP that anybody can open, read in a browser and check without dossier.
            It holds each current file once, and lists what is missing, stale, superseded or withheld with the
            reason. The same state of the register gives the same bytes. Items that nobody classified count as
            internal; the titles of withheld items are told, except those of restricted ones.
            """,
        examples: [
            "dossier pack", "dossier pack --on 2027-03-14 --classification-up-to internal -o sv1.zip",
            "dossier pack --clause 8.6 --clause 8.7 --dry-run",
        ],
        statuses: [.unusableData, .notFound, .cannotCreate, .inputOutput, .temporary, .notPermitted])

    @Option(help: ArgumentHelp("The standard; needed when the register holds several.", valueName: "id"))
    var standard: String?

    @Option(
        name: .customLong("clause"),
        help: ArgumentHelp("Only this clause and what is below it; may be repeated.", valueName: "clause"))
    var clauses: [String] = []

    @Option(help: ArgumentHelp("The day to judge at; today when left out.", valueName: "day"))
    var on: Day?

    @Option(help: ArgumentHelp("Withhold what is classified above this level.", valueName: "level"))
    var classificationUpTo: Classification?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The archive to write; its name is also that of the folder inside.", valueName: "file.zip"))
    var output: String?

    @Flag(help: "Replace the archive if it exists.")
    var overwrite = false

    @Flag(help: "Say what would go in and write nothing.")
    var dryRun = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let output, !output.lowercased().hasSuffix(".zip") || output.lastComponent.count < 5 {
            throw ValidationError("the archive's name must end in .zip")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let day = try on ?? session.today(register)
        let (assembly, unlinked) = try register.read { view in
            (BundleAssembly(try request(view, day)), try view.unlinkedItems())
        }
        let name =
            output.map { String($0.lastComponent.dropLast(4)) } ?? BundleName.standard(for: assembly.index)
        let summary = PackSummary(assembly, unlinked: unlinked)
        guard !dryRun else {
            try session.console.say("\(name).zip would hold \(summary.contents)")
            for line in summary.remarks { try session.console.say(line) }
            session.console.tell("Nothing was written.")
            return .done
        }
        let path = session.absolute(output ?? "\(name).zip")
        let bundle = try pack(assembly, name: name, to: path, register.vault, session)
        try session.console.say(
            "\(output ?? "\(name).zip")  \(summary.contents), \(FileSize.text(bundle.archiveOctets)) packed")
        try session.console.say(
            "  bundle id  \(BundleName.spoken(bundle.bundleID))  (say this to the auditor)")
        try session.console.say("             \(bundle.bundleID)")
        for line in summary.remarks { try session.console.say(line) }
        session.console.tell("Next: dossier verify \(output ?? "\(name).zip")")
        return .done
    }

    private func request(_ view: RegisterView, _ day: Day) throws -> BundleRequest {
        let catalogue = try view.catalogue(standard)
        let finder = ClauseFinder(try view.catalogues())
        let numbers = try clauses.map { try finder.clause($0, of: catalogue).clause.number }
        var records: [EvidenceRecord] = []
        try view.forEachEvidence { record in
            guard record.retired == nil,
                record.links.contains(where: { $0.clause.standard == catalogue.standard.id })
            else { return }
            records.append(record)
        }
        return BundleRequest(
            organization: try view.organization(), catalogue: catalogue,
            report: try view.gap(of: catalogue, on: day),
            journal: try view.journalHead(), records: records, classificationUpTo: classificationUpTo,
            onlyClauses: numbers.isEmpty ? nil : numbers)
    }

    private func pack(
        _ assembly: BundleAssembly, name: String, to path: String, _ vault: Vault, _ session: Session
    ) throws -> PackedBundle {
        let contents = try BundleDocuments.contents(of: assembly, name: name, vault: vault)
        let total = assembly.files.reduce(0) { $0 + $1.size }
        let progress = ProgressLine("packing", total: total, console: session.console)
        defer { progress.finish() }
        return try BagPacker(overwrite: overwrite, random: session.random())
            .pack(contents, to: path, progress: { progress.advance($0) })
    }
}
