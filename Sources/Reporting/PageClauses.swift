import Certification

/// The part of the page that goes through the standard: every clause with what is linked to it.
struct PageClauses {
    let page: PageIndex
    /// So many files are named beside an item; the rest stands with the item.
    static let filesBesideItem = 4

    var values: [TemplateValues] { page.index.clauses.map(entry) }

    /// The jump list: requirement clauses that need work carry their status as a word.
    var jumps: [TemplateValues] {
        page.index.clauses.map { clause in
            let open = clause.status.flatMap { $0.isOpen ? $0.rawValue : nil }
            return PageIndex.title(of: clause).merging(
                [
                    "anchor": PageLink.anchor(clause: clause.number), "number": clause.number,
                    "level": clause.level, "open": open.forTemplate,
                ], uniquingKeysWith: { mine, _ in mine })
        }
    }

    private func entry(_ clause: BundleIndex.ClauseEntry) -> TemplateValues {
        let inherited = inheritedLinks(clause)
        return PageIndex.title(of: clause).merging(
            [
                "anchor": PageLink.anchor(clause: clause.number),
                "number": clause.number,
                "heading": min(clause.level + 2, 6),
                "status": (clause.status?.rawValue).forTemplate,
                "reasons": page.reasons(clause.reasons),
                "demands": clause.demands.map(demand),
                "demanded": !clause.demands.isEmpty,
                "clauseNote": (clause.note.isEmpty ? nil : clause.note).forTemplate,
                "links": clause.links.map(link),
                "hasLinks": !clause.links.isEmpty,
                "inherited": inherited,
                "hasInherited": !inherited.isEmpty,
            ], uniquingKeysWith: { mine, _ in mine })
    }

    private func demand(_ entry: BundleIndex.DemandEntry) -> TemplateValues {
        [
            "duty": Self.duty(entry.demand),
            "answered": !entry.providedBy.isEmpty,
            "answers": entry.providedBy.map(page.mention(evidence:)),
        ]
    }

    /// A demand in plain words.
    static func duty(_ demand: DocumentedInformation) -> String {
        switch demand {
        case .maintain: "Document to keep current"
        case .retain: "Record to retain"
        }
    }

    /// For each heading above with links of its own: the heading and its items.
    private func inheritedLinks(_ clause: BundleIndex.ClauseEntry) -> [TemplateValues] {
        guard clause.status != nil else { return [] }
        let linkedHere = Set(clause.links.map(\.evidence))
        return page.headings(above: clause).compactMap { heading in
            let items = heading.links.map(\.evidence).filter { !linkedHere.contains($0) }
            guard !items.isEmpty else { return nil }
            return [
                "from": [page.mention(clause: heading.number)], "items": items.map(page.mention(evidence:)),
            ]
        }
    }

    private func link(_ link: BundleIndex.LinkEntry) -> TemplateValues {
        let item = page.item(link.evidence)
        let files = item.map(presentFiles) ?? []
        return page.mention(evidence: link.evidence).merging(
            [
                "itemTitle": (item?.title).forTemplate,
                "kind": (item?.kind.rawValue).forTemplate,
                "standing": (item?.standing.rawValue).forTemplate,
                "locator": link.locator.forTemplate,
                "linkNote": link.note.forTemplate,
                "files": files.prefix(Self.filesBesideItem).map(\.mention),
                "more": (files.count > Self.filesBesideItem ? files.count - Self.filesBesideItem : nil)
                    .forTemplate,
                "noFile": item.map { absence(of: $0, present: files) }.forTemplate,
            ], uniquingKeysWith: { mine, _ in mine })
    }

    /// The newest first.
    private func presentFiles(_ item: BundleIndex.EvidenceEntry) -> [PageFile] {
        item.files.reversed().filter { $0.path != nil }
            .map { PageFile(file: $0, item: item, limit: page.index.classificationUpTo) }
    }

    private func absence(of item: BundleIndex.EvidenceEntry, present: [PageFile]) -> Any {
        guard present.isEmpty else { return false }
        guard let newest = item.files.last else { return "no file yet" }
        return PageFile(file: newest, item: item, limit: page.index.classificationUpTo).absence.forTemplate
    }
}
