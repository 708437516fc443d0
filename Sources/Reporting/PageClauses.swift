import Certification

/// The part of the page that goes through the standard: every clause with what is linked to it.
struct PageClauses {
    let page: PageIndex
    /// So many files are named beside an item; the rest stands with the item.
    private static let filesBesideItem = 4
    /// A clause with more items than this lists them by name only; the rest stands with the items. Otherwise the page of
    /// thousands of items would take seconds to open.
    private static let itemsInTable = 100
    /// So many are listed. A clause with more says where the rest is: nobody reads such a list to its end.
    private static let itemsInList = 2_000
    /// So many items are named in a line.
    private static let itemsInLine = 12

    /// The jump list: requirement clauses that need work carry their status as a word.
    var jumps: HTML {
        HTML(
            page.index.clauses.map { clause -> HTML in
                let title = PageTitle(clause)
                let words: HTML = title.isOurs ? "<i>\(title.text)</i>" : "\(title.text)"
                let open: HTML? = clause.status.flatMap {
                    $0.isOpen ? " \(PageChip(word: $0.rawValue).html)" : nil
                }
                return """
                    <li class="level\(clause.level)"><a href="#\(PageLink.anchor(clause: clause.number))">\
                    <b>\(clause.number)</b> \(words)\(open)</a></li>

                    """
            })
    }

    /// A clause as a section of its own.
    func section(_ clause: BundleIndex.ClauseEntry) -> HTML {
        let status: HTML? = clause.status.map { " \(PageChip(word: $0.rawValue).html)" }
        let level = min(clause.level + 2, 6)
        let note: HTML? =
            clause.note.isEmpty
            ? nil : "<p class=\"our-words\"><span>In our words:</span> \(clause.note)</p>\n"
        return """
            <section class="clause\(clause.status == nil ? " heading" : "")" id="\(PageLink.anchor(clause: clause.number))"\(flags(clause))>
            <h\(level)><span class="number">\(clause.number)</span> \(PageTitle(clause).html)\(status)</h\(level)>
            \(note)\(page.reasons(clause.reasons))
            \(demands(clause))\(links(clause))\(inheritedLinks(clause))</section>

            """
    }

    /// What the filters of the workbench ask for.
    private func flags(_ clause: BundleIndex.ClauseEntry) -> HTML? {
        guard let status = clause.status, status.isOpen else { return nil }
        return status == .stale ? " data-flags=\"open stale\"" : " data-flags=\"open\""
    }

    private func demands(_ clause: BundleIndex.ClauseEntry) -> HTML? {
        guard !clause.demands.isEmpty else { return nil }
        let entries = clause.demands.map { entry -> HTML in
            guard !entry.providedBy.isEmpty else {
                return
                    "<li>\(Self.duty(entry.demand)): <strong class=\"unanswered\">nothing answers it</strong></li>\n"
            }
            return "<li>\(Self.duty(entry.demand)): \(mentions(entry.providedBy))</li>\n"
        }
        return "<ul class=\"demands\">\n\(entries)</ul>\n"
    }

    /// The first of the items; all of them stand where they are linked.
    private func mentions(_ items: [String]) -> HTML {
        let first = items.prefix(Self.itemsInLine).map {
            "<span>\(page.mention(evidence: $0))</span> " as HTML
        }
        let rest = items.count - Self.itemsInLine
        return rest > 0 ? "\(first)and \(rest) more" : HTML(first)
    }

    /// A demand in plain words.
    static func duty(_ demand: DocumentedInformation) -> String {
        switch demand {
        case .maintain: "Document to keep current"
        case .retain: "Record to retain"
        }
    }

    /// For each heading above with links of its own: the heading and its items.
    private func inheritedLinks(_ clause: BundleIndex.ClauseEntry) -> [HTML] {
        guard clause.status != nil else { return [] }
        let linkedHere = Set(clause.links.map(\.evidence))
        return page.headings(above: clause).compactMap { heading in
            let items = heading.links.map(\.evidence).filter { !linkedHere.contains($0) }
            guard !items.isEmpty else { return nil }
            return """
                <p class="inherited">Also counts, linked to the heading \(page.mention(clause: heading.number)): \(mentions(items))</p>

                """
        }
    }

    private func links(_ clause: BundleIndex.ClauseEntry) -> HTML? {
        guard !clause.links.isEmpty else { return nil }
        if clause.links.count > Self.itemsInTable { return list(clause) }
        return """
            <table class="links">
            <caption>Evidence for \(clause.number)</caption>
            <thead><tr><th scope="col">Evidence</th><th scope="col">Standing</th><th scope="col">Files</th>\
            <th scope="col">Where, note</th></tr></thead>
            <tbody>
            \(clause.links.map(link))</tbody>
            </table>

            """
    }

    private func list(_ clause: BundleIndex.ClauseEntry) -> HTML {
        let rest = clause.links.count - Self.itemsInList
        let more: HTML? =
            rest > 0
            ? "<li>and \(rest) more; <a href=\"#by-evidence\">by evidence</a>, each names its clauses</li>\n"
            : nil
        return """
            <ul class="many" aria-label="Evidence for \(clause.number)">
            \(clause.links.prefix(Self.itemsInList).lazy.map(entry))\(more)</ul>

            """
    }

    /// The item in one line, with its standing where that is not current.
    private func entry(_ link: BundleIndex.LinkEntry) -> HTML {
        let item = page.item(link.evidence)
        let standing: HTML? = item.flatMap { item in
            item.standing == .current ? nil : " \(PageChip(word: item.standing.rawValue).html)"
        }
        let named: HTML? = item.map { " \(isolated: $0.title)" }
        let told: [HTML] = [link.locator, link.note].compactMap(\.self).map {
            " <bdi class=\"quiet\">\($0)</bdi>"
        }
        return "<li>\(page.mention(evidence: link.evidence))\(named)\(standing)\(told)</li>\n"
    }

    private func link(_ link: BundleIndex.LinkEntry) -> HTML {
        let item = page.item(link.evidence)
        let named: HTML? = item.map { "\(isolated: $0.title) <small>\($0.kind.rawValue)</small>" }
        let standing: HTML? = item.map { PageChip(word: $0.standing.rawValue).html }
        let locator: HTML? = link.locator.map { "\(isolated: $0)" }
        let note: HTML? = link.note.map { " <bdi class=\"quiet\">\($0)</bdi>" }
        return """
            <tr><th scope="row">\(page.mention(evidence: link.evidence)) \(named)</th><td>\(standing)</td>\
            <td>\(item.map(files))</td><td>\(locator)\(note)</td></tr>

            """
    }

    /// The newest first; where there is none, why.
    private func files(_ item: BundleIndex.EvidenceEntry) -> HTML {
        let limit = page.index.classificationUpTo
        let present = item.files.reversed().filter { $0.path != nil }
        if present.isEmpty {
            guard let newest = item.files.last else { return "<em>no file yet</em>" }
            let absence = PageFile(file: newest, item: item, limit: limit).absence
            return "\(absence.map { "<em>\($0)</em>" as HTML })"
        }
        let named = present.prefix(Self.filesBesideItem).map { file -> HTML in
            "\(PageFile(file: file, item: item, limit: limit).mention)<br>"
        }
        let rest = present.count - Self.filesBesideItem
        let more: HTML? =
            rest > 0 ? "<a href=\"#\(PageLink.anchor(evidence: item.id))\">and \(rest) more</a>" : nil
        return "\(named)\(more)"
    }
}
