import Certification

/// A bundle's index with its clauses and items at hand by name, so that the page can point from one to the other.
struct PageIndex {
    let index: BundleIndex
    private let clauses: [String: BundleIndex.ClauseEntry]
    private let evidence: [String: BundleIndex.EvidenceEntry]

    init(_ index: BundleIndex) {
        self.index = index
        clauses = Dictionary(index.clauses.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        evidence = Dictionary(index.evidence.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func item(_ id: String) -> BundleIndex.EvidenceEntry? { evidence[id] }

    /// The headings above a clause, the nearest first: what is linked there stands for the clause too.
    func headings(above clause: BundleIndex.ClauseEntry) -> [BundleIndex.ClauseEntry] {
        var headings: [BundleIndex.ClauseEntry] = []
        var next = clause.parent.flatMap { clauses[$0] }
        while let parent = next, headings.count < 20 {  // a damaged index may name a clause as its own parent
            if parent.status == nil { headings.append(parent) }
            next = parent.parent.flatMap { clauses[$0] }
        }
        return headings
    }

    /// A mention of an item: a link when the page shows the item.
    func mention(evidence id: String) -> TemplateValues {
        ["linked": evidence[id] != nil, "anchor": PageLink.anchor(evidence: id), "text": id]
    }

    /// A mention of a clause: a link when the page shows the clause.
    func mention(clause number: String) -> TemplateValues {
        ["linked": clauses[number] != nil, "anchor": PageLink.anchor(clause: number), "text": number]
    }

    /// Reasons as sentences, each with the item it speaks of unless that is clear from where it stands.
    func reasons(_ reasons: [BundleIndex.ReasonEntry], within id: String? = nil) -> TemplateValues {
        let entries = reasons.map { reason -> TemplateValues in
            let subject = reason.evidence == id ? nil : reason.evidence
            return ["about": subject.map { [mention(evidence: $0)] }.forTemplate, "sentence": reason.text]
        }
        return ["any": !entries.isEmpty, "each": entries]
    }

    /// The title of a clause as it may be shown: the standard's own, or our label for a paragraph without one.
    static func title(of clause: BundleIndex.ClauseEntry) -> TemplateValues {
        let isOurs = clause.title.hasPrefix("[") && clause.title.hasSuffix("]")
        return [
            "title": isOurs ? String(clause.title.dropFirst().dropLast()) : clause.title,
            "ourLabel": isOurs,
            "unconfirmed": clause.titleUnconfirmed && !isOurs,
        ]
    }
}
