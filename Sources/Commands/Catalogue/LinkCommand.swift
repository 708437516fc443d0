import ArgumentParser
import Certification
import Store

/// `dossier link ID CLAUSE...`
struct LinkCommand: Command {
    static let configuration = CommandConfiguration(
        "link", "Tie an item to clauses.",
        detail: """
            A clause is written 8.6.1 or, where the register holds several standards, 20000-1:8.6.1;
            a control of Annex A is A.5.24. A link to a heading stands for the clauses below it.
            Linking again replaces locator and note; a review and what it answers stay. --answers says which demands
            for documented information the item answers there, where that differs from its kind (dossier help kinds).
            """,
        examples: [
            "dossier link INC-PRO-001 8.6.1 --locator \"section 4\"", "dossier link INC-PRO-001 27001:A.5.24",
        ],
        statuses: [.unusableData, .notFound, .inputOutput, .temporary, .notPermitted])

    @Argument(help: "The item.")
    var id: String

    @Argument(help: "The clauses.")
    var clauses: [String]

    @Option(help: "Where in the document: \"section 4.2\".")
    var locator: String?

    @Option(help: "A remark.")
    var note: String?

    @Option(
        help: ArgumentHelp(
            "What it answers there: maintain, retain, maintain+retain or none.", valueName: "demands"),
        transform: Self.demands)
    var answers: [DocumentedInformation]?

    @OptionGroup var global: GlobalOptions

    static func demands(_ text: String) throws -> [DocumentedInformation] {
        if text == "none" { return [] }
        return try text.split(separator: "+").map { word in
            guard let demand = DocumentedInformation(rawValue: String(word)) else {
                throw ValidationError("\"\(word)\" is not maintain, retain, maintain+retain or none")
            }
            return demand
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let register = try session.register()
        let (evidence, matches, severalStandards) = try session.write(register) { transaction in
            let record = try transaction.view.evidence(id)
            let catalogues = try transaction.view.catalogues()
            let matches = try ClauseFinder(catalogues).matches(
                clauses, suggesting: "dossier link \(record.evidence.id)")
            for link in matches.map({ link(record, to: $0) }) where !record.links.contains(link) {
                try transaction.record(.linked(link))
            }
            return (record.evidence, matches, catalogues.count > 1)
        }
        for match in matches {
            let standard = severalStandards ? match.catalogue.standard.designation + " " : ""
            session.console.tell(
                "\(evidence.id) is linked to \(standard)\(match.clause.number) (\(match.clause.title)).")
        }
        session.tellLinks(matches)
        return .done
    }

    /// A new link to what the item is now, or the one that there is with other remarks.
    private func link(_ record: EvidenceRecord, to match: ClauseFinder.Match) -> Link {
        // Who links what was only suggested has decided.
        if let held = record.links.first(where: { $0.clause == match.reference }), !held.isSuggested {
            return held.saying(locator: locator, note: note, answers: answers)
        }
        return Link(
            evidence: record.evidence.id, clause: match.reference, locator: locator, note: note,
            reviewed: record.revisions.last?.fingerprint, edition: match.edition, answers: answers)
    }
}

extension ClauseFinder {
    /// The clause as it is to be typed; of the first standard where several were looked through.
    private func name(_ clause: Clause, of designation: String) -> String {
        let catalogue = catalogues.first { $0.standard.designation == designation } ?? catalogues.first
        return catalogue.map { RegisterNames(catalogues).clause($0.reference(clause)) } ?? clause.number
    }

    /// The clauses that texts name; the hint of a failure is a command that would have worked.
    func matches(_ texts: [String], suggesting command: String) throws -> [Match] {
        try texts.map { text in
            do {
                return try clause(text)
            } catch {
                guard case ClauseFinder.Failure.unknownClause(let text, let designation, let nearest) = error
                else {
                    throw error
                }
                throw Commands.Failure(
                    .unusableData, "\(text) is no clause of \(designation)",
                    hint: nearest.first.map {
                        "did you mean \($0.number) (\($0.title))?  \(command) \(name($0, of: designation))"
                    })
            }
        }
    }
}
