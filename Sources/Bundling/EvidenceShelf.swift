import Certification

/// Puts the files of evidence on their places, one item after the other.
struct EvidenceShelf {
    let request: BundleRequest
    private(set) var entries = BundleIndex.EvidenceEntries()
    /// By the number of the clause.
    private(set) var links: [String: [BundleIndex.LinkEntry]] = [:]
    private(set) var files = StoredFiles()
    private var namer = PayloadNamer()
    /// The places of the files by their content.
    private var places: [Fingerprint: Int] = [:]
    /// The first finding for which an item shows what was done, by the item's identifier in capital letters.
    private let findings: [String: String]

    init(_ request: BundleRequest) {
        self.request = request
        let proof = (request.findings ?? []).flatMap { finding in
            finding.evidence.map { ($0.uppercased(), finding.id) }
        }
        findings = Dictionary(proof, uniquingKeysWith: { first, _ in first })
    }

    /// Nothing is put where none of the item's links is asked for and no finding names it.
    mutating func put(_ record: EvidenceRecord) {
        guard let entry = entry(record) else { return }
        for link in entry.links { links[link.clause, default: []].append(link) }
        entries.append(entry)
    }

    private mutating func entry(_ record: EvidenceRecord) -> BundleIndex.EvidenceEntry? {
        let links = record.links.filter {
            $0.clause.standard == request.catalogue.standard.id && request.includes($0.clause.number)
        }
        guard let folder = folder(of: record, links) else { return nil }
        let day = request.report.day
        let judgement = record.judged(on: day)
        let disclosure = Disclosure(record.evidence, upTo: request.classificationUpTo)
        return BundleIndex.EvidenceEntry(
            evidence: disclosure.evidence, standing: judgement.standing,
            reasons: judgement.reasons.map { .init(evidence: record.evidence.id, reason: $0) },
            reviewDue: record.reviewDue(on: day),
            links: links.map { disclosure.link($0) },
            files: record.revisions.map { file($0, of: record, in: folder, disclosure) })
    }

    /// Named after the first of its clauses that are asked for, else after the finding that it answers.
    private func folder(of record: EvidenceRecord, _ links: [Link]) -> String? {
        if let clause = links.first?.clause.number {
            return "\(clause) \(request.catalogue.clause(clause)?.title ?? "")"
        }
        return findings[record.evidence.id.uppercased()].map { "Finding \($0)" }
    }

    private mutating func file(
        _ revision: Revision, of record: EvidenceRecord, in folder: String, _ disclosure: Disclosure
    ) -> BundleIndex.FileEntry {
        let day = request.report.day
        let absence = absence(of: revision, record, on: day) ?? (disclosure.isWithheld ? .withheld : nil)
        let path = absence == nil ? place(of: revision, record.evidence, in: folder) : nil
        return BundleIndex.FileEntry(revision: disclosure.revision(revision), path: path, absence: absence)
    }

    /// Why a revision has no place whoever may see it; nil where it has.
    private func absence(of revision: Revision, _ record: EvidenceRecord, on day: Day) -> BundleIndex.Absence?
    {
        guard record.currentRevisions(on: day).contains(revision) else {
            return revision.dates.isInForce(on: day) ? .superseded : .notInForce
        }
        let isOld = request.beforeWindow[record.evidence.id]?.contains(revision.number) ?? false
        return isOld ? .beforeWindow : nil
    }

    /// A content that stands on its place already is not put in a second time.
    private mutating func place(of revision: Revision, _ evidence: Evidence, in folder: String) -> String {
        if let place = places[revision.fingerprint] { return files[place].path }
        let path = namer.name(
            folder: folder,
            stem: "\(evidence.id) \(evidence.title)",
            suffix: revision.period?.description ?? revision.label.map { "v\($0)" },
            originalName: revision.originalName)
        places[revision.fingerprint] = files.count
        files.append(path: path, fingerprint: revision.fingerprint, size: revision.size)
        return path
    }
}
