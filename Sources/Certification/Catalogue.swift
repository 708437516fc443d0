/// The facts and the clauses of one edition of a standard.
///
/// The edition is part of the identity, so that two editions of one standard can stand side by side.
public struct Catalogue: Codable, Hashable, Sendable {
    /// The edition whose clauses these are.
    public let standard: Standard
    /// In the order of the standard.
    public let clauses: [Clause]

    /// A catalogue; `clauses` in the order of the standard.
    public init(standard: Standard, clauses: [Clause]) {
        self.standard = standard
        self.clauses = clauses
    }

    /// The clauses that coverage counts.
    public var requirements: [Clause] { clauses.filter(\.isRequirement) }

    /// The clause with exactly this number; nil where the standard has none.
    public func clause(_ number: String) -> Clause? {
        clauses.first { $0.number == number }
    }

    /// The clause itself and everything below it, in order.
    public func subtree(of number: String) -> [Clause] {
        clauses.filter { $0.number == number || $0.number.hasPrefix(number + ".") }
    }

    /// The requirement clauses for which a link to `number` stands: itself, or those below a heading.
    public func requirements(under number: String) -> [Clause] {
        if let clause = clause(number), clause.isRequirement { return [clause] }
        return subtree(of: number).filter(\.isRequirement)
    }
}

/// One edition of a management-system standard.
public struct Standard: Codable, Hashable, Sendable {
    /// `iso20000-1-2018`
    public let id: String
    /// `ISO/IEC 20000-1:2018`
    public let designation: String
    /// The full title of the standard, without its designation.
    public let title: String
    /// The number of the edition: `3`.
    public let edition: String
    /// Year and month of publication, `2018-09`.
    public let published: String
    /// Amendments in force, in words; nil when none is known.
    public let amendments: String?
    /// In words, whether the edition is current, under revision or replaced.
    public let status: String
    /// The edition that replaces this one and the transition to it, in words; nil when none is known.
    public let successor: String?

    /// An edition with the facts that its catalogue states.
    public init(
        id: String, designation: String, title: String, edition: String, published: String,
        amendments: String?, status: String, successor: String?
    ) {
        self.id = id
        self.designation = designation
        self.title = title
        self.edition = edition
        self.published = published
        self.amendments = amendments
        self.status = status
        self.successor = successor
    }
}
