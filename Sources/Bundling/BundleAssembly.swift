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
        let shelving = EvidenceShelving(request)
        try evidence { shelving.take($0) }
        let shelf = shelving.finish()
        files = shelf.files
        index = BundleIndex(
            organization: request.organization, standard: request.catalogue.standard, day: request.report.day,
            journal: request.journal, classificationUpTo: request.classificationUpTo,
            onlyClauses: request.onlyClauses, audit: request.audit, certificate: request.certificate,
            findings: request.findings, clauses: Self.clauses(request, shelf.links), evidence: shelf.entries)
    }

    /// The same from items that are at hand.
    public init(_ request: BundleRequest, records: [EvidenceRecord]) {
        self.init(request) { take in for record in records { take(record) } }
    }

    private static func clauses(_ request: BundleRequest, _ links: [String: [BundleIndex.LinkEntry]])
        -> [BundleIndex.ClauseEntry]
    {
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
