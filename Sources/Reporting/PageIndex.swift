import Certification

/// A bundle's index with its clauses and items at hand by name, so that the page can point from one to the other.
struct PageIndex {
    let index: BundleIndex
    /// What the files of the bundle begin with.
    let excerpts: DocumentExcerpts
    private let clauses: [String: Int]
    private let evidence: [String: Int]
    private let changes: [String: BundleIndex.ItemChangeEntry]

    init(_ index: BundleIndex, excerpts: DocumentExcerpts = DocumentExcerpts()) {
        self.index = index
        self.excerpts = excerpts
        clauses = Dictionary(
            index.clauses.indices.map { (index.clauses[$0].number, $0) }, uniquingKeysWith: { one, _ in one })
        evidence = Dictionary(
            index.evidence.indices.lazy.map { (index.evidence.id(at: $0), $0) },
            uniquingKeysWith: { one, _ in one })
        changes = Dictionary(
            (index.since?.items ?? []).map { ($0.evidence, $0) }, uniquingKeysWith: { one, _ in one })
    }

    func item(_ id: String) -> BundleIndex.EvidenceEntry? { evidence[id].map { index.evidence[$0] } }

    /// What became of an item since the earlier bundle; nil where it is as it was, or nobody asked.
    func change(of id: String) -> BundleIndex.ItemChangeEntry? { changes[id] }

    /// The headings above a clause, the nearest first: what is linked there stands for the clause too.
    func headings(above clause: BundleIndex.ClauseEntry) -> [BundleIndex.ClauseEntry] {
        var headings: [BundleIndex.ClauseEntry] = []
        var next = clause.parent.flatMap { clauses[$0] }
        // A damaged index may name a clause as its own parent.
        while let parent = next.map({ index.clauses[$0] }), headings.count < 20 {
            if parent.status == nil { headings.append(parent) }
            next = parent.parent.flatMap { clauses[$0] }
        }
        return headings
    }

    /// A mention of an item: a link when the page shows the item.
    func mention(evidence id: String) -> HTML {
        evidence[id] == nil ? "\(id)" : "<a href=\"#\(PageLink.anchor(evidence: id))\">\(id)</a>"
    }

    /// A mention of a clause: a link when the page shows the clause.
    func mention(clause number: String) -> HTML {
        clauses[number] == nil ? "\(number)" : "<a href=\"#\(PageLink.anchor(clause: number))\">\(number)</a>"
    }

    /// Reasons as sentences, each with the item it speaks of unless that is clear from where it stands.
    func reasons(_ reasons: [BundleIndex.ReasonEntry], within id: String? = nil) -> HTML? {
        guard !reasons.isEmpty else { return nil }
        let sentences = reasons.map { reason -> HTML in
            guard let subject = reason.evidence, subject != id else { return "<li>\(reason.text)</li>" }
            return "<li>\(mention(evidence: subject)): \(reason.text)</li>"
        }
        return "<ul class=\"reasons\">\(sentences)</ul>"
    }
}

/// The title of a clause as it may be shown: the standard's own, or our label for a paragraph without one.
struct PageTitle {
    let text: String
    let isOurs: Bool
    private let isUnconfirmed: Bool

    init(_ clause: BundleIndex.ClauseEntry) {
        isOurs = clause.title.hasPrefix("[") && clause.title.hasSuffix("]")
        text = isOurs ? String(clause.title.dropFirst().dropLast()) : clause.title
        isUnconfirmed = clause.titleUnconfirmed && !isOurs
    }

    var html: HTML {
        let title: HTML = isOurs ? "<i>\(text)</i> <small>(our label)</small>" : "\(text)"
        return isUnconfirmed ? "\(title) <small class=\"unconfirmed\">(title not confirmed)</small>" : title
    }
}

/// A status or a standing as a word on a coloured ground.
struct PageChip {
    let word: String

    var html: HTML { "<span class=\"chip \(word)\">\(word)</span>" }
}
