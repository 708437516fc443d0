import Certification
import GRDB

/// The questions behind coverage by audits.
extension RegisterView {
    /// Every item of evidence that counts, with the last day that it speaks of, in one pass. `words` are the tags to
    /// look for, whatever the case of their letters.
    public func forEachDatedEvidence(
        of standard: String, tagged words: [String], on day: Day, _ body: (DatedEvidence) -> Void
    ) throws {
        let tags = try tagged(words)
        var walk = try EvidenceWalk(database)
        while let item = try walk.next() {
            if item.isRetired { continue }
            let links = item.links.first { $0.standard == standard }?.links ?? []
            body(
                DatedEvidence(
                    id: item.id, kind: item.kind, tags: tags[item.id] ?? [], clauses: links.map(\.clause),
                    isElsewhere: links.isEmpty && !item.links.isEmpty, day: item.dates.lastSpoken(on: day)))
        }
    }

    private func tagged(_ words: [String]) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for word in words {
            let items = try String.fetchAll(
                database,
                sql: """
                    SELECT evidence.id FROM evidence_tag JOIN evidence ON evidence.id = evidence_tag.evidence
                    WHERE tag = ? COLLATE NOCASE
                    """, arguments: [word])
            for item in items { found[item, default: []].append(word) }
        }
        return found
    }

    /// The clauses that audits look at, for the standards of these certificates.
    func auditedSystems(of facts: [CertificateFacts]) throws -> [String: AuditedSystem] {
        let shared = Dictionary(
            facts.map { ($0.certificate.standard, $0.audits.filter { !$0.kind.isExternal }) },
            uniquingKeysWith: { first, _ in first })
        var systems: [String: AuditedSystem] = [:]
        for catalogue in try catalogues() {
            let id = catalogue.standard.id
            guard let audits = shared[id] else { continue }
            systems[id] = AuditedSystem(catalogue, decisions: try decisions(about: id), shared: audits)
        }
        return systems
    }
}
