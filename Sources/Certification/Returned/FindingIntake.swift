/// The findings that a reader sent back beside the register that packed the bundle: what each of them becomes.
public struct FindingIntake: Sendable {
    /// What becomes of one of them.
    public enum Verdict: Hashable, Sendable {
        /// It is raised, with an identifier that is still to be found.
        case opens(FindingDraft)
        /// It was imported before, as this finding.
        case known(String)
        /// It cannot be one, for these reasons.
        case rejected([String])
    }

    /// A finding before it has an identifier.
    public struct FindingDraft: Hashable, Sendable {
        let facts: FindingFacts

        /// How grave it is.
        public var grade: FindingGrade { facts.grade }

        /// The finding under its identifier.
        public func called(_ id: String) -> FindingFacts { facts.called(id) }
    }

    /// The longest statement, in characters.
    public static let longestStatement = 4_000

    private let index: Fingerprint
    let catalogue: Catalogue
    private let audit: Audit
    private let by: String
    private let on: Day
    private let earlier: [Finding]

    /// `by` is who raises them, `earlier` what the register holds already.
    public init(
        _ returned: ReturnedFindings, catalogue: Catalogue, audit: Audit, by: String, on: Day,
        earlier: [Finding]
    ) {
        index = returned.index
        self.catalogue = catalogue
        self.audit = audit
        self.by = by
        self.on = on
        self.earlier = earlier.filter { $0.facts.origin?.index == returned.index }
    }

    /// What becomes of each. `held` gives the identifier of an item as the register writes it; nil where there is none.
    public func verdicts(on findings: [ReturnedFinding], held: (String) throws -> String?) rethrows
        -> [Verdict]
    {
        var seen: [ReturnedFinding] = []
        return try findings.map { finding in
            defer { seen.append(finding) }
            let repeated = repetition(of: finding, in: seen)
            let verdict = try verdict(on: finding, held: held)
            guard let repeated else { return verdict }
            if case .rejected(let reasons) = verdict { return .rejected([repeated] + reasons) }
            return .rejected([repeated])
        }
    }

    private func repetition(of finding: ReturnedFinding, in seen: [ReturnedFinding]) -> String? {
        if finding.number != nil, seen.contains(where: { $0.number == finding.number }) {
            return "the number \(finding.number ?? 0) stands twice in the file"
        }
        return seen.first { $0.saysTheSame(as: finding) }.map { "it says the same as \($0.name)" }
    }

    private func verdict(on finding: ReturnedFinding, held: (String) throws -> String?) rethrows -> Verdict {
        var (reasons, evidence): ([String], [String]) = ([], [])
        let grade = FindingGrade(rawValue: finding.grade)
        if grade == nil { reasons.append("\"\(finding.grade.beginning)\" is no grade") }
        if let fault = statementFault(finding.statement) { reasons.append(fault) }
        if let fault = clauseFault(finding) { reasons.append(fault) }
        for id in finding.evidence {
            if let item = try held(id) {
                if !evidence.contains(item) { evidence.append(item) }
            } else {
                reasons.append("the register has no evidence \(id.beginning)")
            }
        }
        guard let grade, reasons.isEmpty else { return .rejected(reasons) }
        return judged(facts(finding, grade, evidence), finding)
    }

    private func facts(_ finding: ReturnedFinding, _ grade: FindingGrade, _ evidence: [String])
        -> FindingFacts
    {
        FindingFacts(
            id: "", grade: grade, audit: audit.id,
            clause: finding.clause.map { ClauseReference(standard: catalogue.standard.id, number: $0) },
            statement: finding.statement, by: by, on: on,
            origin: FindingOrigin(index: index, number: finding.number, evidence: evidence))
    }

    private func judged(_ facts: FindingFacts, _ finding: ReturnedFinding) -> Verdict {
        if let known = earlier.first(where: { $0.facts.saysTheSame(as: facts) }) { return .known(known.id) }
        // The rows of a table move; a number of a file that a page exported does not.
        if finding.line == nil, let number = finding.number,
            let other = earlier.first(where: { $0.facts.origin?.number == number && $0.facts.by == by })
        {
            return .rejected(["it was imported as \(other.id) and says something else now"])
        }
        return audit.refusal(of: facts).map { .rejected([$0.message]) } ?? .opens(FindingDraft(facts: facts))
    }
}
