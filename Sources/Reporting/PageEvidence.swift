import Certification

/// The part of the page that goes through the evidence: every item with its clauses and files.
struct PageEvidence {
    let page: PageIndex

    /// An item as an article of its own. Thousands of them stand on a page, so there is nothing between its elements that
    /// a browser would have to keep.
    func article(_ item: BundleIndex.EvidenceEntry) -> HTML {
        let changed: HTML? = page.change(of: item.id).map { " \(PageChip(word: $0.change.rawValue).html)" }
        let note: HTML? = item.note.map { "<p class=\"note\">\(isolated: $0)</p>" }
        return """
            <article id="\(PageLink.anchor(evidence: item.id))"\(flags(item))>\
            <h3>\(item.id) \(isolated: item.title) \(PageChip(word: item.standing.rawValue).html)\(changed)</h3>\
            <p class="quiet">\(facts(item))</p>\
            \(page.reasons(item.reasons, within: item.id))\(PageChanges(page: page).details(of: item.id))\(note)\
            <p class="clauses">\(clauses(item))</p>\
            \(files(item))</article>

            """
    }

    /// What the filters of the workbench ask for.
    private func flags(_ item: BundleIndex.EvidenceEntry) -> HTML? {
        let flags = [
            page.change(of: item.id) == nil ? nil : "changed",
            item.standing == .stale ? "stale" : nil,
            item.files.contains { $0.absence == .withheld } ? "withheld" : nil,
        ].compactMap(\.self)
        return flags.isEmpty ? nil : " data-flags=\"\(flags.joined(separator: " "))\""
    }

    private func facts(_ item: BundleIndex.EvidenceEntry) -> HTML {
        let owner: HTML? = item.owner.map { " · owner \(isolated: $0)" }
        let level: HTML? = item.classification.map { " · \($0.rawValue)" }
        let review: HTML? = item.reviewDue.map { " · review due \($0.description)" }
        let expiry: HTML? = item.expires.map { " · expires \($0.description)" }
        return "\(item.kind.rawValue)\(owner)\(level)\(review)\(expiry)"
    }

    private func clauses(_ item: BundleIndex.EvidenceEntry) -> HTML {
        guard !item.links.isEmpty else { return "Linked to no clause of this standard." }
        let first: HTML? = item.links.first.map(clause)
        return "Clauses: \(first)\(item.links.dropFirst().map { " · \(clause($0))" as HTML })"
    }

    private func clause(_ link: BundleIndex.LinkEntry) -> HTML {
        let locator: HTML? = link.locator.map { " \(isolated: $0)" }
        let note: HTML? = link.note.map { " <bdi class=\"quiet\">(\($0))</bdi>" }
        return "\(page.mention(clause: link.clause))\(locator)\(note)"
    }

    /// The newest last; below each what it begins with, where the page has that. A file that several items share is
    /// shown with the first.
    private func files(_ item: BundleIndex.EvidenceEntry) -> HTML {
        guard !item.files.isEmpty else { return "<p><em>No file yet.</em></p>" }
        let lines = item.files.map { file -> HTML in
            let shown = PageFile(file: file, item: item, limit: page.index.classificationUpTo)
            guard shown.href != nil, let path = file.path else { return shown.line }
            return "\(shown.line)\(page.excerpts.excerpt(of: path, for: item.id).map(beginning))"
        }
        return HTML(lines)
    }

    /// The style sheet and the workbench say in words which it is.
    private func beginning(_ excerpt: DocumentExcerpt) -> HTML {
        "<pre class=\"\(excerpt.isWhole ? "whole" : "beginning")\">\n\(excerpt.text)</pre>"
    }
}
