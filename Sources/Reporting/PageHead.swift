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
            "standard": index.standard.id,
            "standardTitle": index.standard.title,
            "amendments": index.standard.amendments.forTemplate,
            "day": index.day.description,
            "since": (index.since?.day.description).forTemplate,
            "sequence": index.journal.sequence,
            "journalTime": index.journal.time.description,
            "journalShort": index.journal.hash.short,
            "journalWhole": index.journal.hash.hex,
            "upTo": (index.classificationUpTo?.rawValue).forTemplate,
            "only": only.forTemplate,
            "audit": index.audit.map(Self.audit).forTemplate,
            "onlyNumbers": index.onlyClauses.map { $0.joined(separator: ", ") }.forTemplate,
        ]
    }

    /// `surveillance SV1-2027 on 2027-03-14, records since ...; 3 items left out`
    private static func audit(_ audit: BundleIndex.AuditEntry) -> String {
        let left = counted(audit.leftOut.count, "item")
        return "\(audit.kind.words) \(audit.id) on \(audit.days), \(audit.window); \(left) left out"
    }

    /// `only clauses 8.6, 8.7`; nil for the whole standard.
    private var only: String? {
        index.onlyClauses.map { numbers in
            "only clause\(numbers.count == 1 ? "" : "s") \(numbers.joined(separator: ", "))"
        }
    }

    private var counts: TemplateValues {
        let present = present
        return [
            "requirements": index.clauses.count { $0.status != nil },
            "statuses": statuses.map(status),
            "items": Self.counted(index.evidence.count, "item"),
            "files": Self.counted(present.files, "file"),
            "absent": index.evidence.tally.absent,
            "size": FileSize.text(present.octets),
        ]
    }

    /// The files in the bundle and their octets. Items may share a file.
    private var present: (files: Int, octets: Int) {
        var contents: [(fingerprint: Fingerprint, size: Int)] = []
        contents.reserveCapacity(index.evidence.count)
        for item in index.evidence {
            for file in item.files where file.path != nil { contents.append((file.fingerprint, file.size)) }
        }
        contents.sort { $0.fingerprint < $1.fingerprint }
        let once = contents.indices.filter {
            $0 == 0 || contents[$0].fingerprint != contents[$0 - 1].fingerprint
        }
        return (once.count, once.reduce(0) { $0 + contents[$1].size })
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// The four that every reader looks for, and of the others those that occur.
    private var statuses: [ClauseStatus] {
        let usual: [ClauseStatus] = [.covered, .stale, .requested, .missing]
        return ClauseStatus.allCases.filter { status in
            usual.contains(status) || index.clauses.contains { $0.status == status }
        }
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
        case .credited: "backed by evidence for a clause that asks for the same"
        case .partial: "something current, but not all that is demanded"
        case .suspect: "files, but changed since somebody looked"
        case .stale: "files, but none holds on the day"
        case .requested: "asked for, nothing there yet"
        case .missing: "nothing linked"
        case .excluded: "left out by the statement of applicability"
        case .notApplicable: "does not concern the organization"
        }
    }
}
