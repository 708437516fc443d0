import Certification

/// Audits as they are listed.
struct AuditListPage: Listing {
    /// The facts of an audit, as programs read them.
    struct Line: Encodable {
        let id: String
        let kind: AuditKind
        let state: AuditState
        let first: Day
        let last: Day
        let certificates: [String]
        let standards: [String]
        let auditors: [String]
        let mode: AuditMode?
        let clauses: [ClauseReference]
        let sites: [String]
        let reports: [String]
        let countsAsSurveillance: Bool?
        let note: String?
    }

    let audits: [Audit]
    private let names: RegisterNames

    init(_ audits: [Audit], _ names: RegisterNames) { (self.audits, self.names) = (audits, names) }

    func encode(to encoder: any Encoder) throws { try audits.map(Line.init).encode(to: encoder) }

    static let header = [
        "id", "kind", "state", "first", "last", "certificates", "standards", "auditors", "mode", "clauses",
        "sites", "reports", "counts_as_surveillance", "note",
    ]

    var rows: [[String]] {
        audits.map { audit in
            [
                audit.id, audit.kind.rawValue, audit.state.rawValue, "\(audit.period.first)",
                "\(audit.period.last)", audit.certificates.joined(separator: " "),
                audit.standards.joined(separator: " "), audit.auditors.joined(separator: "; "),
                audit.mode?.rawValue ?? "", audit.clauses.map(\.description).joined(separator: " "),
                audit.sites.joined(separator: "; "), audit.reports.joined(separator: " "),
                audit.countsAsSurveillance.map { $0 ? "yes" : "no" } ?? "", audit.note ?? "",
            ]
        }
    }

    func show(_ console: Console) throws {
        guard let first = audits.first else {
            return console.tell("No audits. Next: dossier audit plan --kind internal --on FIRST..LAST")
        }
        var table = TextTable(columns: [
            .init("audit"), .init("kind"), .init("state"), .init("days"), .init("of", shrinks: true),
            .init("mode"), .init("clauses", shrinks: true), .init("auditors"),
        ])
        table.rows = audits.map { audit in
            [
                audit.id, audit.kind.words, audit.state.rawValue, audit.days, audit.subjects(names),
                audit.mode?.rawValue ?? "-", audit.clauseWords(names), audit.auditors.joined(separator: ", "),
            ]
        }
        try console.table(table)
        console.tell("Next: dossier audit show \(first.id)")
    }
}

extension AuditListPage.Line {
    init(_ audit: Audit) {
        (id, kind, state) = (audit.id, audit.kind, audit.state)
        (first, last) = (audit.period.first, audit.period.last)
        (certificates, standards, auditors) = (audit.certificates, audit.standards, audit.auditors)
        (mode, clauses, sites, reports) = (audit.mode, audit.clauses, audit.sites, audit.reports)
        (countsAsSurveillance, note) = (audit.countsAsSurveillance, audit.note)
    }
}

extension Audit {
    /// `8, 9.1`; `all` for what covers all by its nature; `-` where nobody said.
    func clauseWords(_ names: RegisterNames) -> String {
        if kind.coversAll { return "all" }
        return clauses.isEmpty ? "-" : clauses.map(names.clause).joined(separator: ", ")
    }
}
