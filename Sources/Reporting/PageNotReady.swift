import Certification

/// What the page says first: everything that is missing, late or left out, with its reason.
struct PageNotReady {
    let page: PageIndex

    var values: TemplateValues {
        let tables: [(name: String, rows: [TemplateValues])] = [
            ("openClauses", openClauses), ("openDemands", openDemands), ("openItems", openItems),
            ("absentFiles", absentFiles),
        ]
        var values: TemplateValues = ["nothing": tables.allSatisfy { $0.rows.isEmpty }]
        for table in tables {
            values[table.name] =
                ["any": !table.rows.isEmpty, "count": table.rows.count, "rows": table.rows] as TemplateValues
        }
        return values
    }

    /// Requirement clauses that need work.
    private var openClauses: [TemplateValues] {
        page.index.clauses.compactMap { clause in
            guard let status = clause.status, status.isOpen else { return nil }
            return named(clause).merging(
                ["status": status.rawValue, "reasons": page.reasons(clause.reasons)],
                uniquingKeysWith: { mine, _ in mine })
        }
    }

    /// Demands for documented information with nothing to answer them.
    private var openDemands: [TemplateValues] {
        page.index.clauses.filter { !Self.open($0).isEmpty }.map { clause in
            named(clause).merging(
                ["duties": Self.open(clause).map { PageClauses.duty($0.demand) }, "clauseNote": clause.note],
                uniquingKeysWith: { mine, _ in mine })
        }
    }

    private static func open(_ clause: BundleIndex.ClauseEntry) -> [BundleIndex.DemandEntry] {
        clause.demands.filter(\.providedBy.isEmpty)
    }

    /// Items that do not hold on the day; those beside a current item are easily overlooked.
    private var openItems: [TemplateValues] {
        page.index.evidence.filter { $0.standing != .current }.map { item in
            page.mention(evidence: item.id).merging(
                [
                    "itemTitle": item.title, "standing": item.standing.rawValue,
                    "reasons": page.reasons(item.reasons, within: item.id),
                    "clauses": item.links.map { page.mention(clause: $0.clause) },
                ], uniquingKeysWith: { mine, _ in mine })
        }
    }

    /// Files that are not in the bundle: first what was withheld, last what a later revision replaced.
    private var absentFiles: [TemplateValues] {
        [BundleIndex.Absence.withheld, .notInForce, .beforeWindow, .superseded].flatMap { absence in
            page.index.evidence.flatMap { item in
                item.files.filter { $0.absence == absence }.map { absent($0, of: item) }
            }
        }
    }

    private func absent(_ file: BundleIndex.FileEntry, of item: BundleIndex.EvidenceEntry) -> TemplateValues {
        let shown = PageFile(file: file, item: item, limit: page.index.classificationUpTo)
        return page.mention(evidence: item.id).merging(
            ["name": file.originalName, "revision": file.revision, "absence": shown.absence.forTemplate],
            uniquingKeysWith: { mine, _ in mine })
    }

    private func named(_ clause: BundleIndex.ClauseEntry) -> TemplateValues {
        page.mention(clause: clause.number).merging(
            PageIndex.title(of: clause), uniquingKeysWith: { mine, _ in mine })
    }
}
