import Certification
import Store

/// An audit whole.
struct AuditPage: Encodable {
    struct Report: Encodable {
        let id: String
        let title: String
    }

    struct Found: Encodable {
        let id: String
        let grade: FindingGrade
        let open: Bool
        let statement: String
    }

    let audit: AuditListPage.Line
    let designations: [String]
    /// How many requirement clauses it looks at, of how many.
    let looksAt: Int
    let requirements: Int
    let reports: [Report]
    let findings: [Found]
    /// Of several sites of a certificate, how many an audit of each kind looks at.
    let siteSample: SiteSample?
    private let stated: Audit
    private let names: RegisterNames
    private let siteCount: Int

    private enum CodingKeys: CodingKey {
        case audit, designations, looksAt, requirements, reports, findings, siteSample
    }

    init(_ audit: Audit, _ view: RegisterView) throws {
        let catalogues = try view.catalogues()
        let looked = catalogues.filter { audit.looks(at: $0.standard.id) }
        let systems = try looked.map {
            AuditedSystem($0, decisions: try view.decisions(about: $0.standard.id))
        }
        let certificates = try audit.certificates.map { try view.certificate($0) }
        (self.audit, stated, names) = (.init(audit), audit, RegisterNames(catalogues))
        designations = looked.map(\.standard.designation)
        looksAt = systems.reduce(0) { $0 + $1.clauses(lookedAtBy: audit).count }
        requirements = systems.reduce(0) { $0 + $1.count }
        reports = try audit.reports.map { Report(id: $0, title: try view.evidence($0).evidence.title) }
        findings = try view.findings().filter { $0.audit.id == audit.id }.map(Found.init)
        siteCount = Set(certificates.flatMap(\.sites)).count
        siteSample = siteCount > 1 ? SiteSample(sites: siteCount) : nil
    }
}

extension AuditPage.Found {
    fileprivate init(_ finding: Finding) {
        (id, grade, open) = (finding.id, finding.grade, finding.isOpen)
        statement = finding.facts.statement
    }

    fileprivate var fact: (String, String?) {
        ("finding", "\(id)  \(grade.words), \(open ? "open" : "closed"): \(statement)")
    }
}

/// As people read it.
extension AuditPage {
    func show(_ console: Console) throws {
        try console.say(stated.sentence(names), .strong)
        for (name, value) in facts {
            if let value, !value.isEmpty {
                try console.say("  \(TerminalText.padded(name, to: 9))  \(value)")
            }
        }
        console.tell(next)
    }

    private var facts: [(String, String?)] {
        let plain: [(String, String?)] = [
            ("standards", designations.joined(separator: ", ")),
            ("auditors", stated.auditors.joined(separator: ", ")), ("mode", stated.mode?.rawValue),
            ("clauses", clauses), ("sites", sites),
            ("counts", stated.countsAsSurveillance.map { $0 ? "as surveillance" : "not as surveillance" }),
            ("note", stated.note),
        ]
        return plain + reports.map { ("report", "\($0.id)  \($0.title)") } + findings.map(\.fact)
    }

    private var clauses: String? {
        guard stated.kind != .managementReview || looksAt > 0 else { return nil }
        let named = stated.clauseWords(names)
        return named == "-" ? "none named" : "\(named) (\(looksAt) of \(requirements))"
    }

    private var sites: String? {
        guard let siteSample, let asked = siteSample.count(for: stated.kind) else {
            return stated.sites.joined(separator: ", ")
        }
        let named = stated.sites.isEmpty ? "none named" : stated.sites.joined(separator: ", ")
        return
            "\(named) (\(stated.sites.count) of \(siteCount); MS-1 asks for \(asked) and the central function)"
    }

    private var next: String {
        switch stated.state {
        case .planned: "Next: dossier audit record \(stated.id)"
        case .held where reports.isEmpty: "Next: dossier audit edit \(stated.id) --report ID"
        case .held, .cancelled: stated.next(names)
        }
    }
}

extension SiteSample {
    /// How many sites an audit of a kind looks at; nil for one that samples none.
    func count(for kind: AuditKind) -> Int? {
        switch kind {
        case .stage2: initial
        case .surveillance: surveillance
        case .recertification: recertification
        case .internal, .managementReview, .stage1, .special, .transfer: nil
        }
    }
}
