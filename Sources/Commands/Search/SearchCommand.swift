import ArgumentParser
import Certification
import Store

/// `dossier search QUERY`
struct SearchCommand: Command {
    static let configuration = CommandConfiguration(
        "search", "Find documents by what is written in them.",
        detail: """
            Words beside each other must all occur. "words in quotation marks" stand together, incid* is a beginning,
            AND, OR and NOT are written in capitals, NEAR or NEAR/5 asks for words close to each other, parentheses
            group. Titles and names of files are searched as well. What is new is read first; the index lies in
            .dossier/text.sqlite and may be deleted at any time.
            """,
        examples: [
            "dossier search 'incident NEAR escalation'", "dossier search 'backup* NOT tape' --clause 8.7",
            "dossier search '\"major incident\" OR outage' --kind procedure --format json",
        ],
        statuses: [.answerIsNo, .unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "What to look for; in quotation marks of the shell.")
    var query: [String]

    @Option(
        help: ArgumentHelp(
            "Linked to this clause, to one below it, or to a heading above it.", valueName: "clause"))
    var clause: String?

    @Option(help: "Of this kind.")
    var kind: EvidenceKind?

    @Option(help: ArgumentHelp("Show so many documents.", valueName: "n"))
    var limit = 20

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let text = query.joined(separator: " ")
        let question = try SearchRefusal.question(text)
        let register = try session.register()
        let index = try session.textIndex(of: register)
        let page = try register.read { view in
            let catalogues = try view.catalogues()
            let family = try clause.map { try ClauseFinder(catalogues).family(of: $0) }
            return try SearchPage(
                question, in: index, of: view, EvidenceFilter(clauses: family, kind: kind),
                names: RegisterNames(catalogues), limit: limit)
        }
        try session.console.render(page, as: format.format)
        if format.format == .table { try tell(page, index, session.console) }
        return page.hits.isEmpty ? .answerIsNo : .done
    }

    private func tell(_ page: SearchPage, _ index: TextIndex, _ console: Console) throws {
        if page.hits.isEmpty {
            let filters = clause != nil || kind != nil
            console.tell(
                "Nothing found. Try fewer words, a beginning such as incid*, or OR between words"
                    + (filters ? ", or leave --clause and --kind out." : "."))
        }
        let silent = try index.silentContents()
        if !silent.isEmpty {
            let count = silent.values.reduce(0, +)
            let why = silent.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3)
                .map { "\($0.key): \($0.value)" }.joined(separator: "; ")
            console.tell("\(counted(count, "file")) can be found by name only (\(why)).")
        }
    }
}

extension ClauseFinder {
    /// A clause, everything below it, and the headings above it, whose links stand for it.
    func family(of text: String) throws -> [ClauseReference] {
        let match = try clause(text)
        let below = match.catalogue.subtree(of: match.clause.number).dropFirst().map {
            ClauseReference(standard: match.catalogue.standard.id, number: $0.number)
        }
        return match.answering + below
    }
}
