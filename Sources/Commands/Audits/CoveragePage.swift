import Certification

/// Which clauses audits have looked at, and what the next surveillance will ask, as programs read it;
/// `CoveragePage+Table` shows it to people.
struct CoveragePage: Listing {
    struct Start: Encodable {
        /// The audit of the whole system; nil where the decision stands for it.
        let audit: String?
        let day: Day
        let what: String
    }

    struct Line: Encodable {
        let clause: String
        let title: String
        /// The audits that looked at it, and those that will.
        let external: [String]
        let `internal`: [String]
        let planned: [String]
        /// The parties that have not looked at it yet.
        let notYet: [AuditParty]
    }

    struct Site: Encodable {
        let site: String
        /// The external audits that looked at it.
        let audits: [String]
    }

    struct Asked: Encodable {
        let asks: String
        /// The latest first.
        let evidence: [SurveillanceReading.Shown]
    }

    struct Subject: Encodable {
        let item: String
        let outcome: CyclePage.Line
        let asked: [Asked]
    }

    struct Item: Encodable {
        let certificate: String
        let standard: String
        let designation: String
        let body: String
        let state: CertificateState
        let standing: String
        let since: Start?
        let audits: [AuditListPage.Line]
        let clauses: [Line]
        let namingNoClause: [String]
        /// Planned for days that are past, and not recorded as held.
        let unsettled: [String]
        let sites: [Site]
        let siteSample: SiteSample?
        /// What AP-1, IA-1 and ST-4 say.
        let outcomes: [CyclePage.Line]
        let evidenceAfter: Day?
        let nextAudit: Day?
        /// What SV-6 says; empty without a certificate that is kept.
        let checklist: [Subject]
    }

    let day: Day
    let certificates: [Item]
    /// What the items were made of, for people.
    let judgements: [CycleJudgement]
    let catalogues: [Catalogue]
    /// Whether people see every clause, not only headings where all below them are alike.
    let everyClause: Bool

    private enum CodingKeys: CodingKey {
        case day, certificates
    }

    init(
        _ judgements: [CycleJudgement], _ readings: [String: SurveillanceReading], _ catalogues: [Catalogue],
        everyClause: Bool, on day: Day
    ) {
        (self.day, self.judgements, self.catalogues) = (day, judgements, catalogues)
        self.everyClause = everyClause
        certificates = judgements.map { judgement in
            let standard = judgement.facts.certificate.standard
            let catalogue = catalogues.first { $0.standard.id == standard }
            return Item(
                judgement, readings[standard], designation: catalogue?.standard.designation ?? standard)
        }
    }

    static let header = ["certificate", "clause", "title", "external", "internal", "planned", "not_yet"]

    var rows: [[String]] {
        certificates.flatMap { item in
            item.clauses.map { line in
                [
                    item.certificate, line.clause, line.title, line.external.joined(separator: " "),
                    line.internal.joined(separator: " "), line.planned.joined(separator: " "),
                    line.notYet.map(\.rawValue).joined(separator: " "),
                ]
            }
        }
    }
}
