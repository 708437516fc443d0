import Certification

/// The part of the page that goes through the evidence: every item with its clauses and files.
struct PageEvidence {
    let page: PageIndex

    var values: [TemplateValues] { page.index.evidence.map(entry) }

    private func entry(_ item: BundleIndex.EvidenceEntry) -> TemplateValues {
        [
            "anchor": PageLink.anchor(evidence: item.id),
            "id": item.id,
            "title": item.title,
            "kind": item.kind.rawValue,
            "owner": item.owner.forTemplate,
            "classification": (item.classification?.rawValue).forTemplate,
            "standing": item.standing.rawValue,
            "reasons": page.reasons(item.reasons, within: item.id),
            "reviewDue": (item.reviewDue?.description).forTemplate,
            "expires": (item.expires?.description).forTemplate,
            "itemNote": item.note.forTemplate,
            "clauses": item.links.map(clause),
            "hasClauses": !item.links.isEmpty,
            "files": files(item),
            "hasFiles": !item.files.isEmpty,
        ]
    }

    private func clause(_ link: BundleIndex.LinkEntry) -> TemplateValues {
        page.mention(clause: link.clause).merging(
            ["locator": link.locator.forTemplate, "linkNote": link.note.forTemplate],
            uniquingKeysWith: { mine, _ in mine })
    }

    private func files(_ item: BundleIndex.EvidenceEntry) -> [TemplateValues] {
        item.files.map { PageFile(file: $0, item: item, limit: page.index.classificationUpTo).row }
    }
}
