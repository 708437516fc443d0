import Certification
import Reporting

/// A starting document as it was filled in for a clause.
struct Draft {
    let template: DocumentTemplate
    let facts: DraftText.Facts
    let text: String
    /// An item waits for this document already.
    private let isExpected: Bool

    init(
        _ template: DocumentTemplate, for match: ClauseFinder.Match?, id: String?, owner: String?,
        in surroundings: DraftSurroundings
    ) throws {
        let standards = surroundings.standards(for: match, template)
        let clauses = Self.clauses(of: template, for: match, in: standards.map(\.id))
        let served = Set(clauses.map(\.standard))
        self.template = template
        facts = DraftText.Facts(
            id: try id ?? surroundings.freeIdentifier(from: template.id), owner: owner ?? template.owner,
            organization: surroundings.organization,
            standards: standards.filter { served.isEmpty || served.contains($0.id) }.map(\.designation),
            clauses: clauses.map(surroundings.written), today: surroundings.today)
        text = try DraftText.text(template, facts)
        isExpected = try id.map { try surroundings.holds($0) } ?? false
    }

    /// What the document is for: the skeleton's own clauses and, where it was made for others, the one asked for.
    private static func clauses(
        of template: DocumentTemplate, for match: ClauseFinder.Match?, in standards: [String]
    ) -> [ClauseReference] {
        let own = template.clauses(in: standards)
        guard let match else { return own }
        let fits = DocumentTemplates([template]).choice(for: match.reference).best.isEmpty == false
        return fits ? own : [match.reference] + own
    }

    /// What to type when the document is finished.
    func next(file: String?) -> String {
        let command = isExpected ? "dossier revise \(facts.id)" : "dossier add"
        let places = DocumentHeader.places(in: text)
        return "Next: fill in \(counted(places, "place")), then `\(command) \(file ?? "FILE")`."
    }
}
