import Certification

/// What the page says first: everything that is missing, late or left out, with its reason.
struct PageNotReady {
    let page: PageIndex

    /// The tables of what is open, or a sentence when nothing is.
    var html: HTML {
        let tables = [openClauses, openDemands, openItems, absentFiles].compactMap(\.html)
        guard tables.isEmpty else { return HTML(tables) }
        return """
            <p class="good">Every clause with requirements is covered, every demand for documented information is \
            answered, every item holds on the day, and no file was left out.</p>

            """
    }

    /// A table with its number of rows in the caption; nothing without rows.
    private struct Table {
        let name: String
        let caption: String
        let columns: [String]
        let rows: [HTML]

        var html: HTML? {
            guard !rows.isEmpty else { return nil }
            let heads = columns.map { "<th scope=\"col\">\($0)</th>" as HTML }
            return """
                <table class="\(name)">
                <caption>\(caption) (\(rows.count))</caption>
                <thead><tr>\(heads)</tr></thead>
                <tbody>
                \(rows)</tbody>
                </table>

                """
        }
    }

    /// Requirement clauses that need work.
    private var openClauses: Table {
        let rows = page.index.clauses.compactMap { clause -> HTML? in
            guard let status = clause.status, status.isOpen else { return nil }
            return """
                <tr>\(head(clause))<td>\(PageChip(word: status.rawValue).html)</td><td>\(page.reasons(clause.reasons))</td></tr>

                """
        }
        return Table(
            name: "open-clauses", caption: "Clauses that are not covered",
            columns: ["Clause", "Status", "Why"], rows: rows)
    }

    /// Demands for documented information with nothing to answer them.
    private var openDemands: Table {
        let rows = page.index.clauses.compactMap { clause -> HTML? in
            let open = clause.demands.filter(\.providedBy.isEmpty)
            guard !open.isEmpty else { return nil }
            let duties = open.map { "<div>\(PageClauses.duty($0.demand))</div>" as HTML }
            return "<tr>\(head(clause))<td>\(duties)</td><td>\(clause.note)</td></tr>\n"
        }
        return Table(
            name: "open-demands", caption: "Documented information demanded, and nothing here answers it",
            columns: ["Clause", "Demand", "In our words"], rows: rows)
    }

    /// Items that do not hold on the day; those beside a current item are easily overlooked.
    private var openItems: Table {
        let rows = page.index.evidence.notCurrent.map { item -> HTML in
            let clauses = item.links.map { "<span>\(page.mention(clause: $0.clause))</span> " as HTML }
            return """
                <tr><th scope="row">\(page.mention(evidence: item.id)) \(isolated: item.title)</th>\
                <td>\(PageChip(word: item.standing.rawValue).html)</td><td>\(page.reasons(item.reasons, within: item.id))</td>\
                <td class="list">\(clauses.isEmpty ? "none" : HTML(clauses))</td></tr>

                """
        }
        return Table(
            name: "open-items", caption: "Evidence that does not hold on \(page.index.day)",
            columns: ["Evidence", "Standing", "Why", "Clauses"], rows: rows)
    }

    /// Files that are not in the bundle: first what another part holds, then what was withheld, last what a later revision replaced.
    private var absentFiles: Table {
        let order: [BundleIndex.Absence] = [.otherPart, .withheld, .notInForce, .beforeWindow, .superseded]
        let rows = order.flatMap { absence in
            page.index.evidence.withAbsentFiles.flatMap { item in
                item.files.filter { $0.absence == absence }.map { absent($0, of: item) }
            }
        }
        return Table(
            name: "absent-files", caption: "Files that are not in this bundle",
            columns: ["Evidence", "File", "Why"], rows: rows)
    }

    private func absent(_ file: BundleIndex.FileEntry, of item: BundleIndex.EvidenceEntry) -> HTML {
        let why = PageFile(file: file, item: item, limit: page.index.classificationUpTo).absence ?? ""
        return """
            <tr><th scope="row">\(page.mention(evidence: item.id))</th><td>\(isolated: file.originalName) \
            <span class="quiet">revision \(file.revision)</span></td><td>\(why)</td></tr>

            """
    }

    private func head(_ clause: BundleIndex.ClauseEntry) -> HTML {
        "<th scope=\"row\">\(page.mention(clause: clause.number)) \(PageTitle(clause).html)</th>"
    }
}
