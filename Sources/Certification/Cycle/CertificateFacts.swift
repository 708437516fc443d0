/// All that was recorded of a certificate: what the state, the windows and the duties are derived from.
public struct CertificateFacts: Hashable, Sendable {
    /// The certificate itself.
    public let certificate: Certificate
    /// Its events in the order of recording, those of the certificate that it continues first.
    public let events: [CertificateEvent]
    /// The audits that concern it or its standard, planned and held, in the order of days.
    public let audits: [Audit]

    /// A certificate with its events and audits.
    public init(certificate: Certificate, events: [CertificateEvent], audits: [Audit]) {
        self.certificate = certificate
        self.events = events
        self.audits = audits
    }

    /// The days by the body's profile.
    public var dates: CycleDates { CycleDates(certificate.profile) }

    /// The external audits of the certificate that were held.
    var heldAudits: [Audit] { audits.filter { $0.state == .held && $0.kind.isExternal && concerns($0) } }

    /// The external audits of the certificate that are still to come.
    func plannedAudits(_ kinds: AuditKind..., from day: Day) -> [Audit] {
        audits.filter {
            $0.state == .planned && kinds.contains($0.kind) && concerns($0) && $0.period.last >= day
        }
    }

    /// Whether an audit is about the certificate: an internal one is where it looks at the standard.
    func concerns(_ audit: Audit) -> Bool {
        guard audit.kind.isExternal else { return audit.looks(at: certificate.standard) }
        return audit.certificates.contains(certificate.id)
            || certificate.continues.map { audit.certificates.contains($0) } ?? false
    }

    /// Whether the cycle that the certificate continues was transferred to it by a day.
    func isTakenOver(by day: Day) -> Bool {
        events.contains { $0.kind == .transfer && $0.to == certificate.id && $0.on <= day }
    }

    /// Everything that happened, audits and events, in the order of days.
    var occurrences: [Occurrence] {
        let audits = heldAudits.map(Occurrence.audit)
        let events = events.map(Occurrence.event)
        return (audits + events).enumerated().sorted { ($0.1.day, $0.0) < ($1.1.day, $1.0) }.map(\.1)
    }
}

/// One thing that happened to a certificate.
enum Occurrence: Hashable, Sendable {
    case audit(Audit)
    case event(CertificateEvent)

    /// The day on which it was over.
    var day: Day {
        switch self {
        case .audit(let audit): audit.period.last
        case .event(let event): event.on
        }
    }
}
