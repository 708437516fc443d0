/// The facts and the clauses of one edition of a standard.
///
/// The edition is part of the identity, so that two editions of one standard can stand side by side.
public struct Catalogue: Codable, Hashable, Sendable {
    public let standard: Standard
    /// In the order of the standard.
    public let clauses: [Clause]

    public init(standard: Standard, clauses: [Clause]) {
        self.standard = standard
        self.clauses = clauses
    }

    /// The clauses that coverage counts.
    public var requirements: [Clause] { clauses.filter(\.isRequirement) }

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
    public let title: String
    public let edition: String
    /// Year and month of publication, `2018-09`.
    public let published: String
    public let amendments: String?
    public let status: String
    public let successor: String?

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
