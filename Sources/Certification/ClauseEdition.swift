/// What a clause asked for when somebody looked at it: `edition 3: Incident management; maintain+retain`.
///
/// A link keeps the text of its review. When the catalogue is replaced and the text differs, the link is suspect.
public enum ClauseEdition {
    /// The text for a clause of an edition; a change of our notes and typical kinds does not change it.
    public static func text(of clause: Clause, in standard: Standard) -> String {
        let demands = clause.demands.sorted().map(\.rawValue).joined(separator: "+")
        let asks = clause.isRequirement ? (demands.isEmpty ? "no demand" : demands) : "heading"
        return "edition \(standard.edition): \(clause.title); \(asks)"
    }
}

extension Catalogue {
    /// What the clause of this number asks for in this edition; nil where there is no such clause.
    public func edition(ofClause number: String) -> String? {
        clause(number).map { ClauseEdition.text(of: $0, in: standard) }
    }
}
