/// What is looked at in a finding before the audit's own rules are asked, and whether two say the same.
extension FindingIntake {
    func statementFault(_ statement: String) -> String? {
        if statement.isEmpty { return "it says nothing" }
        if statement.utf8.contains(0) { return "its statement holds a NUL character" }
        return statement.count > Self.longestStatement
            ? "its statement is longer than \(Self.longestStatement) characters" : nil
    }

    func clauseFault(_ finding: ReturnedFinding) -> String? {
        let standard = catalogue.standard
        if let named = finding.standard, named != standard.id, named != standard.designation {
            return "it speaks of \(named.beginning), and the bundle of \(standard.designation)"
        }
        guard let clause = finding.clause, catalogue.clause(clause) == nil else { return nil }
        return "\(clause.beginning) is no clause of \(standard.designation)"
    }
}

extension FindingFacts {
    /// The same finding under an identifier.
    func called(_ id: String) -> FindingFacts {
        FindingFacts(
            id: id, grade: grade, audit: audit, clause: clause, statement: statement, by: by, on: on,
            owner: owner, due: due, origin: origin)
    }

    func saysTheSame(as other: FindingFacts) -> Bool {
        grade == other.grade && clause == other.clause && statement == other.statement
    }
}

extension ReturnedFinding {
    func saysTheSame(as other: ReturnedFinding) -> Bool {
        grade == other.grade && clause == other.clause && statement == other.statement
    }
}

extension String {
    /// What of a stranger's text is repeated in a sentence.
    var beginning: String { count > 60 ? prefix(60) + "…" : self }
}
