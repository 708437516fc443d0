import Certification

/// The part of the page that goes through the evidence: every item with its clauses and files.
struct PageEvidence {
    let page: PageIndex

    /// An item as an article of its own.
    func article(_ item: BundleIndex.EvidenceEntry) -> HTML {
        let changed: HTML? = page.change(of: item.id).map { " \(PageChip(word: $0.change.rawValue).html)" }
        let note: HTML? = item.note.map { "<p class=\"note\"><bdi>\($0)</bdi></p>\n" }
        return """
            <article id="\(PageLink.anchor(evidence: item.id))"\(flags(item))>
            <h3><span class="number">\(item.id)</span> <bdi>\(item.title)</bdi> \(PageChip(word: item.standing.rawValue).html)\(changed)</h3>
            <p class="quiet">\(facts(item))</p>
            \(page.reasons(item.reasons, within: item.id))\(PageChanges(page: page).details(of: item.id))
            \(note)<p class="clauses">\(clauses(item))</p>
            \(files(item))\(excerpts(item))
            </article>

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

    /// What the files begin with, to be opened; a file that several items share is shown with the first.
    private func excerpts(_ item: BundleIndex.EvidenceEntry) -> [HTML] {
        item.files.compactMap { file in
            guard let path = file.path, let href = PageLink.href(toBundlePath: path),
                let excerpt = page.excerpts.excerpt(of: path, for: item.id)
            else { return nil }
            let name = PageLink.segments(of: path).last ?? path
            return """

                <details class="excerpt" data-file="\(href)"><summary>\(excerpt.isWhole ? "All" : "The beginning") of <bdi>\(name)</bdi></summary>
                <pre tabindex="0">
                \(excerpt.text)</pre></details>
                """
        }
    }

    private func facts(_ item: BundleIndex.EvidenceEntry) -> HTML {
        let owner: HTML? = item.owner.map { " · owner <bdi>\($0)</bdi>" }
        let level: HTML? = item.classification.map { " · \($0.rawValue)" }
        let review: HTML? = item.reviewDue.map { " · review due \($0.description)" }
        let expiry: HTML? = item.expires.map { " · expires \($0.description)" }
        return "\(item.kind.rawValue)\(owner)\(level)\(review)\(expiry)"
    }

    private func clauses(_ item: BundleIndex.EvidenceEntry) -> HTML {
        guard !item.links.isEmpty else { return "Linked to no clause of this standard." }
        return "Clauses: \(item.links.map(clause))"
    }

    private func clause(_ link: BundleIndex.LinkEntry) -> HTML {
        let locator: HTML? = link.locator.map { " <bdi>\($0)</bdi>" }
        let note: HTML? = link.note.map { " <bdi class=\"quiet\">(\($0))</bdi>" }
        return "<span>\(page.mention(clause: link.clause))\(locator)\(note)</span> "
    }

    private func files(_ item: BundleIndex.EvidenceEntry) -> HTML {
        guard !item.files.isEmpty else { return "<p><em>No file yet.</em></p>" }
        let rows = item.files.map { PageFile(file: $0, item: item, limit: page.index.classificationUpTo).row }
        return """
            <table class="files">
            <caption>Files of \(item.id)</caption>
            <thead><tr><th scope="col">File</th><th scope="col">Revision</th><th scope="col">Time</th>\
            <th scope="col">Received</th><th scope="col">Size</th><th scope="col">SHA-256</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            """
    }
}
