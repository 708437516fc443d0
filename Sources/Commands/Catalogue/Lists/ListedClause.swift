import Certification

/// A clause of a row of a list, as the register knows it.
struct ListedClause {
    let match: ClauseFinder.Match
    /// Whether the list says only that the program found it.
    let isSuggested: Bool

    /// The link that the row asks for. What was only suggested becomes a person's statement where the list names it plainly;
    /// what a person stated is not made a suggestion again.
    func link(of id: String, _ known: Link?, locator: String?, lookedAt: Fingerprint?) -> Link {
        if let known, isSuggested || !known.isSuggested {
            return known.saying(locator: locator ?? known.locator, note: known.note, answers: nil)
        }
        return Link(
            evidence: id, clause: match.reference, locator: locator ?? known?.locator, note: known?.note,
            reviewed: isSuggested ? nil : lookedAt, edition: match.edition, answers: known?.answers,
            isSuggested: isSuggested)
    }
}

extension [ListedClause] {
    /// Adds a clause once; it counts as suggested only where it is never named plainly.
    mutating func add(_ match: ClauseFinder.Match, isSuggested: Bool) {
        guard let known = firstIndex(where: { $0.match.reference == match.reference }) else {
            return append(ListedClause(match: match, isSuggested: isSuggested))
        }
        self[known] = ListedClause(
            match: self[known].match, isSuggested: self[known].isSuggested && isSuggested)
    }
}
