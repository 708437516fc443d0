import Certification
import Store

/// What cannot be with an audit, by its days and by what else happened to the certificates.
extension AuditDesk {
    /// Refuses an audit that cannot be; `before` is how it stood so far.
    func refuse(_ audit: Audit, before: Audit? = nil) throws {
        if audit.state == .held { try refuseFuture(audit.period.last, today) }
        for id in audit.kind.isExternal ? audit.certificates : [] {
            try refuse(audit, try view.certificateFacts(of: id)[0])
        }
        guard let before, before.state == .held else { return }
        // What it no longer is about, or no longer is, is taken back from there.
        let kept = before.kind == audit.kind ? Set(audit.certificates) : []
        try refuseLoss(of: before, to: before.certificates.filter { !kept.contains($0) })
    }

    private func refuse(_ audit: Audit, _ facts: CertificateFacts) throws {
        if let other = facts.clash(with: audit) { throw Failure(clash: audit, with: other) }
        let refusal =
            audit.state == .planned ? facts.refusal(ofPlanned: audit) : facts.refusal(of: audit)
        if let refusal { throw Failure(refusal) }
    }

    /// Refuses to take a held audit back from certificates where later events rest on it.
    func refuseLoss(of audit: Audit, to certificates: [String]) throws {
        for id in audit.state == .held ? certificates : [] {
            if let refusal = try view.certificateFacts(of: id)[0].refusal(without: audit) {
                throw Failure(refusal)
            }
        }
    }
}

extension Audit {
    /// What was meant: most often the planned audit on other days.
    fileprivate func wayOut(of other: Audit) -> String {
        guard other.state == .planned, kind == other.kind else { return "show \(other.id)" }
        return "\(state == .held ? "record" : "edit") \(other.id) --on \(days)"
    }
}

extension Failure {
    /// Two audits of one certificate on one day.
    init(clash audit: Audit, with other: Audit) {
        let shared = Set(other.certificates).intersection(audit.certificates).sorted()
        let of = shared.isEmpty ? "" : " of \(shared.joined(separator: ", "))"
        self.init(
            .unusableData,
            "\(audit.days) overlaps with \(other.id), the \(other.kind.words)\(of) \(other.state == .held ? "held on" : "planned for") \(other.days)",
            hint: "dossier audit \(audit.wayOut(of: other))")
    }
}
