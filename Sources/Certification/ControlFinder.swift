/// Why a text names no control.
public enum ControlRefusal: Error, Hashable, Sendable {
    /// No standard that was meant has controls; others that the register holds may have.
    case noControls([Standard], others: [String])
    /// Several standards have controls, and none was named; with the text that could be of each.
    case standardNeeded(String?, known: [String])
    /// The number is that of a clause whose requirements always apply.
    case requirement(ClauseReference, designation: String)
    /// Nothing of this number; the controls most like it.
    case unknown(String, designation: String, nearest: [Clause])
}

/// Reads controls as people write them: `A.7.4`, `27001:A.7.4`, `a7.4`. The controls alone are meant, so `5.1` is
/// A.5.1 here although the standard has a clause 5.1 too.
public struct ControlFinder: Sendable {
    private let finder: ClauseFinder

    /// A finder among the controls of these catalogues.
    public init(_ catalogues: [Catalogue]) { finder = ClauseFinder(catalogues) }

    /// The one catalogue with controls, or the one that is named.
    public func catalogue(_ standard: String?) throws -> Catalogue {
        let meant = try standard.map { [try finder.catalogue($0)] } ?? finder.catalogues
        guard !meant.isEmpty else { throw ClauseFinder.Failure.noStandards }
        let candidates = Self.withControls(meant)
        guard let only = candidates.first else {
            let others = Self.withControls(finder.catalogues).map(\.standard.id)
            throw ControlRefusal.noControls(meant.map(\.standard), others: others)
        }
        guard candidates.count == 1 else {
            throw ControlRefusal.standardNeeded(nil, known: candidates.map(\.standard.id))
        }
        return only
    }

    private static func withControls(_ catalogues: [Catalogue]) -> [Catalogue] {
        catalogues.filter { $0.standard.controls != nil }
    }

    /// The control that a text names, or the heading of several.
    public func control(_ text: String) throws -> ClauseFinder.Match {
        let (standard, number) = ClauseFinder.split(text)
        if standard != nil { return try control(number, in: catalogue(standard)) }
        let candidates = Self.withControls(finder.catalogues)
        guard candidates.count > 1 else { return try control(number, in: catalogue(nil)) }
        let matches = candidates.compactMap { try? control(number, in: $0) }
        guard let only = matches.first, matches.count == 1 else {
            throw ControlRefusal.standardNeeded(number, known: candidates.map(\.standard.id))
        }
        return only
    }

    private func control(_ text: String, in catalogue: Catalogue) throws -> ClauseFinder.Match {
        let number = ClauseFinder.spelled(text)
        let root = catalogue.standard.controls ?? ""
        if let clause = catalogue.clause("\(root).\(number)") ?? catalogue.clause(number),
            clause.number == root || catalogue.isControl(clause.number)
        {
            return ClauseFinder.Match(catalogue: catalogue, clause: clause, remark: nil)
        }
        let designation = catalogue.standard.designation
        if let clause = catalogue.clause(number) {
            let reference = ClauseReference(standard: catalogue.standard.id, number: clause.number)
            throw ControlRefusal.requirement(reference, designation: designation)
        }
        let controls = Catalogue(standard: catalogue.standard, clauses: catalogue.controls)
        let wanted = number.hasPrefix(root + ".") ? number : "\(root).\(number)"
        throw ControlRefusal.unknown(
            text, designation: designation, nearest: finder.nearest(to: wanted, in: controls))
    }
}
