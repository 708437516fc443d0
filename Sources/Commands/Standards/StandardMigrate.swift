import ArgumentParser
import Certification
import Store

/// `dossier standard migrate OLD NEW --map FILE`
struct StandardMigrate: Command {
    static let configuration = CommandConfiguration(
        "migrate", "List the work of moving evidence to a new edition of a standard.",
        detail: """
            Reads which clauses of the new edition take the place of which of the old one, from a table that you
            write (`dossier help formats`), and lists for every link to the old edition what is to be done and the
            command to type; then the clauses of the new edition to which nothing carries over. Nothing is written:
            somebody must look at each file with the new clause beside it. Both editions must be in the register.
            """,
        examples: [
            "dossier standard migrate 14001-2015 14001-2026 --map editions.tsv",
            "dossier standard migrate 14001-2015 14001-2026 --map m.tsv --format csv",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The edition that is left; any unique abbreviation.")
    var old: String

    @Argument(help: "The edition that is to be reached.")
    var new: String

    @Option(help: ArgumentHelp("The table that relates the clauses of the two editions.", valueName: "file"))
    var map: String

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let page = try register.read { view in
            let finder = ClauseFinder(try view.catalogues())
            let (old, new) = (try catalogue(old, in: finder), try catalogue(new, in: finder))
            try refuseSame(old, new)
            return MigrationPage(try work(by: editionMap(old, new, session), view))
        }
        try session.console.render(page, as: format.format)
        return .done
    }

    private func catalogue(_ name: String, in finder: ClauseFinder) throws -> Catalogue {
        do {
            return try finder.catalogue(name)
        } catch {
            guard case ClauseFinder.Failure.unknownStandard = error else { throw error }
            throw Failure(
                .unusableData, "the register does not hold \(name)", hint: "dossier standard add \(name)")
        }
    }

    private func refuseSame(_ old: Catalogue, _ new: Catalogue) throws {
        guard old.standard.id != new.standard.id else {
            throw Failure(
                .usage, "\(old.standard.designation) is named twice; name the old edition, then the new one",
                hint: "dossier standard list")
        }
    }

    private func editionMap(_ old: Catalogue, _ new: Catalogue, _ session: Session) throws -> EditionMap {
        let text = try SmallFile.text(session.absolute(map))
        do {
            return try EditionMap(parsing: text, from: old, to: new)
        } catch {
            throw session.console.refusal(of: map, error.problems, "nothing was listed")
        }
    }

    private func work(by map: EditionMap, _ view: RegisterView) throws -> EditionMigration {
        var migration = EditionMigration(by: map)
        let clauses = map.old.clauses.map {
            ClauseReference(standard: map.old.standard.id, number: $0.number)
        }
        try view.forEachEvidence(EvidenceFilter(clauses: clauses)) { migration.add($0) }
        return migration
    }
}
