import ArgumentParser
import Certification
import Reporting

/// `dossier draft CLAUSE`
struct DraftCommand: Command {
    static let configuration = CommandConfiguration(
        "draft", "Write a starting document for what is missing at a clause.",
        detail: """
            The document is Markdown: a skeleton in our own words with places to fill in, and a header between
            --- lines that `dossier add` reads back. Works with or without a register; with one, clauses may be
            abbreviated, the organization is named, and an identifier that is taken is counted up.
            """,
        examples: [
            "dossier draft 8.6.3 -o problem-procedure.md", "dossier draft --list",
            "dossier draft 8.6.1 --template major-incident-procedure",
            "dossier draft 27001:6.1.3 --owner CISO --id RTP-2027 -o treatment.md",
        ],
        statuses: [
            .unusableData, .notFound, .cannotCreate, .inputOutput, .temporary, .notPermitted,
        ])

    @Argument(help: "The clause; may be left out with --template or --list.")
    var clause: String?

    @Option(help: ArgumentHelp("The skeleton, where several fit.", valueName: "name"))
    var template: String?

    @Flag(help: "List the skeletons, or those for CLAUSE.")
    var list = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; otherwise it goes to standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it exists.")
    var overwrite = false

    @Option(help: "The identifier of the document to be; suggested when left out.")
    var id: String?

    @Option(help: "The role or person who answers for it; a typical role when left out.")
    var owner: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if clause == nil, template == nil, !list {
            throw ValidationError("name a clause, or see dossier draft --list")
        }
        if list, template != nil || output != nil || id != nil || owner != nil || overwrite {
            throw ValidationError("--list goes with a clause and --format only")
        }
        if !list, format.format != .table { throw ValidationError("--format goes with --list") }
        if overwrite, output == nil { throw ValidationError("--overwrite goes with --output") }
        if owner?.trimmed.isEmpty == true { throw ValidationError("--owner must not be empty") }
        try EvidenceIdentifier.validate(id)
    }

    func run(in session: Session) throws -> ExitStatus {
        let surroundings = try DraftSurroundings(session)
        let match = try clause.map { try surroundings.finder.clause($0) }
        if let remark = match?.remark { session.console.warn(remark) }
        guard !list else { return try show(surroundings, match, session.console) }
        let chosen = try DraftChoice(surroundings, match, named: template).template
        let draft = try Draft(chosen, for: match, id: id, owner: owner, in: surroundings)
        try write(draft, session)
        session.console.tell(draft.next(file: output))
        return .done
    }

    private func write(_ draft: Draft, _ session: Session) throws {
        guard let output else { return try session.console.out(Array(draft.text.utf8)) }
        try OutputFile(output, in: session, overwrite: overwrite).write(Array(draft.text.utf8))
        session.console.tell("\(output)  \(draft.facts.id)  \(draft.template.title)")
    }

    private func show(
        _ surroundings: DraftSurroundings, _ match: ClauseFinder.Match?, _ console: Console
    ) throws -> ExitStatus {
        let templates = match.map { surroundings.templates.choice(for: $0.reference) }
        let list = DraftList(
            templates: templates.map { $0.exact + $0.near } ?? surroundings.templates.templates,
            standards: surroundings.shownStandards)
        try list.show(format.format, console)
        return .done
    }
}
