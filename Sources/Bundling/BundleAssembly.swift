import Certification

/// What an evidence bundle is to hold.
public struct BundleRequest: Sendable {
    /// Whose evidence it is.
    public let organization: String
    /// The standard that the evidence is shown against.
    public let catalogue: Catalogue
    /// The standard judged on the day of the bundle.
    public let report: GapReport
    /// The state of the register that the bundle tells of.
    public let journal: JournalHead
    /// Items above this level are withheld; nil lets everything in.
    public let classificationUpTo: Classification?
    /// Only these clauses and what is linked to them; nil for the whole standard.
    public let onlyClauses: [String]?
    /// The audit that it is packed for; nil for none.
    public let audit: BundleIndex.AuditEntry?
    /// The revisions in force that the window of the audit leaves out, by item.
    public let beforeWindow: [String: [Int]]
    /// The certificate that the standard is held under; nil for none.
    public let certificate: BundleIndex.CertificateEntry?
    /// The findings that the reader is told of; nil where he is told of none.
    public let findings: [BundleIndex.FindingEntry]?

    /// A request as it was put together from a register.
    public init(
        organization: String, catalogue: Catalogue, report: GapReport, journal: JournalHead,
        classificationUpTo: Classification?, onlyClauses: [String]?,
        audit: BundleIndex.AuditEntry? = nil, beforeWindow: [String: [Int]] = [:],
        certificate: BundleIndex.CertificateEntry? = nil, findings: [BundleIndex.FindingEntry]? = nil
    ) {
        self.organization = organization
        self.catalogue = catalogue
        self.report = report
        self.journal = journal
        self.classificationUpTo = classificationUpTo
        self.onlyClauses = onlyClauses
        self.audit = audit
        self.beforeWindow = beforeWindow
        self.certificate = certificate
        self.findings = findings
    }
}

/// A request worked out: every file has its path or its reason for absence.
public struct BundleAssembly: Sendable {
    /// What the bundle says about itself.
    public internal(set) var index: BundleIndex
    /// The files of the vault that go in, each content once.
    public internal(set) var files: StoredFiles

    /// The level of an item that nobody classified: documents of a management system are internal by nature.
    public static let unclassified = Classification.internal

    /// Pure: the same request and items give the same paths and the same index.
    ///
    /// `evidence` hands over, one by one and ordered by identifier, the live items that are linked to the standard or
    /// show what was done about a finding.
    public init(
        _ request: BundleRequest, evidence: (_ take: (EvidenceRecord) -> Void) throws -> Void
    ) rethrows {
        var shelf = EvidenceShelf(request)
        var entries: [BundleIndex.EvidenceEntry] = []
        try evidence { record in
            if let entry = shelf.entry(record) { entries.append(entry) }
        }
        files = shelf.files
        index = BundleIndex(
            organization: request.organization, standard: request.catalogue.standard, day: request.report.day,
            journal: request.journal, classificationUpTo: request.classificationUpTo,
            onlyClauses: request.onlyClauses, audit: request.audit, certificate: request.certificate,
            findings: request.findings, clauses: Self.clauses(request, entries), evidence: entries)
    }

    /// The same from items that are at hand.
    public init(_ request: BundleRequest, records: [EvidenceRecord]) {
        self.init(request) { take in for record in records { take(record) } }
    }

    private static func clauses(_ request: BundleRequest, _ entries: [BundleIndex.EvidenceEntry])
        -> [BundleIndex.ClauseEntry]
    {
        let links = Dictionary(grouping: entries.flatMap(\.links), by: \.clause)
        let judgements = Dictionary(
            request.report.clauses.map { ($0.clause.number, $0) }, uniquingKeysWith: { first, _ in first })
        return request.catalogue.clauses.filter(request.shows).map { clause in
            let judgement = judgements[clause.number]
            return BundleIndex.ClauseEntry(
                clause: clause, status: judgement?.status,
                reasons: judgement?.reasons.map { .init(evidence: $0.evidence, reason: $0.reason) } ?? [],
                demands: judgement?.demands.map { .init($0) } ?? [], links: links[clause.number] ?? [])
        }
    }
}

extension BundleRequest {
    /// Whether a clause is one of those asked for, below one, or a heading above one.
    func shows(_ clause: Clause) -> Bool {
        guard let onlyClauses else { return true }
        return onlyClauses.contains { $0.hasPrefix(clause.number + ".") } || includes(clause.number)
    }

    /// Whether evidence linked to this clause belongs in the bundle.
    func includes(_ number: String) -> Bool {
        guard let onlyClauses else { return true }
        return onlyClauses.contains { asked in
            if number == asked || number.hasPrefix(asked + ".") { return true }
            // A link to a heading stands for the clauses below it.
            return asked.hasPrefix(number + ".") && catalogue.clause(number)?.isRequirement == false
        }
    }
}

/// Puts the files of evidence on their places, one item after the other.
private struct EvidenceShelf {
    let request: BundleRequest
    var files = StoredFiles()
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

    /// The item's entry, or nil when none of its links is asked for and no finding names it.
    mutating func entry(_ record: EvidenceRecord) -> BundleIndex.EvidenceEntry? {
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

/// What of an item may be told to the reader of a bundle.
private struct Disclosure {
    static let hidden = "(withheld)"

    /// The item with what may be told of it.
    let evidence: Evidence
    let isWithheld: Bool
    private let hidesNames: Bool

    /// The title of a withheld item is told, unless the item is restricted: then its very name may be too much.
    init(_ evidence: Evidence, upTo level: Classification?) {
        let classification = evidence.classification ?? BundleAssembly.unclassified
        isWithheld = level.map { classification > $0 } ?? false
        hidesNames = isWithheld && classification == .restricted
        var told = evidence
        if isWithheld { told.note = nil }
        if hidesNames { told.title = Self.hidden }
        self.evidence = told
    }

    func link(_ link: Link) -> BundleIndex.LinkEntry {
        BundleIndex.LinkEntry(
            evidence: link.evidence, clause: link.clause.number, locator: isWithheld ? nil : link.locator,
            note: isWithheld ? nil : link.note)
    }

    func revision(_ revision: Revision) -> Revision {
        guard hidesNames else { return revision }
        return Revision(
            number: revision.number, fingerprint: revision.fingerprint, size: revision.size,
            mediaType: revision.mediaType, originalName: Self.hidden, label: revision.label,
            effective: revision.effective, period: revision.period, received: revision.received)
    }
}
