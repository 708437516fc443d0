import Certification

/// How each part of the page comes from the judgement of a certificate.
extension CoveragePage.Item {
    init(
        _ judgement: CycleJudgement, _ reading: SurveillanceReading?, designation: String
    ) {
        let (certificate, coverage) = (judgement.facts.certificate, judgement.coverage)
        (self.certificate, standard, body) = (certificate.id, certificate.standard, certificate.body)
        self.designation = designation
        (state, standing) = (judgement.state, judgement.standing)
        since = coverage?.start.map(CoveragePage.Start.init)
        audits = (coverage?.audits ?? []).map(AuditListPage.Line.init)
        clauses = (coverage?.lines ?? []).map(CoveragePage.Line.init)
        namingNoClause = (coverage?.silent ?? []).map(\.id)
        unsettled = (coverage?.unsettled ?? []).map(\.id)
        sites = certificate.sites.map { CoveragePage.Site($0, coverage?.audits ?? []) }
        siteSample = certificate.sites.count > 1 ? SiteSample(sites: certificate.sites.count) : nil
        outcomes = judgement.outcomes.filter { [.ap1, .ia1, .st4].contains($0.rule) }
            .map { .init($0, on: judgement.day) }
        (evidenceAfter, nextAudit) = (judgement.evidenceAfter, judgement.nextAudit)
        checklist = reading.map { CoveragePage.Subject.all(judgement, $0) } ?? []
    }
}

extension CoveragePage.Start {
    fileprivate init(_ start: CoverageStart) {
        if case .audit(let audit) = start { self.audit = audit.id } else { audit = nil }
        (day, what) = (start.day, start.words)
    }
}

extension CoveragePage.Line {
    fileprivate init(_ line: ClauseCoverage.Line) {
        (clause, title) = (line.clause.number, line.clause.title)
        func ids(_ state: AuditState, _ party: AuditParty? = nil) -> [String] {
            line.audits.filter { $0.state == state && (party.map($0.isBy) ?? true) }.map(\.id)
        }
        (external, self.internal) = (ids(.held, .external), ids(.held, .internal))
        planned = ids(.planned)
        notYet = ClauseCoverage.partiesMissing(in: line.audits)
    }
}

extension CoveragePage.Site {
    fileprivate init(_ site: String, _ audits: [Audit]) {
        self.site = site
        self.audits = audits.filter {
            $0.state == .held && $0.kind.isExternal && $0.sites.contains(site)
        }.map(\.id)
    }
}

extension CoveragePage.Subject {
    fileprivate static func all(_ judgement: CycleJudgement, _ reading: SurveillanceReading) -> [Self] {
        zip(judgement.checklist(reading), reading.answers).map { outcome, answer in
            Self(
                item: answer.item.letter, outcome: .init(outcome, on: judgement.day),
                asked: answer.parts.map { .init(asks: $0.part.asks, evidence: $0.evidence) })
        }
    }
}

extension Audit {
    fileprivate func isBy(_ party: AuditParty) -> Bool { kind.party == party }
}
