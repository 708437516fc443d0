/// A document with how much speaks for each subject.
public struct JudgedDocument: Sendable {
    /// By the position of the subject, from 0 to 1.
    let scores: [Double]
    private let found: [[String: Double]]
    /// Whether it is rather a licence, a glossary or the like than evidence of anything.
    public let isLikelyNoEvidence: Bool

    init(_ tallies: [SubjectScores.Tally], subjects: [EvidenceSubject]) {
        let most = max(1, tallies.map(\.body).max() ?? 0)
        let raw = tallies.map { tally in
            let body = tally.body / (tally.body + 2.5) * (tally.body / most).squareRoot()
            return 1 - (1 - 0.72 * tally.name) * (1 - 0.4 * tally.headings) * (1 - 0.5 * body)
                * (1 - 0.12 * tally.folder)
        }
        let none =
            zip(raw, zip(tallies, subjects)).filter { $0.1.1.isNoEvidence && $0.1.0.name > 0 }
            .map(\.0).max() ?? 0
        let best = zip(raw, subjects).filter { !$0.1.isNoEvidence }.map(\.0).max() ?? 0
        let isNamedSo = zip(tallies, subjects).contains { $0.1.isNoEvidence && $0.0.name >= 0.95 }
        isLikelyNoEvidence = none > best || isNamedSo
        let factor = isLikelyNoEvidence ? 0.35 : 1
        scores = zip(raw, subjects).map { $0.1.isNoEvidence ? 0 : $0.0 * factor }
        found = tallies.map(\.words)
    }

    /// The words that spoke for a subject, the strongest first.
    func words(for subject: Int) -> [String] {
        found[subject].sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(5).map(\.key)
    }
}
