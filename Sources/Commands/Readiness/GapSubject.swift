import Certification
import Store

/// What is to be judged: a standard, whole or a part of it, with credit from others.
struct GapSubject {
    /// The standard as it was written; nil where it was left out.
    let standard: String?
    /// The clause as it was written; nil for all of them.
    let clause: String?
    /// The standards that give credit.
    let credit: [String]

    func report(_ view: RegisterView, on day: Day) throws -> GapReport {
        let (catalogue, number) = try part(of: view.catalogues())
        let report = try view.gap(of: catalogue, on: day, credit: credit)
        return number.map(report.subtree) ?? report
    }

    /// The standard that was named, or else that of the clause, or else the only one; and the number of the clause.
    private func part(of catalogues: [Catalogue]) throws -> (Catalogue, String?) {
        let finder = ClauseFinder(catalogues)
        guard let clause else {
            return (try standard.map(finder.catalogue) ?? RegisterView.only(catalogues), nil)
        }
        let match =
            try standard.map { try finder.clause(clause, of: finder.catalogue($0)) } ?? finder.clause(clause)
        return (match.catalogue, match.clause.number)
    }
}
