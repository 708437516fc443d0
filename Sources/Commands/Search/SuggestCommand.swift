import ArgumentParser
import Certification
import Store

/// `dossier suggest [ID...]`
struct SuggestCommand: Command {
    static let configuration = CommandConfiguration(
        "suggest", "Suggest the clauses that documents are evidence for.",
        detail: """
            Looks at the name, the title, the headings and the text of documents for the words of a table of subjects, and
            says which clauses they speak for, how surely, and which words did. The score is the share of such suggestions
            that were right where it was measured: of those with 0.8, eight in ten. Nothing leaves the machine, and the same
            document always gets the same answer. Nothing is written without --apply, which links what reaches --min: such
            links are suspect until a person reviews them. The tables can be extended in .dossier/subjects.tsv or with
            --profiles; dossier help formats describes them.
            """,
        examples: [
            "dossier suggest INC-PRO-001", "dossier suggest --unlinked --standard 20000-1 --top 1",
            "dossier suggest --unlinked --apply --min 0.9", "dossier suggest --file drafts/backup-policy.md",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    /// The score from which clauses are linked, unless the user says otherwise.
    static let sureEnough = 0.8

    @Argument(help: "The items.")
    var ids: [String] = []

    @Flag(help: "All items that are linked to no clause.")
    var unlinked = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Files that are not in the register.", valueName: "path"), completion: .file())
    var file: [String] = []

    @Option(help: "Clauses of this standard only.")
    var standard: String?

    @Option(help: ArgumentHelp("So many clauses of each standard.", valueName: "n"))
    var top = 3

    @Flag(help: "Link what is suggested surely enough.")
    var apply = false

    @Option(
        help: ArgumentHelp("With --apply: how sure is enough, up to 1 (default: 0.8).", valueName: "score"))
    var min: Double?

    @Option(help: ArgumentHelp("A further table of subjects.", valueName: "file"), completion: .file())
    var profiles: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard [!ids.isEmpty, unlinked, !file.isEmpty].count(where: \.self) == 1 else {
            throw ValidationError("say which documents: items, --unlinked or --file PATH")
        }
        guard (1...20).contains(top) else { throw ValidationError("--top is from 1 to 20") }
        if apply, !file.isEmpty { throw ValidationError("--apply links items; add the files first") }
        if min != nil, !apply { throw ValidationError("--min goes with --apply") }
        guard min.map({ $0 > 0 && $0 <= 1 }) ?? true else {
            throw ValidationError("--min is above 0 and at most 1")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let library = try session.suggestions(for: register, adding: profiles)
        let held = try register.read { try $0.catalogues() }
        let catalogues = try standard.map { [try ClauseFinder(held).catalogue($0)] } ?? held
        let desk = SuggestionDesk(library, catalogues, top: top, names: RegisterNames(held))
        let items =
            try file.isEmpty
            ? desk.items(records(register), session.textIndex(of: register)) : desk.files(file, in: session)
        let page = SuggestionPage(items, names: RegisterNames(held))
        try session.console.render(page, as: format.format)
        if items.isEmpty {
            session.console.tell("Every item is linked to a clause. Next: dossier gap")
        } else if apply {
            try link(page, in: register, catalogues, session)
        } else {
            tell(page, session.console)
        }
        return items.isEmpty || items.contains { !$0.suggestions.isEmpty } ? .done : .answerIsNo
    }

    private func records(_ register: Register) throws -> [EvidenceRecord] {
        try register.read { view in
            try (unlinked ? view.unlinkedItems() : ids).map { try view.evidence($0) }
        }
    }

    /// Links in one transaction what is sure enough; what a person linked already stays as it is.
    private func link(
        _ page: SuggestionPage, in register: Register, _ catalogues: [Catalogue], _ session: Session
    )
        throws
    {
        let least = min ?? Self.sureEnough
        let wanted = page.items.map { item in
            (item.id, item.suggestions.filter { !$0.isLinked && $0.score >= least })
        }
        let links = wanted.reduce(0) { $0 + $1.1.count }
        if links > 0 {
            try session.write(register) { transaction in
                for (id, suggestions) in wanted {
                    for suggestion in suggestions {
                        let catalogue = catalogues.first { $0.standard.id == suggestion.clause.standard }
                        let edition = catalogue?.edition(ofClause: suggestion.clause.number)
                        try transaction.record(
                            .linked(
                                Link(
                                    evidence: id, clause: suggestion.clause, edition: edition,
                                    isSuggested: true)))
                    }
                }
            }
        }
        tell(linked: wanted.filter { !$0.1.isEmpty }.map(\.0), links, page, least, session.console)
    }

    private func tell(
        linked: [String], _ links: Int, _ page: SuggestionPage, _ least: Double, _ console: Console
    ) {
        let left = page.items.count { item in
            !linked.contains(item.id) && !item.suggestions.contains(where: \.isLinked)
        }
        console.tell(
            "\(counted(links, "link")) made for \(counted(linked.count, "item")), suggested, to review; "
                + "\(counted(left, "item")) left below \(SuggestionPage.text(least)).")
        if let first = linked.first {
            console.tell("They are suspect until somebody looks: dossier review \(first) --by NAME")
        }
    }

    private func tell(_ page: SuggestionPage, _ console: Console) {
        guard file.isEmpty, page.items.contains(where: { !$0.suggestions.isEmpty }) else { return }
        let what = unlinked ? "--unlinked" : ids.joined(separator: " ")
        console.tell("Nothing was written. Next: dossier suggest \(what) --apply, or dossier link ID CLAUSE")
    }
}
