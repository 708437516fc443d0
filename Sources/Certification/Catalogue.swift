/// The facts and the clauses of one edition of a standard.
///
/// The edition is part of the identity, so that two editions of one standard can stand side by side.
public struct Catalogue: Codable, Hashable, Sendable {
    /// The edition whose clauses these are.
    public let standard: Standard
    /// In the order of the standard.
    public let clauses: [Clause]
    /// Which kinds of evidence answer which demand; nil where the catalogue leaves it at what is usual.
    public let answers: KindAnswers?

    /// A catalogue; `clauses` in the order of the standard.
    public init(standard: Standard, clauses: [Clause], answers: KindAnswers? = nil) {
        self.standard = standard
        self.clauses = clauses
        self.answers = answers
    }

    /// The table by which kinds of evidence answer demands here.
    public var kindAnswers: KindAnswers { answers ?? .usual }

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
    /// What the standard is about, in our words.
    public let focus: String?
    /// For whom it is, in our words.
    public let audience: String?
    /// Clauses that may be called not applicable, with all below them; empty when none may, nil when nobody said.
    public let excludable: [String]?
    /// In our words, what may be left out and how that is justified.
    public let exclusions: String?
    /// The heading of the controls whose applicability is stated apart: `A`.
    public let controls: String?

    /// An edition with the facts that its catalogue states.
    public init(
        id: String, designation: String, title: String, edition: String, published: String,
        amendments: String?, status: String, successor: String?, focus: String? = nil,
        audience: String? = nil, excludable: [String]? = nil, exclusions: String? = nil,
        controls: String? = nil
    ) {
        self.id = id
        self.designation = designation
        self.title = title
        self.edition = edition
        self.published = published
        self.amendments = amendments
        self.status = status
        self.successor = successor
        self.focus = focus
        self.audience = audience
        self.excludable = excludable
        self.exclusions = exclusions
        self.controls = controls
    }
}
