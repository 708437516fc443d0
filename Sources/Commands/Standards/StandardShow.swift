import ArgumentParser
import Certification

/// `dossier standard show ID [CLAUSE]`
struct StandardShow: Command {
    static let configuration = CommandConfiguration(
        "show", "Show a standard's clauses, or one clause with what is asked for there.",
        examples: [
            "dossier standard show 20000-1", "dossier standard show 20000-1 8.6",
            "dossier standard show 27001 A.5.24 --format json",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .notPermitted])

    @Argument(help: "The standard; any unique abbreviation, such as 20000-1.")
    var standard: String

    @Argument(help: "A clause: it and everything below it.")
    var clause: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let all = try session.reachableCatalogues().all
        let catalogue = try ClauseFinder(all).catalogue(standard)
        guard let clause else { return try show(catalogue, catalogue.clauses, session) }
        let match = try ClauseFinder(all).clause(clause, of: catalogue)
        if let remark = match.remark { session.console.warn(remark) }
        let clauses = catalogue.subtree(of: match.clause.number)
        if clauses.count > 1 || format.format != .table { return try show(catalogue, clauses, session) }
        return try showOne(match, all, session)
    }

    private func show(_ catalogue: Catalogue, _ clauses: [Clause], _ session: Session) throws -> ExitStatus {
        let console = session.console
        switch format.format {
        case .json: try console.json(Catalogue(standard: catalogue.standard, clauses: clauses))
        case .csv:
            try console.csv(
                ["number", "title", "title_confirmed", "requirement", "demands", "note", "typical_kinds"],
                clauses.map { clause in
                    [
                        clause.number, clause.title, clause.isTitleUnconfirmed ? "no" : "yes",
                        clause.isRequirement ? "yes" : "no", clause.demandText, clause.note,
                        clause.typicalText,
                    ]
                })
        case .table: try showTree(catalogue, clauses, console)
        }
        return .done
    }

    private func showTree(_ catalogue: Catalogue, _ clauses: [Clause], _ console: Console) throws {
        let standard = catalogue.standard
        try console.say("\(standard.designation)  \(standard.title)")
        try console.say("edition \(standard.edition), \(standard.published); \(standard.status)")
        if let amendments = standard.amendments { try console.say(amendments) }
        if let successor = standard.successor { try console.say("successor: \(successor)") }
        try console.say()
        var table = TextTable(columns: [
            .init("clause"), .init("title", shrinks: true), .init("documented"), .init("typical evidence"),
        ])
        table.rows = clauses.map { clause in
            [
                clause.number, String(repeating: "  ", count: clause.level - 1) + clause.markedTitle,
                clause.demandText, clause.typicalText,
            ]
        }
        try console.table(table)
        let unconfirmed = clauses.count { $0.isTitleUnconfirmed }
        let requirements = clauses.count { $0.isRequirement }
        try console.say()
        try console.say("\(clauses.count) clauses, \(requirements) of them with requirements.")
        if unconfirmed > 0 {
            try console.say(
                "? \(unconfirmed) titles are not confirmed: check them against a purchased copy. [Brackets]: the label is ours."
            )
        }
    }

    private func showOne(_ match: ClauseFinder.Match, _ all: [Catalogue], _ session: Session) throws
        -> ExitStatus
    {
        let (console, clause) = (session.console, match.clause)
        try console.say("\(match.catalogue.standard.designation)  \(clause.number)  \(clause.title)")
        if clause.isTitleUnconfirmed {
            try console.say("  title       not confirmed: check it against a purchased copy")
        }
        try console.say(
            "  counts      \(clause.isRequirement ? "carries requirements of its own" : "a heading")")
        try console.say(
            "  documented  \(clause.demandText.isEmpty ? "no explicit demand" : clause.demandText)")
        if !clause.note.isEmpty { try console.say("  note        \(clause.note)") }
        if !clause.typicalKinds.isEmpty { try console.say("  typical     \(clause.typicalText)") }
        try showRelated(match, all, console)
        return .done
    }

    private func showRelated(_ match: ClauseFinder.Match, _ all: [Catalogue], _ console: Console) throws {
        let related = try StandardLibrary.map().related(to: match.reference)
        guard !related.isEmpty else { return }
        try console.say("  related clauses of other standards (strengths are our own judgement):")
        var table = TextTable(
            columns: [.init("strength"), .init("clause"), .init("title", shrinks: true), .init("why")],
            titled: false, indent: 4)
        table.rows = related.map { other, relation in
            let catalogue = all.first { $0.standard.id == other.standard }
            let name = catalogue?.standard.designation ?? other.standard
            return [
                relation.strength.rawValue, "\(name) \(other.number)",
                catalogue?.clause(other.number)?.title ?? "", relation.why,
            ]
        }
        try console.table(table)
    }
}

extension Clause {
    /// `maintain, retain`; empty without a demand.
    var demandText: String { demands.map(\.rawValue).joined(separator: ", ") }

    var typicalText: String { typicalKinds.map(\.rawValue).joined(separator: ", ") }

    /// The title, with a question mark where it is not confirmed.
    var markedTitle: String { isTitleUnconfirmed ? "\(title) ?" : title }
}
