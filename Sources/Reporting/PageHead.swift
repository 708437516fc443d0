import Certification

/// The head of the page: whose evidence for what, judged when, and how much of it.
struct PageHead {
    let index: BundleIndex

    var values: TemplateValues {
        facts.merging(counts, uniquingKeysWith: { mine, _ in mine })
    }

    private var facts: TemplateValues {
        [
            "organization": index.organization,
            "designation": index.standard.designation,
            "standardTitle": index.standard.title,
            "amendments": index.standard.amendments.forTemplate,
            "day": index.day.description,
            "sequence": index.journal.sequence,
            "journalTime": index.journal.time.description,
            "journalShort": index.journal.hash.short,
            "journalWhole": index.journal.hash.hex,
            "upTo": (index.classificationUpTo?.rawValue).forTemplate,
            "only": index.onlyClauses.map { $0.joined(separator: ", ") }.forTemplate,
        ]
    }

    private var counts: TemplateValues {
        let files = index.evidence.flatMap(\.files)
        let present = files.filter { $0.path != nil }
        return [
            "requirements": index.clauses.count { $0.status != nil },
            "statuses": ClauseStatus.allCases.map(status),
            "items": index.evidence.count,
            "files": present.count,
            "absent": files.count - present.count,
            "size": FileSize.text(present.reduce(0) { $0 + $1.size }),
        ]
    }

    private func status(_ status: ClauseStatus) -> TemplateValues {
        [
            "status": status.rawValue, "number": index.clauses.count { $0.status == status },
            "meaning": Self.meaning(of: status),
        ]
    }

    private static func meaning(of status: ClauseStatus) -> String {
        switch status {
        case .covered: "at least one current item"
        case .stale: "files, but none holds on the day"
        case .requested: "asked for, nothing there yet"
        case .missing: "nothing linked"
        }
    }
}
