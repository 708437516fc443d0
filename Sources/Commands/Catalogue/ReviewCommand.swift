import ArgumentParser
import Certification
import Store

/// `dossier review ID [CLAUSE...]`
struct ReviewCommand: Command {
    static let configuration = CommandConfiguration(
        "review", "Say that an item still is evidence for its clauses.",
        detail: """
            A link is suspect when the item got a new file, or the clause changed in the catalogue, since somebody
            looked. A review by a named person clears it; without CLAUSE, all links of the item are reviewed.
            Suspect links stand in `dossier gap` and `dossier check`. --withdraw makes a link suspect again.
            """,
        examples: [
            "dossier review INC-PRO-001 --by \"A. Berg\"",
            "dossier review INC-PRO-001 8.6.1 --by \"A. Berg\" --note \"now section 5\"",
            "dossier review INC-PRO-001 8.6.1 --withdraw \"annex B is missing\"",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The item.")
    var id: String

    @Argument(help: "The clauses; all that it is linked to when left out.")
    var clauses: [String] = []

    @Option(help: ArgumentHelp("Who looked.", valueName: "name"))
    var by: String?

    @Option(help: "A remark that takes the place of the link's own.")
    var note: String?

    @Option(help: ArgumentHelp("Make the links suspect again, for this reason.", valueName: "reason"))
    var withdraw: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (by == nil) != (withdraw == nil) else {
            throw ValidationError("say either --by NAME or --withdraw REASON")
        }
        try refuseEmpty(by, "--by")
        try refuseEmpty(withdraw, "--withdraw")
        if note != nil, by == nil { throw ValidationError("--note goes with --by") }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let today = try session.today(register)
        let (record, links) = try session.write(register) { transaction in
            let record = try transaction.view.evidence(id)
            let catalogues = try transaction.view.catalogues()
            let links = try record.links(to: clauses, in: catalogues)
            for link in links {
                try transaction.record(change(link, of: record, in: catalogues, on: today))
            }
            return (record, links)
        }
        let numbers = links.map(\.clause.number).joined(separator: ", ")
        session.console.tell(
            by.map { "\(record.evidence.id) was reviewed for \(numbers) by \($0.trimmed)." }
                ?? "\(record.evidence.id) is suspect for \(numbers) until somebody reviews it.")
        return .done
    }

    private func change(_ link: Link, of record: EvidenceRecord, in catalogues: [Catalogue], on today: Day)
        throws
        -> Change
    {
        let id = record.evidence.id
        if let withdraw {
            return .reviewWithdrawn(evidence: id, clause: link.clause, reason: withdraw.trimmed)
        }
        return .linkReviewed(
            evidence: id,
            try record.review(of: link, in: catalogues, by: by?.trimmed ?? "", on: today, note: note?.trimmed)
        )
    }
}

extension EvidenceRecord {
    /// The links to clauses that texts name, or all of them where none does.
    fileprivate func links(to texts: [String], in catalogues: [Catalogue]) throws -> [Link] {
        guard !links.isEmpty else {
            throw Failure(
                .notFound, "\(evidence.id) is linked to no clause", hint: "dossier link \(evidence.id) CLAUSE"
            )
        }
        if texts.isEmpty { return links }
        return try texts.map { text in
            let reference = try ClauseFinder(catalogues).clause(text).reference
            guard let link = links.first(where: { $0.clause == reference }) else {
                throw Failure(
                    .notFound, "\(evidence.id) is not linked to \(reference.number)",
                    hint: "it is linked to \(links.map(\.clause.number).joined(separator: ", "))")
            }
            return link
        }
    }

    /// A review of a link as the item and the catalogues stand.
    func review(of link: Link, in catalogues: [Catalogue], by name: String, on day: Day, note: String?) throws
        -> LinkReview
    {
        guard let latest = revisions.last else {
            throw Failure(
                .unusableData, "\(evidence.id) has no file that could be reviewed",
                hint: "dossier revise \(evidence.id) FILE")
        }
        let catalogue = catalogues.first { $0.standard.id == link.clause.standard }
        return LinkReview(
            clause: link.clause, fingerprint: latest.fingerprint,
            edition: catalogue?.edition(ofClause: link.clause.number) ?? link.edition ?? "", by: name,
            on: day,
            note: note)
    }
}

/// Refuses a text that was given but says nothing.
func refuseEmpty(_ text: String?, _ option: String) throws {
    if text?.trimmed.isEmpty == true { throw ValidationError("\(option) must not be empty") }
}
