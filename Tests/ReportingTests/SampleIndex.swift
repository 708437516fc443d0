import Certification
import Reporting

/// A register in every state, judged against the shipped ISO/IEC 20000-1 catalogue, with texts that mean harm.
enum Sample {
    static let day = Day(ordinal: 20_779)  // 2026-11-22

    static func index() throws -> BundleIndex {
        try index(of: SampleItem.all)
    }

    /// The index of a bundle with these items, as a packer would draw it up.
    static func index(of items: [SampleItem]) throws -> BundleIndex {
        let catalogue = try CatalogueFile.parse(ShippedTemplate.text("standards/iso20000-1-2018.tsv") ?? "")
        var analysis = GapAnalysis(of: catalogue, on: day)
        for item in items {
            analysis.add(
                item.judgement(on: day), dates: item.dates,
                links: item.links.map {
                    LinkFacts(clause: $0.clause, reviewedRevision: item.dates.revisions.count)
                })
        }
        let byNumber = Dictionary(grouping: analysis.report().clauses, by: \.clause.number)
        let links = Dictionary(grouping: items.flatMap(\.links), by: \.clause)
        return BundleIndex(
            organization: "Nordlicht IT-Services GmbH & Co. <KG>", standard: catalogue.standard, day: day,
            journal: JournalHead(
                sequence: 412, time: Timestamp(seconds: 1_795_280_400), hash: hash("journal")),
            classificationUpTo: .internal, onlyClauses: nil,
            clauses: catalogue.clauses.map { entry($0, byNumber[$0.number]?.first, links[$0.number] ?? []) },
            evidence: items.map(\.entry))
    }

    private static func entry(
        _ clause: Clause, _ judgement: ClauseJudgement?, _ links: [BundleIndex.LinkEntry]
    ) -> BundleIndex.ClauseEntry {
        .init(
            clause: clause, status: judgement?.status,
            reasons: (judgement?.reasons ?? []).map { .init(evidence: $0.evidence, reason: $0.reason) },
            demands: (judgement?.demands ?? []).map { .init($0) }, links: links)
    }

    /// What changed, one of everything.
    static let since = BundleIndex.SinceEntry(
        bundle: hash("earlier"), day: Day(ordinal: 20_414), journal: .empty,
        items: [
            .init(evidence: "POL-001", change: .replaced, details: ["revision 2 replaces revision 1"]),
            .init(evidence: "=GONE-1", change: .gone, details: ["retired: merged", "unlinked from 5.2"]),
        ], clauses: [.init(clause: "5.2", before: .missing, now: .covered)],
        findings: [
            .init(
                finding: "NC-1", change: .closed, grade: .minor, clause: "8.6.1",
                details: ["closed on 2026-06-01"])
        ])

    static func hash(_ text: String) -> Fingerprint { Fingerprint(of: Array(text.utf8)) }
}

/// An evidence item with its links and revisions, as written down in a few words.
struct SampleItem {
    let evidence: Evidence
    let links: [BundleIndex.LinkEntry]
    let revisions: [Revision]

    init(
        _ id: String, _ title: String, _ kind: EvidenceKind, clauses: [String], owner: String? = nil,
        level: Classification? = .internal, everyMonths: Int? = nil, expires: String? = nil,
        locator: String? = nil, linkNote: String? = nil, note: String? = nil, files: [Revision] = []
    ) {
        evidence = Evidence(
            id: id, title: title, kind: kind, owner: owner, classification: level,
            reviewEvery: everyMonths.map { Months($0) }, expires: expires.flatMap { Day($0) }, note: note)
        links = clauses.map { .init(evidence: id, clause: $0, locator: locator, note: linkNote) }
        revisions = files
    }

    var dates: EvidenceDates { evidence.dates(of: revisions.map(\.dates)) }

    func judgement(on day: Day) -> EvidenceJudgement {
        EvidenceJudgement(id: evidence.id, kind: evidence.kind, dates: dates, on: day)
    }

    var entry: BundleIndex.EvidenceEntry {
        let judged = judgement(on: Sample.day)
        return .init(
            evidence: evidence, standing: judged.standing,
            reasons: judged.reasons.map { .init(evidence: evidence.id, reason: $0) },
            reviewDue: evidence.reviewEvery.flatMap { every in
                revisions.last.map { ($0.effective ?? $0.received).adding(every) }
            },
            links: links, files: revisions.map(file))
    }

    private func file(_ revision: Revision) -> BundleIndex.FileEntry {
        let current = dates.revisions.current(on: Sample.day).map(\.number)
        let absence: BundleIndex.Absence? =
            if (evidence.classification ?? .public) > .internal {
                .withheld
            } else if let effective = revision.effective, effective > Sample.day {
                .notInForce
            } else if !current.contains(revision.number) {
                .superseded
            } else {
                nil
            }
        let folder = links.first.map { $0.clause } ?? "unlinked"
        let path = "data/evidence/\(folder)/\(evidence.id) \(revision.originalName)"
        return .init(revision: revision, path: absence == nil ? path : nil, absence: absence)
    }
}

extension Revision {
    /// A file given by name, with everything else made up from it.
    static func file(
        _ name: String, number: Int = 1, size: Int = 184_320, label: String? = nil, effective: String? = nil,
        period: String? = nil, received: String = "2026-03-02", mediaType: String = "application/octet-stream"
    ) -> Revision {
        Revision(
            number: number, fingerprint: Sample.hash(name), size: size, mediaType: mediaType,
            originalName: name, label: label, effective: effective.flatMap { Day($0) },
            period: period.flatMap { Period($0) }, received: Day(received) ?? Sample.day)
    }
}
