import Certification
import Reporting

/// What a clause of another standard offers, as programs read it.
struct CreditLine: Encodable {
    let from: ClauseReference
    let title: String
    let strength: MapStrength
    /// In our words.
    let why: String
    let evidence: [String]
    /// `credited` or `partial`; nil when the path counts for nothing.
    let counts: ClauseStatus?
    /// What is missing where the relation is partial, as a person said it.
    let missing: String?
    /// Why items of the other clause do not count.
    let doubts: [BundleIndex.ReasonEntry]

    init(_ path: CreditPath) {
        from = path.from
        title = path.title
        strength = path.strength
        why = path.why
        evidence = path.evidence
        counts = path.status
        missing = path.note?.missing
        doubts = path.doubts.map { .init(evidence: $0.evidence, reason: $0.reason) }
    }

    /// The path for a cell of a spreadsheet: `A for iso14001-2015:4.1, equal: counts as credited`
    var words: String {
        let items = evidence.isEmpty ? "nothing live" : evidence.joined(separator: ", ")
        return "\(items) for \(from), \(strength.rawValue): \(worth)"
    }

    private var worth: String {
        guard let counts else { return "counts for nothing" }
        return "counts as \(counts.rawValue)" + (missing.map { "; missing: \($0)" } ?? "")
    }

    /// What is wrong with the items that there are.
    private func why(_ doubts: [BundleIndex.ReasonEntry]) -> String {
        let texts = doubts.compactMap { doubt in doubt.evidence.map { "\($0) \(doubt.text)" } }
        return texts.isEmpty ? "" : " (\(texts.joined(separator: "; ")))"
    }

    /// The path in words: which evidence of which clause, how strong, and what it is worth.
    func sentence(for clause: String, of standard: String) -> String {
        let items = evidence.isEmpty ? "nothing live\(why(doubts))" : evidence.joined(separator: ", ")
        let path = "\(items) for \(from) (\(title)), \(strength.rawValue): \(why)"
        switch (counts, strength) {
        case (.credited, _): return path
        case (.partial, _): return "\(path); missing: \(missing ?? "")"
        case (_, .related): return "\(path); related only, counts for nothing"
        case (_, .partial) where !evidence.isEmpty:
            return "\(path); counts in part once somebody says what is missing: "
                + "dossier credit \(standard):\(clause) --from \(from) --missing TEXT --by NAME"
        default: return path
        }
    }
}

/// How much of a standard is backed, by what.
struct BackedShare: Encodable {
    /// Requirement clauses that apply.
    let of: Int
    /// Covered by evidence of their own.
    let own: Int
    /// Backed by live evidence for a clause that asks for the same.
    let credited: Int
    /// Backed in part, by evidence of their own or with a note on what is missing.
    let partial: Int

    init(_ report: GapReport) {
        of = report.applicable
        own = report.count(.covered)
        credited = report.count(.credited)
        partial = report.count(.partial)
    }

    func show(_ clauses: [GapPage.ClauseLine], _ console: Console, standard: String) throws {
        try console.say(
            "Backed: \(own + credited) of \(of) clauses (\(percent(own + credited, of: of)) %): "
                + "\(own) by evidence of their own, \(credited) by credit; \(partial) more in part")
        try console.say("Paths of credit, with strengths that are our own judgement:")
        for line in clauses where line.status != .covered && line.status.applies {
            for path in line.credits ?? [] {
                try console.say("  \(line.clause)  \(path.sentence(for: line.clause, of: standard))")
            }
        }
    }
}
