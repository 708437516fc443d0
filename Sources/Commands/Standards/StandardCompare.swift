import ArgumentParser
import Certification

/// `dossier standard compare A B [C ...]`
struct StandardCompare: Command {
    static let configuration = CommandConfiguration(
        "compare", "Set standards side by side, to choose one or to add one to another.",
        detail: """
            Says what each standard is about and for whom it is, how much it asks for, and how many of its requirement
            clauses each other one has as well: shared (the same duty), partly shared, or its own. Where nothing relates
            two standards directly, they are compared by way of a third. How close two clauses are is our own
            judgement. Headings never count, and no register is needed.
            """,
        examples: [
            "dossier standard compare 20000-1 27001", "dossier standard compare 9001 14001 45001 --clauses",
            "dossier standard compare 20000-1 9001 --format json",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .notPermitted])

    @Argument(help: "Two standards or more; any unique abbreviations.")
    var standards: [String]

    @Flag(help: "List which clauses are shared, partly shared or a standard's own, and why.")
    var clauses = false

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard standards.count > 1 else { throw ValidationError("name two standards or more to compare") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let finder = ClauseFinder(try session.reachableCatalogues().all)
        let catalogues = try standards.map { try finder.catalogue($0) }
        try refuseTwice(catalogues)
        let comparison = StandardComparison(of: catalogues, map: try StandardLibrary.map())
        let names = Dictionary(
            finder.catalogues.map { ($0.standard.id, $0.standard.designation) },
            uniquingKeysWith: { first, _ in first })
        try session.console.render(
            ComparisonPage(comparison, names: names, listsClauses: clauses), as: format.format)
        return .done
    }

    private func refuseTwice(_ catalogues: [Catalogue]) throws {
        var seen: Set<String> = []
        for standard in catalogues.map(\.standard) where !seen.insert(standard.id).inserted {
            throw Failure(
                .usage, "\(standard.designation) is named twice", hint: "dossier standard list")
        }
    }
}
