import Certification
import Store

/// What a bundle tells of the certification cycle: the certificate, and the findings of its body with what was done.
///
/// It depends on the day and on the register, and not on what was packed before: the same facts give the same bundle.
struct BundleCycle {
    let certificate: BundleIndex.CertificateEntry?
    /// Open ones first, then the graver; nil where the reader may not be told.
    let findings: [BundleIndex.FindingEntry]?
    /// The identifiers of the items that show what was done, in capital letters.
    let proof: Set<String>
    /// The live items that show what was done.
    private let records: [EvidenceRecord]

    /// For an audit: what is open, or was closed since its window or the cycle began.
    init(_ choice: AuditChoice, _ command: PackScope, _ view: RegisterView) throws {
        try self.init(
            choice.selection.catalogue, for: choice.selection.audit, since: choice.selection.window.since,
            command, view, on: choice.selection.day)
    }

    /// For a standard, or some clauses of it: what is open, or was closed since the cycle began.
    init(
        _ catalogue: Catalogue, for audit: Audit? = nil, since: Day? = nil, only numbers: [String] = [],
        _ command: PackScope, _ view: RegisterView, on day: Day
    ) throws {
        let cycle = try Self.cycle(of: catalogue.standard.id, audit, view, on: day)
        certificate = cycle.map(BundleIndex.CertificateEntry.init)
        // Findings count as internal, like documents that nobody classified.
        guard command.classificationUpTo.map({ $0 >= .internal }) ?? true else {
            (findings, records, proof) = (nil, [], [])
            return
        }
        let told = try Self.told(of: catalogue.standard.id, cycle, since, view, on: day).filter {
            Self.lies($0.finding, in: numbers)
        }
        let records = try told.flatMap(\.finding.proof).compactMap { try view.evidenceIfAny($0) }
            .filter { $0.retired == nil }
        let proof = Set(records.map { $0.evidence.id.uppercased() })
        findings = told.map { .init($0) { proof.contains($0.uppercased()) } }
        self.proof = proof
        self.records = records
    }

    /// The certificate of the audit, or of the standard: a valid one before others.
    private static func cycle(of standard: String, _ audit: Audit?, _ view: RegisterView, on day: Day) throws
        -> CycleJudgement?
    {
        let all = try view.judgements(on: day).filter { judgement in
            let certificate = judgement.facts.certificate
            return certificate.standard == standard
                && audit.map { $0.certificates.contains(certificate.id) } ?? true
        }
        return all.first { $0.state.isValid } ?? all.first { !$0.state.isOver }
    }

    private static func told(
        of standard: String, _ cycle: CycleJudgement?, _ since: Day?, _ view: RegisterView, on day: Day
    ) throws -> [FindingJudgement] {
        guard try !view.findings().isEmpty else { return [] }
        let certificate = cycle?.facts.certificate
        let ids = Set([certificate?.id, certificate?.continues].compactMap(\.self))
        let closedSince = [since, cycle?.life.cycle?.decision].compactMap(\.self).min()
        return try view.findingJudgements(on: day)
            .filter { $0.finding.isTold(of: standard, under: ids, closedSince: closedSince) }
            .enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
    }

    private static func lies(_ finding: Finding, in numbers: [String]) -> Bool {
        guard !numbers.isEmpty else { return true }
        guard let clause = finding.facts.clause?.number else { return false }
        return numbers.contains { clause == $0 || clause.hasPrefix($0 + ".") }
    }

    /// Whether an item shows what was done.
    func isProof(_ record: EvidenceRecord) -> Bool {
        !proof.isEmpty && proof.contains(record.evidence.id.uppercased())
    }

    /// These items and those that show what was done, each once, ordered by identifier.
    func joining(_ others: [EvidenceRecord]) -> [EvidenceRecord] {
        var seen = Set(others.map { $0.evidence.id.uppercased() })
        let more = records.filter { seen.insert($0.evidence.id.uppercased()).inserted }
        return more.isEmpty
            ? others : (others + more).sorted { $0.evidence.id.lowercased() < $1.evidence.id.lowercased() }
    }
}

extension FindingJudgement {
    /// Open ones first, then the graver.
    fileprivate var place: Int {
        let grade = FindingGrade.allCases.firstIndex(of: finding.grade) ?? 0
        return (finding.isOpen ? 0 : FindingGrade.allCases.count) + grade
    }
}
