import Certification

/// What changed since an earlier bundle.
struct PageChanges {
    let page: PageIndex

    /// Nothing where nobody asked.
    var html: HTML {
        guard let since = page.index.since else { return .nothing }
        let nothing: HTML? =
            since.items.isEmpty && since.clauses.isEmpty ? "<p class=\"good\">Nothing changed.</p>\n" : nil
        return """
            <section id="changes" class="overview" aria-labelledby="changes-title">
            <h2 id="changes-title">What changed since \(since.day.description)</h2>
            <p>Compared with the bundle <code title="\(since.bundle.hex)">\(since.bundle.short)</code>, journal entry \
            \(since.journal.sequence). What is not named is as it was.</p>
            \(nothing)\(items(since))\(clauses(since))</section>

            """
    }

    /// What became of an item, as sentences beside it.
    func details(of id: String) -> HTML? {
        guard let since = page.index.since, let change = page.change(of: id), !change.details.isEmpty else {
            return nil
        }
        return """
            <ul class="reasons since">\(change.details.map { "<li>Since \(since.day.description): \($0)</li>" as HTML })</ul>
            """
    }

    private func items(_ since: BundleIndex.SinceEntry) -> HTML? {
        guard !since.items.isEmpty else { return nil }
        let rows = since.items.map { change -> HTML in
            let title: HTML? = page.item(change.evidence).map { " \(isolated: $0.title)" }
            return """
                <tr><th scope="row">\(page.mention(evidence: change.evidence))\(title)</th>\
                <td>\(PageChip(word: change.change.rawValue).html)</td>\
                <td>\(change.details.map { "<div>\($0)</div>" as HTML })</td></tr>

                """
        }
        return """
            <table class="changed-items">
            <caption>Evidence (\(rows.count))</caption>
            <thead><tr><th scope="col">Evidence</th><th scope="col">Change</th><th scope="col">What</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>

            """
    }

    private func clauses(_ since: BundleIndex.SinceEntry) -> HTML? {
        guard !since.clauses.isEmpty else { return nil }
        let rows = since.clauses.map { change -> HTML in
            let before: HTML = change.before.map { PageChip(word: $0.rawValue).html } ?? "not in that bundle"
            return """
                <tr><th scope="row">\(page.mention(clause: change.clause))</th><td>\(before)</td>\
                <td>\(PageChip(word: change.now.rawValue).html)</td></tr>

                """
        }
        return """
            <table class="changed-clauses">
            <caption>Clauses with another status (\(rows.count))</caption>
            <thead><tr><th scope="col">Clause</th><th scope="col">Before</th><th scope="col">Now</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>

            """
    }
}
