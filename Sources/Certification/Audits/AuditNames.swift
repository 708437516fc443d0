/// Items of evidence that belong to an audit by name.
public enum AuditNames {
    /// The reports of audits in a window, and the evidence of findings that are open or were closed in it, by the
    /// identifier of the item in capital letters.
    public static func items(
        for audit: Audit, of standard: String, audits: [Audit], findings: [Finding], window: EvidenceWindow
    ) -> [String: String] {
        let reports = audits.filter { $0.isEarlier(than: audit, in: window) && $0.looks(at: standard) }
            .flatMap { earlier in
                earlier.reports.map {
                    (
                        $0,
                        "report of \(earlier.kind == .internal ? "internal audit" : earlier.kind.words) \(earlier.id)"
                    )
                }
            }
        let open = findings.filter { $0.audit.looks(at: standard) && $0.concerns(audit, window) }
            .flatMap { finding in
                finding.steps.flatMap(\.evidence).map { ($0, "evidence of finding \(finding.id)") }
            }
        return Dictionary(
            (reports + open).map { ($0.uppercased(), $1) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Audit {
    fileprivate func isEarlier(than audit: Audit, in window: EvidenceWindow) -> Bool {
        state == .held && id != audit.id && period.last < audit.period.first
            && window.since.map { period.last >= $0 } ?? true
    }
}

extension Finding {
    /// Raised before the audit, and still open or closed only since the window began.
    fileprivate func concerns(_ audit: Audit, _ window: EvidenceWindow) -> Bool {
        guard facts.on < audit.period.first else { return false }
        guard let closed, let since = window.since else { return true }
        return closed >= since
    }
}
