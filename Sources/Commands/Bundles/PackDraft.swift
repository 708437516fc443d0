import Bundling
import Certification
import Store

/// What a bundle is to hold, worked out from what was asked for and from what the register holds.
struct PackDraft {
    /// For the packer.
    let request: BundleRequest
    /// How the evidence for an audit was chosen; nil for a bundle of a standard.
    let choice: AuditChoice?
    /// The items that show what was done about findings, in capital letters.
    let proof: Set<String>

    init(_ command: PackScope, _ view: RegisterView, _ today: Day) throws {
        if let id = command.audit {
            let packed = try AuditPack(id, standard: command.standard, view)
            let choice = try packed.choice(view, on: command.on ?? packed.audit.period.first)
            let cycle = try BundleCycle(choice, command, view)
            request = try Self.request(command, choice, cycle, view)
            (self.choice, proof) = (choice, cycle.proof)
        } else {
            let cycle: BundleCycle
            (request, cycle) = try Self.request(command, view, on: command.on ?? today)
            (choice, proof) = (nil, cycle.proof)
        }
    }

    private static func request(_ command: PackScope, _ view: RegisterView, on day: Day) throws
        -> (BundleRequest, BundleCycle)
    {
        let catalogue = try view.catalogue(command.standard)
        let finder = ClauseFinder(try view.catalogues())
        let numbers = try command.clauses.map { try finder.clause($0, of: catalogue).clause.number }
        let records = try view.liveRecords().filter { record in
            record.links.contains { $0.clause.standard == catalogue.standard.id }
        }
        let cycle = try BundleCycle(catalogue, only: numbers, command, view, on: day)
        let request = BundleRequest(
            organization: try view.organization(), catalogue: catalogue,
            report: try view.gap(of: catalogue, on: day), journal: try view.newestFact(),
            records: cycle.joining(records), classificationUpTo: command.classificationUpTo,
            onlyClauses: numbers.isEmpty ? nil : numbers, certificate: cycle.certificate,
            findings: cycle.findings)
        return (request, cycle)
    }

    private static func request(
        _ command: PackScope, _ choice: AuditChoice, _ cycle: BundleCycle, _ view: RegisterView
    ) throws -> BundleRequest {
        let catalogue = choice.selection.catalogue
        return BundleRequest(
            organization: try view.organization(), catalogue: catalogue,
            report: try view.gap(of: catalogue, on: choice.selection.day), journal: try view.newestFact(),
            records: cycle.joining(choice.included.map(\.record)),
            classificationUpTo: command.classificationUpTo, onlyClauses: choice.clauses,
            audit: BundleIndex.AuditEntry(choice, besides: cycle.proof), beforeWindow: choice.beforeWindow,
            certificate: cycle.certificate, findings: cycle.findings)
    }
}

extension RegisterView {
    /// The items that count, ordered by identifier.
    func liveRecords() throws -> [EvidenceRecord] {
        var records: [EvidenceRecord] = []
        try forEachEvidence { record in if record.retired == nil { records.append(record) } }
        return records
    }
}
