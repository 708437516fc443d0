extension [EvidenceSubject] {
    /// The same subjects, which also answer the common clauses of standards that their table leaves out: what is evidence
    /// for internal audits in one management system is so in another.
    public func sharing(_ structure: HarmonizedStructure) -> [EvidenceSubject] {
        let common = structure.rows.filter { !$0.number.hasSuffix("+") && $0.number != "A" }
        let standards = Set(common.flatMap(\.roots.keys)).sorted()
        return map { subject in
            guard let known = subject.answers[HarmonizedStructure.reference] else { return subject }
            let rows = known.compactMap { answer in
                common.row(holding: answer.clause, of: HarmonizedStructure.reference).map {
                    ($0, answer.weight)
                }
            }
            let further = standards.map { ($0, rows.answers(in: $0)) }.filter { !$0.1.isEmpty }
            return EvidenceSubject(
                name: subject.name, names: subject.names, words: subject.words,
                answers: subject.answers.merging(further) { own, _ in own })
        }
    }
}

extension HarmonizedStructure {
    /// The standard whose clauses lead to the common ones.
    fileprivate static let reference = "iso9001-2015"
}

extension [HarmonizedStructure.Row] {
    fileprivate func row(holding clause: String, of standard: String) -> HarmonizedStructure.Row? {
        let fitting = flatMap { row in (row.roots[standard] ?? []).map { ($0, row) } }
            .filter { clause == $0.0 || clause.hasPrefix($0.0 + ".") }
        return fitting.max { $0.0.utf8.count < $1.0.utf8.count }?.1
    }
}

extension [(HarmonizedStructure.Row, Double)] {
    fileprivate func answers(in standard: String) -> [EvidenceSubject.Answer] {
        var answers: [EvidenceSubject.Answer] = []
        for (row, weight) in self {
            for clause in row.roots[standard] ?? [] where !answers.contains(where: { $0.clause == clause }) {
                answers.append(EvidenceSubject.Answer(clause: clause, weight: weight))
            }
        }
        return answers
    }
}
