import Certification
import Reporting
import Store

/// What a clause asks for and what the register holds for it.
struct ClausePage: Page, Encodable {
    struct Item: Encodable {
        let id: String
        let title: String
        let standing: Standing
        let reasons: [String]
    }

    let standard: Standard
    let clause: Clause
    let status: ClauseStatus?
    let evidence: [Item]
    /// Why the clause stands as it does, apart from its items.
    let reasons: [BundleIndex.ReasonEntry]
    /// A person's verdict, apart from the status.
    let assessment: Assessment?
    private let names: RegisterNames

    private enum CodingKeys: CodingKey {
        case standard, clause, status, evidence, reasons, assessment
    }

    init(_ match: ClauseFinder.Match, view: RegisterView, today: Day) throws {
        names = RegisterNames(try view.catalogues())
        standard = match.catalogue.standard
        clause = match.clause
        var titles: [String: String] = [:]
        var judgements: [EvidenceRecord] = []
        try view.forEachEvidence(EvidenceFilter(clauses: match.answering)) { record in
            guard record.retired == nil else { return }
            titles[record.evidence.id] = record.evidence.title
            judgements.append(record)
        }
        let judgement = try view.judgement(of: match, by: judgements, on: today)
        assessment = judgement.assessment
        reasons = judgement.reasons.filter { $0.evidence == nil && $0.reason.code != "no-link" }
            .map { .init(evidence: nil, reason: $0.reason) }
        status = clause.isRequirement ? judgement.status : nil
        evidence = judgement.evidence.map { item in
            Item(
                id: item.id, title: titles[item.id] ?? "", standing: item.standing,
                reasons: item.reasons.map(\.sentence))
        }
    }

    func lines(width: Int?) -> [String] {
        var lines = ["\(standard.designation)  \(clause.number)  \(clause.markedTitle)"]
        lines.append("  status      \(status?.rawValue ?? "a heading; see the clauses below it")")
        for reason in reasons { lines.append("              \(reason.text)") }
        if let assessment {
            lines.append(
                ShownText.line(
                    "  assessed    \(assessment.verdict.rawValue) by \(assessment.by) on \(assessment.on): \(assessment.reason)"
                ))
        }
        lines.append("  documented  \(clause.demandText.isEmpty ? "no explicit demand" : clause.demandText)")
        if !clause.note.isEmpty { lines.append("  note        \(clause.note)") }
        if !clause.typicalKinds.isEmpty { lines.append("  typical     \(clause.typicalText)") }
        lines += evidence.map { item in
            ShownText.line(
                "    \(item.id)  \(item.title)  \(([item.standing.rawValue] + item.reasons).joined(separator: "; "))"
            )
        }
        if evidence.isEmpty, clause.isRequirement {
            let name = names.clause(ClauseReference(standard: standard.id, number: clause.number))
            lines.append(
                "Next: dossier add FILE --clause \(name), or dossier request --title TITLE --clause \(name)")
        }
        return lines
    }
}

extension RegisterView {
    /// How a clause stands by the records linked to it or to a heading above it.
    func judgement(of match: ClauseFinder.Match, by records: [EvidenceRecord], on day: Day) throws
        -> ClauseJudgement
    {
        let catalogue = match.catalogue
        var analysis = GapAnalysis(
            of: catalogue, on: day, decisions: try decisions(about: catalogue.standard.id))
        for record in records {
            analysis.add(
                record.judged(on: day), dates: record.dates,
                links: record.links.filter { $0.clause.standard == catalogue.standard.id }
                    .map { record.facts(of: $0, in: catalogue) })
        }
        return analysis.report().clauses.first { $0.clause == match.clause }
            ?? ClauseJudgement(clause: match.clause, evidence: records.map { $0.judged(on: day) })
    }
}
