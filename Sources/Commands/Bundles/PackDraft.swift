import Bundling
import Certification
import Store

/// What a bundle is to hold, worked out from what was asked for and from what the register holds.
struct PackDraft {
    /// For the packer.
    let assembly: BundleAssembly
    /// How the evidence for an audit was chosen; nil for a bundle of a standard.
    let choice: AuditChoice?
    /// The items that show what was done about findings, in capital letters.
    let proof: Set<String>

    init(_ command: PackScope, _ view: RegisterView, _ today: Day) throws {
        if let id = command.audit {
            let packed = try AuditPack(id, standard: command.standard, view)
            let choice = try packed.choice(view, on: command.on ?? packed.audit.period.first)
            let cycle = try BundleCycle(choice, command, view)
            assembly = BundleAssembly(
                try Self.request(command, choice, cycle, view),
                records: cycle.joining(choice.included.map(\.record)))
            (self.choice, proof) = (choice, cycle.proof)
        } else {
            (assembly, proof) = try Self.whole(command, view, on: command.on ?? today)
            choice = nil
        }
    }

    /// A bundle of a standard, and what in it shows what was done about findings.
    private static func whole(_ command: PackScope, _ view: RegisterView, on day: Day) throws
        -> (BundleAssembly, Set<String>)
    {
        let catalogue = try view.catalogue(command.standard)
        let finder = ClauseFinder(try view.catalogues())
        let numbers = try command.clauses.map { try finder.clause($0, of: catalogue).clause.number }
        let cycle = try BundleCycle(catalogue, only: numbers, command, view, on: day)
        let request = BundleRequest(
            organization: try view.organization(), catalogue: catalogue,
            report: try view.gap(of: catalogue, on: day), journal: try view.newestFact(),
            classificationUpTo: command.classificationUpTo,
            onlyClauses: numbers.isEmpty ? nil : numbers, certificate: cycle.certificate,
            findings: cycle.findings)
        let assembly = try BundleAssembly(request) { take in
            try view.forEachLive { record in
                if record.isLinked(to: catalogue.standard.id) || cycle.isProof(record) { take(record) }
            }
        }
        return (assembly, cycle.proof)
    }

    private static func request(
        _ command: PackScope, _ choice: AuditChoice, _ cycle: BundleCycle, _ view: RegisterView
    ) throws -> BundleRequest {
        let catalogue = choice.selection.catalogue
        return BundleRequest(
            organization: try view.organization(), catalogue: catalogue,
            report: try view.gap(of: catalogue, on: choice.selection.day), journal: try view.newestFact(),
            classificationUpTo: command.classificationUpTo, onlyClauses: choice.clauses,
            audit: BundleIndex.AuditEntry(choice, besides: cycle.proof), beforeWindow: choice.beforeWindow,
            certificate: cycle.certificate, findings: cycle.findings)
    }
}

extension RegisterView {
    /// The items that count, ordered by identifier. They stream: memory stays constant.
    func forEachLive(_ body: (EvidenceRecord) throws -> Void) throws {
        try forEachEvidence { record in if record.retired == nil { try body(record) } }
    }
}

extension EvidenceRecord {
    fileprivate func isLinked(to standard: String) -> Bool {
        links.contains { $0.clause.standard == standard }
    }
}
