import Certification
import Store

/// What becomes of the findings in a file, worked out from a register that packed the bundle.
struct ReturnedPlan {
    let returned: ReturnedFindings
    /// The bundle of which they speak.
    let packing: BundlePacking
    let audit: Audit
    /// Who raised them.
    let by: String
    /// The findings and, where asked for, the questions, each with what becomes of it.
    let items: [(finding: ReturnedFinding, verdict: FindingIntake.Verdict)]
    /// Whether questions are opened too.
    let takesQuestions: Bool
    let isDryRun: Bool

    init(_ returned: ReturnedFindings, _ command: FindingImport, _ view: RegisterView, _ today: Day) throws {
        self.returned = returned
        packing = try Self.packing(of: returned, command.file, view)
        let catalogue = try view.catalogue(packing.standard)
        audit = try Self.audit(command, packing, view)
        by = try Self.author(command, returned)
        (takesQuestions, isDryRun) = (command.questions, command.dryRun)
        let intake = FindingIntake(
            returned, catalogue: catalogue, audit: audit, by: by, on: command.on ?? today,
            earlier: try view.findings())
        let findings = returned.findings + (command.questions ? returned.questions : [])
        let verdicts = try intake.verdicts(on: findings) { try view.evidenceIfAny($0)?.evidence.id }
        items = Array(zip(findings, verdicts)).map { (finding: $0, verdict: $1) }
        if let refusal = Self.refusal(of: audit, by, command.on ?? today) { throw Failure(refusal) }
    }

    /// Whether one of them cannot be opened, and so none is.
    var isRejected: Bool {
        items.contains { if case .rejected = $0.verdict { true } else { false } }
    }

    /// Raises them; the answer is the identifiers by position.
    func open(in transaction: inout RegisterTransaction) throws -> [Int: String] {
        guard !isRejected else { return [:] }
        var opened: [Int: String] = [:]
        for (position, item) in items.enumerated() {
            guard case .opens(let draft) = item.verdict else { continue }
            let id = try transaction.view.freeIdentifier(nil, prefix: draft.grade.prefix, in: .finding)
            try transaction.record(.cycle(.findingRaised(draft.called(id))))
            opened[position] = id
        }
        return opened
    }

    /// The bundle by what was told in it and, where he had it, by its identifier; the latest where it was packed several
    /// times.
    private static func packing(of returned: ReturnedFindings, _ file: String, _ view: RegisterView) throws
        -> BundlePacking
    {
        let packed = try view.packedBundles().map(\.packing).filter { $0.index == returned.index }
        let found = packed.first { packing in returned.id.map { packing.id.hex.hasPrefix($0) } ?? true }
        if found == nil, let id = returned.id, let other = packed.first {
            throw Failure(
                .unusableData,
                "\(file) names the bundle id \(id.prefix(16)), and what it speaks of is in bundle \(other.id.hex.prefix(16))",
                hint: "ask the auditor for the bundle id, or leave it out")
        }
        guard let found else {
            throw Failure(
                .unusableData,
                "\(file) speaks of a bundle that this register did not pack (index \(returned.index.short))",
                hint: "dossier bundle list")
        }
        if let entry = returned.journal, try view.journalEntry(entry.sequence)?.hash != entry.hash {
            throw Failure(
                .unusableData,
                "\(file) names entry \(entry.sequence) of a journal that is not the one of this register",
                hint: "dossier log --verify --against BUNDLE")
        }
        return found
    }

    private static func audit(_ command: FindingImport, _ packing: BundlePacking, _ view: RegisterView) throws
        -> Audit
    {
        guard let id = command.audit ?? packing.audit else {
            throw Failure(
                .usage,
                "\(packing.fileName) was packed for no audit; name the one that found this with --audit",
                hint: "dossier audit list")
        }
        let audit = try view.audit(id)
        guard audit.standards.isEmpty || audit.looks(at: packing.standard) else {
            throw Failure(
                .unusableData, "\(audit.id) does not look at \(packing.standard), of which the bundle tells",
                hint: "dossier audit show \(audit.id)")
        }
        return audit
    }

    private static func author(_ command: FindingImport, _ returned: ReturnedFindings) throws -> String {
        if let name = command.by?.trimmed ?? returned.auditor { return name }
        throw Failure(.usage, "\(command.file) does not say who raised the findings", hint: "--by NAME")
    }

    /// What keeps the audit from finding anything at all.
    private static func refusal(of audit: Audit, _ by: String, _ on: Day) -> FindingRefusal? {
        audit.refusal(
            of: FindingFacts(
                id: "", grade: .observation, audit: audit.id, clause: nil, statement: "", by: by, on: on))
    }
}
