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

    init(_ match: ClauseFinder.Match, view: RegisterView, today: Day) throws {
        standard = match.catalogue.standard
        clause = match.clause
        var titles: [String: String] = [:]
        var judgements: [EvidenceJudgement] = []
        try view.forEachEvidence(EvidenceFilter(clauses: match.answering)) { record in
            guard record.retired == nil else { return }
            titles[record.evidence.id] = record.evidence.title
            judgements.append(record.judged(on: today))
        }
        let judgement = ClauseJudgement(clause: clause, evidence: judgements)
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
        lines.append("  documented  \(clause.demandText.isEmpty ? "no explicit demand" : clause.demandText)")
        if !clause.note.isEmpty { lines.append("  note        \(clause.note)") }
        if !clause.typicalKinds.isEmpty { lines.append("  typical     \(clause.typicalText)") }
        lines += evidence.map { item in
            ShownText.line(
                "    \(item.id)  \(item.title)  \(([item.standing.rawValue] + item.reasons).joined(separator: "; "))"
            )
        }
        if evidence.isEmpty, clause.isRequirement {
            lines.append(
                "Next: dossier add FILE --clause \(clause.number), or dossier request --title TITLE --clause \(clause.number)"
            )
        }
        return lines
    }
}
